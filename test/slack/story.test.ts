/**
 * The story as a team lives it in Slack, over signed HTTP and over Socket Mode, in both languages.
 */
import { afterEach, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Person, wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";
import { stories } from "../../testkit/stories.ts";

const hostile = "<script>alert(1)</script> <!channel> *x* <@U1> & &lt;!here&gt;";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const open = async (mode: "http" | "socket", locale: string, people: number): Promise<SlackWorld> => {
  const world = await openSlackWorld({ mode, locale, people });
  closers.push(world.close);
  return world;
};

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  test.each(["ko", "en"] as const)("the whole story in %s", async (language) => {
    const story = stories[language];
    const { session: say, scenario } = translatorFor(language).messages;
    const { server, people } = await open(mode, story.locale, 4);
    const [fay, ann, bob] = people;
    if (!fay || !ann || !bob) throw new Error("Three people are needed");
    const respond = async (person: Person, option: string, reason: string): Promise<void> => {
      await person.press(option);
      await person.step("70%");
      const answer = await person.submit({ [scenario.reason]: reason });
      expect(answer.body).toMatchObject({ response_action: "update" });
    };

    await fay.command(story.start);
    await until(fay.reads, say.controls.title);
    expect(ann.reads()).not.toContain(say.controls.title);
    await respond(fay, story.rag, "r0");
    await until(fay.reads, say.recorded.first);
    await respond(ann, story.tuning, hostile);
    await respond(bob, story.rag, "r2");
    await until(ann.reads, say.responded({ count: 3 }));
    expect(bob.reads()).not.toContain(hostile);

    // What is missing stands at its field, and nothing is lost.
    await bob.press(story.rag);
    const refused = await bob.submit({ [scenario.reason]: " " });
    expect(refused.body).toMatchObject({
      response_action: "errors",
      errors: { "reason-earlier": scenario.giveReason },
    });

    await fay.press(say.controls.verbs["end-round"]);
    await until(fay.reads, say.controls.tooFewToAdvise);
    await fay.press(say.controls.verbs.discuss);
    await until(bob.reads, hostile);
    await until(fay.reads, say.controls.verbs["vote-again"]);
    await fay.press(say.controls.verbs["vote-again"]);
    await until(ann.reads, `\n${say.ballotTitle({ round: 2 })}\n`);
    await respond(fay, story.rag, "r0");
    await respond(ann, story.rag, hostile);
    await respond(bob, story.rag, "r2");
    const root = server.messages.find(({ person, thread }) => person === undefined && thread === undefined);
    await ann.mention(language === "ko" ? "공개" : "reveal", root?.ts);
    await until(ann.reads, translatorFor(language).messages.commands.refusals.notFacilitator({ command: "reveal" }));
    await fay.mention(language === "ko" ? "마감" : "end", root?.ts);
    await until(fay.reads, say.roundEnded({ round: 2, count: 3 }));
    await fay.mention(language === "ko" ? "공개" : "reveal", root?.ts);
    await until(ann.reads, story.moved);
    const reveal = server.messages.find(({ blocks }) => wordsIn(blocks).includes(story.moved));
    expect(JSON.stringify(reveal?.blocks)).toContain("data_visualization");
    expect(ann.reads()).toContain(hostile);
    expect(ann.reads()).toContain(scenario.confidenceOf({ mean: "70%", given: 3 }));
    expect(reveal?.text).not.toMatch(/<[!@#]/);

    await until(fay.reads, say.controls.verbs["record-decision"]);
    await fay.press(say.controls.verbs["record-decision"]);
    await fay.submit({
      [say.decision.text]: story.decision,
      [say.decision.owner]: ann.id,
      [say.decision.date]: "2026-12-24",
    });
    await until(bob.reads, story.decision);
    await bob.openHome();
    await expect.poll(() => wordsIn(server.homes.get(bob.id)?.blocks)).toContain(story.decision);
  });
});

test.each([1, 300])("a session with %i participants", async (count) => {
  const { server, people, person } = await open("http", "ko-KR", count);
  const { session: say, scenario } = translatorFor("ko").messages;
  const fay = person(0);
  await fay.command("시작 startup-support-chatbot");
  await until(fay.reads, say.controls.title);
  for (const someone of people) {
    await someone.press(stories.ko.rag);
    const answer = await someone.submit({
      [scenario.reason]: `이유 ${hostile} `.repeat(30),
      [scenario.confidence]: "70",
    });
    expect(wordsIn(answer.body)).toContain(say.recorded.first);
  }
  await until(fay.reads, say.responded({ count }));
  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, say.roundEnded({ round: 1, count }));
  await until(fay.reads, say.controls.verbs.reveal);
  await fay.press(say.controls.verbs.reveal);
  await until(fay.reads, "(100%)");
  await fay.press(scenario.asked.reasons?.seeAll ?? "");
  await until(fay.reads, scenario.asked.reasons?.allTitle ?? "");
  for (const { blocks } of server.messages) expect(blocks.length).toBeLessThanOrEqual(50);
});
