/**
 * Who is asked, in Slack over signed HTTP: names come as ids, others are told why they aren't
 * asked, and the last response ends and reveals the round.
 */
import { expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openSlackWorld } from "../../testkit/slack/world.ts";

test("the people named respond, nobody else, and the last response reveals", async () => {
  const { roles: say, scenario, session } = translatorFor("en").messages;
  const world = await openSlackWorld({ people: 4 });
  const { server } = world;
  const [fay, ann, bob, eve] = [0, 1, 2, 3].map(world.person);
  if (!fay || !ann || !bob || !eve) throw new Error("Four people are needed");
  await fay.command(`ask "Should @${eve.id} lead?" "Yes" "No" --ask @${ann.id} @${bob.id} --when-all --reveal`);
  await expect.poll(eve.reads).toContain(`${say.missing}:`);
  expect(eve.reads()).not.toContain(`@${eve.id} lead`);
  await eve.press("Yes");
  await expect.poll(eve.reads).toContain(say.refusals.notAsked);
  // An end by mistake is taken back while nothing was shown; a reveal can't be, and says so.
  await expect.poll(fay.reads, { timeout: 15_000 }).toContain(session.controls.verbs["end-round"]);
  await fay.press(session.controls.verbs["end-round"]);
  await expect.poll(fay.reads, { timeout: 15_000 }).toContain(session.controls.verbs.reopen);
  expect(JSON.stringify(server.messages)).toContain("This can’t be undone.");
  await fay.press(session.controls.verbs.reopen);
  await expect.poll(bob.reads, { timeout: 15_000 }).toContain(session.reopened({ round: 1 }));
  await expect.poll(ann.reads, { timeout: 15_000 }).not.toContain(session.ballotOver);
  for (const [person, option] of [
    [ann, "Yes"],
    [bob, "No"],
  ] as const) {
    await person.press(option);
    await person.submit({ [scenario.reason]: "r" });
  }
  await expect.poll(eve.reads, { timeout: 15_000 }).toContain(session.revealTitle);
  await fay.command("start startup-support-chatbot --ask @UNOBODY");
  await expect.poll(fay.reads).toContain(say.refusals.notHere({ names: ["UNOBODY"] }));
  await world.close();
});
