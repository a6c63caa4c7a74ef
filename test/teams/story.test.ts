/**
 * The story as a team lives it in Teams, in a channel, a group chat and a personal chat, in both
 * languages.
 */

import { afterEach, describe, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { stories } from "../../testkit/stories.ts";
import type { Kind } from "../../testkit/teams/payloads.ts";
import type { TeamsPerson } from "../../testkit/teams/people.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

const hostile =
  "<script>alert(1)</script> *x* _y_ [z](javascript:alert(1)) <at>Person 0</at> {{DATE(2026-01-01T00:00:00Z)}} & &lt; 1. # `c`";

const worlds: TeamsWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const open = async (kind: Kind, locale: string, people: number): Promise<TeamsWorld> => {
  const world = await openTeamsWorld({ kind, locale, people });
  worlds.push(world);
  return world;
};

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

/**
 * From what stands in the message of their own response, a person goes back to the ballot first.
 */
const pressOption = async (person: TeamsPerson, option: string, back: string): Promise<string> => {
  if (!person.reads().includes(`[${option}]`)) await person.press(back);
  return person.press(option);
};

/** Nothing that was sent broke a limit, and nothing went out twice. */
const expectClean = ({ server, program }: TeamsWorld): void => {
  expect(server.mistakes).toEqual([]);
  expect(program.output()).not.toContain("fault");
};

describe.each(["channel", "groupChat"] as const)("in a %s", (kind) => {
  test.each(["ko", "en"] as const)("the whole story in %s", async (language) => {
    const story = stories[language];
    const { session: say, scenario } = translatorFor(language).messages;
    const teams = teamsMessages(language);
    const world = await open(kind, story.locale, 4);
    const { server, people } = world;
    const [fay, ann, bob] = people;
    if (!fay || !ann || !bob) throw new Error("Three people are needed");
    const respond = async (person: TeamsPerson, option: string, reason: string, first: boolean): Promise<void> => {
      await pressOption(person, option, teams.back);
      const submit = first ? say.responseForm.submit : say.responseForm.change;
      const shown = await person.press(submit, { [scenario.reason]: reason, [teams.orChoose]: "70%" });
      expect(shown).toContain(first ? say.recorded.first : say.recorded.changed);
    };

    await fay.say(story.start);
    await until(fay.reads, say.controls.title);
    expect(ann.reads()).not.toContain(say.controls.onlyYou);
    await respond(fay, story.rag, "r0", true);
    await respond(ann, story.tuning, hostile, true);
    await respond(bob, story.rag, "r2", true);
    await until(fay.reads, say.responded({ count: 3 }));
    expect(bob.reads()).not.toContain(hostile);
    await respond(bob, story.rag, "r2 again", false);

    // What is missing stands at its field, and nothing is lost.
    await pressOption(bob, story.rag, teams.back);
    const refused = await bob.press(say.responseForm.change, { [scenario.reason]: " ", [scenario.confidence]: "55" });
    expect(refused).toContain(scenario.giveReason);
    expect(JSON.stringify(bob.cards())).toContain('"value":55');
    await bob.press(say.responseForm.cancel);

    await fay.press(say.controls.verbs["end-round"]);
    await until(fay.reads, say.controls.tooFewToAdvise);
    expect(ann.reads()).not.toContain(say.controls.tooFewToAdvise);
    await fay.press(say.controls.verbs.discuss);
    await until(bob.reads, hostile);
    await fay.press(say.controls.verbs["vote-again"]);
    await until(ann.reads, say.ballotTitle({ round: 2 }));
    await respond(fay, story.rag, "r0", true);
    await respond(ann, story.rag, hostile, true);
    await respond(bob, story.rag, "r2", true);
    const root = kind === "channel" ? server.messages.find(({ root: of }) => of === undefined)?.id : undefined;
    await ann.say(language === "ko" ? "공개" : "reveal", root);
    await until(ann.reads, translatorFor(language).messages.commands.refusals.notFacilitator({ command: "reveal" }));
    expect(bob.reads()).not.toContain(
      translatorFor(language).messages.commands.refusals.notFacilitator({ command: "reveal" }),
    );
    await fay.say(language === "ko" ? "마감" : "end", root);
    await until(fay.reads, say.roundEnded({ round: 2, count: 3 }));
    await until(fay.reads, `[${say.controls.verbs.reveal}]`);
    await fay.press(say.controls.verbs.reveal);
    expect(fay.reads()).toContain(scenario.asked.revealQuestion);
    await fay.press(say.controls.verbs.reveal);
    await until(ann.reads, story.moved);
    expect(JSON.stringify(ann.cards())).toContain("Chart.HorizontalBar");
    expect(ann.reads()).toContain(hostile);
    expect(ann.reads()).toContain("(100%)");

    await until(fay.reads, say.controls.verbs["record-decision"]);
    await fay.press(say.controls.verbs["record-decision"]);
    const missing = await fay.press(say.decision.save, { [say.decision.text]: " " });
    expect(missing).toContain(teams.notSaved);
    await fay.press(say.decision.save, {
      [say.decision.text]: story.decision,
      [say.decision.owner]: "Person 2",
      [say.decision.date]: "2026-12-24",
    });
    await until(bob.reads, story.decision);
    expectClean(world);
  });
});

test.each(["ko", "en"] as const)("the whole story in a personal chat, in %s", async (language) => {
  const story = stories[language];
  const { session: say, scenario } = translatorFor(language).messages;
  const world = await open("personal", story.locale, 1);
  const fay = world.person(0);
  await fay.say(story.start);
  await until(fay.reads, say.controls.title);
  await fay.press(story.rag);
  await fay.press(say.responseForm.submit, { [scenario.reason]: hostile, [scenario.confidence]: "80" });
  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, say.roundEnded({ round: 1, count: 1 }));
  await fay.press(say.controls.verbs["vote-again"]);
  await until(fay.reads, say.ballotTitle({ round: 2 }));
  await fay.press(story.rag);
  await fay.press(say.responseForm.submit, { [scenario.reason]: hostile });
  await fay.say(language === "ko" ? "마감" : "end");
  await until(fay.reads, say.roundEnded({ round: 2, count: 1 }));
  await fay.say(language === "ko" ? "공개" : "reveal");
  await until(fay.reads, "(100%)");
  expect(fay.reads()).toContain(hostile);
  await until(fay.reads, say.controls.verbs["record-decision"]);
  await fay.press(say.controls.verbs["record-decision"]);
  await fay.press(say.decision.save, { [say.decision.text]: story.decision });
  await until(fay.reads, story.decision);
  expectClean(world);
});

