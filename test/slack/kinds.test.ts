/** The other kinds of the built-in pack, run from start to reveal through Slack's protocol. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";
import { costFigures } from "../../testkit/stories.ts";

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, checklist, decisionFlow, discussion, roi, commands } = t.messages;

  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ locale: language });
  });
  afterAll(() => world.close());

  /** Starts an activity on an empty channel and answers when it can be responded to. */
  const start = async (id: string): Promise<void> => {
    world.server.messages.length = 0;
    await world.person(0).command(`start ${id}`);
    await expect.poll(world.person(0).reads, { timeout: 10_000 }).toContain(say.controls.title);
  };

  const reveal = async (): Promise<void> => {
    const fay = world.person(0);
    await fay.press(say.controls.verbs["end-round"]);
    await expect.poll(fay.reads, { timeout: 10_000 }).toContain(`\n${say.controls.verbs.reveal}\n`);
    await fay.press(say.controls.verbs.reveal);
  };

  test("a decision flow is walked question by question, with a step back, and the reveal shows where paths part", async () => {
    await start("which-approach");
    const walks = [["no", "yes"], ["yes"], ["no", "no", "yes"]] as const;
    for (const [index, answers] of walks.entries()) {
      const person = world.person(index);
      await person.press(say.respond);
      for (const answer of answers) {
        const labels = JSON.stringify(person.view()?.blocks);
        const [, label = ""] =
          /"block_id":"node-[^"]*~","label":\{"type":"plain_text","text":"([^"]*)"/.exec(labels) ?? [];
        await person.change(label, decisionFlow.branches[answer]);
      }
      if (index === 0) {
        expect(wordsIn(person.view()?.blocks)).toContain(
          decisionFlow.verdictIs({ verdict: t.pick({ en: "RAG", ko: "RAG (검색 증강 생성)" }) }),
        );
        await person.step(decisionFlow.back);
        const [, label = ""] =
          /"block_id":"node-[^"]*~","label":\{"type":"plain_text","text":"([^"]*)"/.exec(
            JSON.stringify(person.view()?.blocks),
          ) ?? [];
        await person.change(label, decisionFlow.branches.yes);
      }
      expect((await person.submit({ [decisionFlow.why]: "because" })).body).toMatchObject({
        response_action: "update",
      });
    }
    await reveal();
    await expect.poll(world.person(1).reads, { timeout: 10_000 }).toContain(decisionFlow.partingTitle);
  });

  test("a checklist shows first what the team disagrees on", async () => {
    await start("alternatives-first");
    for (const [index, answer] of [checklist.answers.yes, checklist.answers.no, checklist.answers.yes].entries()) {
      const person = world.person(index);
      await person.press(say.respond);
      const labels = [
        ...JSON.stringify(person.view()?.blocks).matchAll(
          /"type":"input"[^}]*?"label":\{"type":"plain_text","text":"([^"]*)"[^{]*?\}[^}]*?"optional":false/g,
        ),
      ].map(([, label = ""]) => label);
      expect(labels).toHaveLength(3);
      expect((await person.submit(Object.fromEntries(labels.map((label) => [label, answer])))).body).toMatchObject({
        response_action: "update",
      });
    }
    await reveal();
    await expect.poll(world.person(1).reads, { timeout: 10_000 }).toContain(checklist.talkTitle);
  });

  test("an ROI comparison shows its result before it is submitted, and everyone's figures at the reveal", async () => {
    await start("approach-roi");
    const ann = world.person(1);
    await ann.press(say.respond);
    await ann.step(roi.calculate);
    expect(wordsIn(ann.view()?.blocks)).toContain(roi.cost);
    await ann.step(roi.details);
    expect(wordsIn(ann.view()?.blocks)).toContain(roi.valueAtRequired);
    const refused = await ann.submit({ [roi.budget]: "-5" });
    expect(refused.body).toMatchObject({ response_action: "errors" });
    expect((await ann.submit()).body).toMatchObject({ response_action: "update" });
    await reveal();
    await expect.poll(ann.reads, { timeout: 10_000 }).toContain(roi.spreadTitle);
  });

  test("a worksheet computes what follows, and the reveal is everyone's table with the median", async () => {
    await start("cost-analysis");
    const ann = world.person(1);
    await ann.press(say.respond);
    const figures = costFigures(t);
    const refused = await ann.submit({ ...figures, [t.pick({ en: "Yearly cost", ko: "연간 비용" })]: "-1" });
    expect(refused.body).toMatchObject({ response_action: "errors" });
    expect((await ann.submit(figures)).body).toMatchObject({ response_action: "update" });
    await reveal();
    const table = () => world.server.messages.find(({ blocks }) => JSON.stringify(blocks).includes('"type":"table"'));
    await expect.poll(table, { timeout: 10_000 }).toBeDefined();
    expect(wordsIn(table()?.blocks)).toContain(`@${ann.id}`);
    expect(table()?.text).not.toContain(ann.id);
  });

  test("a discussion gathers positions and closes with the summary", async () => {
    await start("fine-tuning-future");
    const ann = world.person(1);
    await ann.press(say.respond);
    expect((await ann.submit({ [discussion.position]: "It comes back on phones" })).body).toMatchObject({
      response_action: "update",
    });
    expect(world.person(2).reads()).not.toContain("phones");
    await reveal();
    await expect.poll(world.person(2).reads, { timeout: 10_000 }).toContain("It comes back on phones");
  });

  test("a case without an official answer shows what the models give, and leads to a reference card for its reader alone", async () => {
    await start("shop-recommendation");
    const ann = world.person(1);
    await ann.press(t.pick({ en: "Tool use", ko: "도구 사용" }));
    expect((await ann.submit({ [scenario.reason]: "stock changes" })).body).toMatchObject({
      response_action: "update",
    });
    await reveal();
    const verdict = decisionFlow.verdictIs({ verdict: t.pick({ en: "Tool use", ko: "도구 사용" }) });
    await expect.poll(ann.reads, { timeout: 10_000 }).toContain(verdict);
    expect(ann.reads()).toContain(
      roi.bestIs({ approach: t.pick({ en: "RAG", ko: "RAG (검색 증강 생성)" }), roi: "58%" }),
    );
    const title = t.pick({ en: "Hybrid systems: route by intent", ko: "하이브리드 시스템: 의도에 따라 나누기" });
    await ann.press(title);
    await expect.poll(ann.reads, { timeout: 10_000 }).toContain(commands.share);
    expect(world.person(2).reads()).not.toContain(commands.share);
  });

  test("a reference card is read alone, then posted for everyone", async () => {
    world.server.messages.length = 0;
    const ann = world.person(1);
    await ann.command("learn peft");
    await expect.poll(ann.reads, { timeout: 10_000 }).toContain("QLoRA");
    expect(world.person(2).reads()).not.toContain("QLoRA");
    await ann.press(commands.share);
    await expect.poll(world.person(2).reads, { timeout: 10_000 }).toContain("QLoRA");
    expect(world.person(2).reads()).toContain(say.sharedBy);
  });
});
