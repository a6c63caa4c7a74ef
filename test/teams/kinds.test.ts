/** The other kinds of the built-in pack, run from start to reveal through Teams' protocol. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { costFigures } from "../../testkit/stories.ts";
import { partsIn } from "../../testkit/teams/adaptive-cards.ts";
import type { TeamsPerson } from "../../testkit/teams/people.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

/** The labels of what can be filled in on the newest card with a form. */
const labelsOf = (person: TeamsPerson): readonly string[] => {
  const forms = person.cards().filter((card) => partsIn(card).some(({ verb }) => verb === "submit"));
  return partsIn(forms.at(-1)).flatMap(({ type, label }) => (type.startsWith("Input.") ? [String(label)] : []));
};

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, checklist, decisionFlow, discussion, roi, commands } = t.messages;
  const teams = teamsMessages(language);
  const { submit } = say.responseForm;

  let world: TeamsWorld;
  beforeAll(async () => {
    world = await openTeamsWorld({ locale: language });
  });
  afterAll(async () => {
    await world.close();
    expect(world.server.mistakes).toEqual([]);
  });

  const until = (person: TeamsPerson, sentence: string): Promise<void> =>
    expect.poll(person.reads, { timeout: 10_000 }).toContain(sentence);

  /** Starts an activity on an empty channel and answers when it can be responded to. */
  const start = async (id: string): Promise<void> => {
    world.server.messages.length = 0;
    await world.person(0).say(`start ${id}`);
    await until(world.person(0), say.controls.title);
  };

  const reveal = async (): Promise<void> => {
    const fay = world.person(0);
    await fay.press(say.controls.verbs["end-round"]);
    await until(fay, `[${say.controls.verbs.reveal}]`);
    await fay.press(say.controls.verbs.reveal);
    await fay.press(say.controls.verbs.reveal);
  };

  test("a decision flow is walked question by question, with a step back, and the reveal shows where paths part", async () => {
    await start("which-approach");
    const walks = [["no", "yes"], ["yes"], ["no", "no", "yes"]] as const;
    for (const [index, answers] of walks.entries()) {
      const person = world.person(index);
      await person.press(say.respond);
      const answer = async (branch: "yes" | "no"): Promise<string> => {
        const [question = ""] = labelsOf(person)
          .filter((label) => !label.startsWith(decisionFlow.why))
          .slice(-1);
        return person.press(teams.update, { [question]: decisionFlow.branches[branch] });
      };
      let shown = "";
      for (const branch of answers) shown = await answer(branch);
      if (index === 0) {
        expect(shown).toContain(decisionFlow.verdictIs({ verdict: t.pick({ en: "RAG", ko: "RAG (검색 증강 생성)" }) }));
        await person.press(decisionFlow.back);
        await answer("yes");
      }
      expect(await person.press(submit, { [decisionFlow.why]: "because" })).toContain(say.recorded.first);
    }
    await reveal();
    await until(world.person(1), decisionFlow.partingTitle);
  });

  test("a checklist shows first what the team disagrees on", async () => {
    await start("alternatives-first");
    for (const [index, answer] of [checklist.answers.yes, checklist.answers.no, checklist.answers.yes].entries()) {
      const person = world.person(index);
      await person.press(say.respond);
      const form = person.cards().find((card) => partsIn(card).some(({ verb }) => verb === "submit"));
      const required = partsIn(form).flatMap(({ isRequired, label }) => (isRequired === true ? [String(label)] : []));
      expect(required).toHaveLength(3);
      const values = Object.fromEntries(required.map((label) => [label, answer]));
      expect(await person.press(submit, values)).toContain(say.recorded.first);
    }
    await reveal();
    await until(world.person(1), checklist.talkTitle);
  });

  test("an ROI comparison shows its result before it is submitted, and everyone's figures at the reveal", async () => {
    await start("approach-roi");
    const ann = world.person(1);
    await ann.press(say.respond);
    expect(await ann.press(roi.calculate)).toContain(roi.cost);
    expect(await ann.press(roi.details)).toContain(roi.valueAtRequired);
    expect(await ann.press(submit, { [roi.budget]: "-5" })).toContain(teams.notSaved);
    expect(await ann.press(submit, { [roi.budget]: "50000" })).toContain(say.recorded.first);
    await reveal();
    await until(ann, roi.spreadTitle);
  });

  test("a worksheet computes what follows, and the reveal is everyone's table with the median", async () => {
    await start("cost-analysis");
    const ann = world.person(1);
    await ann.press(say.respond);
    const figures = costFigures(t);
    const cost = t.pick({ en: "Yearly cost", ko: "연간 비용" });
    expect(await ann.press(submit, { ...figures, [cost]: "-1" })).toContain(teams.notSaved);
    expect(await ann.press(submit, figures)).toContain(say.recorded.first);
    await reveal();
    const table = () => world.server.messages.find(({ card }) => JSON.stringify(card).includes('"type":"Table"'));
    await expect.poll(() => table()?.id, { timeout: 10_000 }).toBeDefined();
    const drawn = JSON.stringify(table()?.card);
    expect(drawn).toContain("<at>Ann B at</at>");
    expect(drawn).toContain(`"mentioned":{"id":"${ann.id}"`);
  });

  test("a discussion gathers positions and closes with the summary", async () => {
    await start("fine-tuning-future");
    const ann = world.person(1);
    await ann.press(say.respond);
    expect(await ann.press(submit, { [discussion.position]: "It comes back on phones" })).toContain(say.recorded.first);
    expect(world.person(2).reads()).not.toContain("phones");
    await reveal();
    await until(world.person(2), "It comes back on phones");
  });

  test("a case without an official answer shows what the models give, and leads to a reference card for its reader alone", async () => {
    await start("shop-recommendation");
    const ann = world.person(1);
    await ann.press(t.pick({ en: "Tool use", ko: "도구 사용" }));
    expect(await ann.press(submit, { [scenario.reason]: "stock changes" })).toContain(say.recorded.first);
    await reveal();
    await until(ann, decisionFlow.verdictIs({ verdict: t.pick({ en: "Tool use", ko: "도구 사용" }) }));
    expect(ann.reads()).toContain(
      roi.bestIs({ approach: t.pick({ en: "RAG", ko: "RAG (검색 증강 생성)" }), roi: "58%" }),
    );
    const title = t.pick({ en: "Hybrid systems: route by intent", ko: "하이브리드 시스템: 의도에 따라 나누기" });
    await ann.press(title);
    expect(ann.reads()).toContain(commands.share);
    expect(world.person(2).reads()).not.toContain(commands.share);
  });

  test("a reference card is read alone, then posted for everyone", async () => {
    world.server.messages.length = 0;
    const ann = world.person(1);
    await ann.say("");
    await until(ann, commands.menuTitle);
    await ann.press(teams.more);
    await ann.press(commands.learn);
    const title = t.pick({ en: "Hybrid systems: route by intent", ko: "하이브리드 시스템: 의도에 따라 나누기" });
    expect(await ann.press(commands.read)).toContain(title);
    expect(world.person(2).reads()).not.toContain(title);
    await ann.press(commands.share);
    await until(world.person(2), title);
    expect(world.person(2).reads()).toContain(say.sharedBy);
  });
});