describe.each(["channel", "groupChat"] as const)("in a %s", (kind) => {
  test.each([1, 300])("a session with %i participants", async (count) => {
    const world = await open(kind, "ko-KR", count);
    const { people, person } = world;
    const { session: say, scenario } = translatorFor("ko").messages;
    const teams = teamsMessages("ko");
    const fay = person(0);
    await fay.say("시작 startup-support-chatbot");
    await until(fay.reads, say.controls.title);
    for (const someone of people) {
      await someone.press(stories.ko.rag);
      const reason = `이유 ${hostile} `.repeat(15).slice(0, 1900);
      const shown = await someone.press(say.responseForm.submit, {
        [scenario.reason]: reason,
        [scenario.confidence]: "70",
      });
      expect(shown).toContain(say.recorded.first);
    }
    await until(fay.reads, say.responded({ count }));
    await fay.press(say.controls.verbs["end-round"]);
    await until(fay.reads, say.roundEnded({ round: 1, count }));
    await fay.press(say.controls.verbs.reveal);
    await fay.press(say.controls.verbs.reveal);
    await until(fay.reads, "(100%)");
    await fay.press(scenario.asked.reasons?.seeAll ?? "");
    await until(fay.reads, scenario.asked.reasons?.allTitle ?? "");
    if (count > 1) {
      const next = /\[([^\]]*\(2\/\d+\))\]/.exec(fay.reads())?.[1];
      expect(next).toContain("2/");
      expect(await fay.press(next ?? "")).toContain(teams.previous);
    }
    expectClean(world);
  });
});
