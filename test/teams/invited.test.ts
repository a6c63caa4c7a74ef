/**
 * Who is asked, in Teams: people named by mentions in the text or chosen in the form; others are
 * told why they aren't asked, and the last response ends and reveals the round.
 */
import { expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openTeamsWorld } from "../../testkit/teams/world.ts";

const { roles: say, scenario, session, commands } = translatorFor("en").messages;

test("the people mentioned respond, nobody else, and the last response reveals", async () => {
  const world = await openTeamsWorld({ people: 3 });
  const [fay, ann, eve] = [0, 1, 2].map(world.person);
  if (!fay || !ann || !eve) throw new Error("Three people are needed");
  await fay.say(`ask "Should @${eve.id} lead?" "Yes" "No" --ask @${fay.id} @${ann.id} --when-all --reveal`);
  await expect.poll(eve.reads, { timeout: 15_000 }).toContain(`${say.missing}:`);
  await eve.press("Yes");
  await expect.poll(eve.reads).toContain(say.refusals.notAsked);
  for (const person of [fay, ann]) {
    await person.press("Yes");
    await person.press(session.responseForm.submit, { [scenario.reason]: "r" });
  }
  await expect.poll(eve.reads, { timeout: 15_000 }).toContain(session.revealTitle);
  // An end by mistake is taken back while nothing was shown.
  await fay.say('ask "Again?" "Aye" "Nay"');
  await expect.poll(fay.reads, { timeout: 15_000 }).toContain("Aye");
  await fay.say("end");
  await expect.poll(eve.reads, { timeout: 15_000 }).toContain(session.roundEnded({ round: 1, count: 0 }));
  await fay.say("reopen");
  await expect.poll(eve.reads, { timeout: 15_000 }).toContain(session.reopened({ round: 1 }));
  expect(world.server.mistakes).toEqual([]);
  await world.close();
});

test("they are chosen in the form, too", async () => {
  const world = await openTeamsWorld({ people: 3, kind: "personal" });
  const fay = world.person(0);
  await fay.say("ask");
  const { own } = scenario;
  await expect.poll(fay.reads, { timeout: 15_000 }).toContain(own.questionHint);
  await fay.press(commands.startForm.fold, { [own.question]: "Lunch?" });
  expect(fay.reads()).toContain(say.fields.invitedHint);
  await world.close();
});
