/** Decision flows: what makes one unsound, where answers lead, and where a team's paths part. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionFlow } from "../../src/activities/decision-flow/kind.ts";
import { kinds } from "../../src/activities/kinds.ts";
import type { OpenActivity } from "../../src/activities/open-activity.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { formatMistakes } from "../../src/packs/mistakes.ts";
import { parsePack } from "../../src/packs/parse.ts";
import { words } from "../../src/text/text.ts";
import { shipped } from "../../testkit/shipped.ts";
import { openWorld, sentenceOf } from "../../testkit/world.ts";

const en = translatorFor("en");
const questions = [
  "simple-prompt",
  "external-knowledge",
  "live-data-or-tools",
  "specialised-behaviour",
  "enough-data",
  "can-invest",
];

/** A draft from letters: y or n for each question of the shipped flow in order. */
const drafted = (letters: string): Record<string, string> =>
  Object.fromEntries([...letters].map((letter, index) => [`node-${questions[index]}`, letter === "y" ? "yes" : "no"]));

const answered = (open: OpenActivity, draft: Readonly<Record<string, unknown>>): unknown => {
  const checked = open.check(draft, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  return checked.answer;
};

test.each([
  ["y", "Verdict: Prompt engineering"],
  ["ny", "Verdict: RAG"],
  ["nny", "Verdict: Tool use"],
  ["nnnn", "Verdict: Review the requirements"],
  ["nnnyn", "Verdict: Collect data"],
  ["nnnyyy", "Verdict: Fine-tuning"],
  ["nnnyyn", "Verdict: Hybrid: RAG plus tools"],
])("the answers %s lead to %s", async (letters, verdict) => {
  const { open } = await shipped("which-approach");
  const { outro = [], fields } = open.form(drafted(letters), en);
  expect(plainCard({ title: words(""), blocks: outro })).toContain(verdict);
  expect(fields.map(({ id }) => id)).toEqual([...Object.keys(drafted(letters)), "why"]);
  const confirmed = open.confirmation(answered(open, drafted(letters)), en);
  expect(plainCard({ title: words(""), blocks: confirmed })).toContain(verdict);
});

test("one question is asked at a time; a step back takes the last answer away, a changed one leads elsewhere", async () => {
  const { open } = await shipped("which-approach");
  const shown = (draft: Readonly<Record<string, unknown>>, pressed?: string) => {
    const { fields, steps } = open.form(draft, en, { pressed });
    return { ids: fields.map(({ id }) => id), values: fields.map(({ value }) => value), steps: steps?.length };
  };
  expect(shown({})).toEqual({ ids: ["node-simple-prompt"], values: [undefined], steps: 0 });
  expect(shown(drafted("nn")).ids.at(-1)).toBe("node-live-data-or-tools");
  expect(shown(drafted("nn"), "back")).toEqual({
    ids: ["node-simple-prompt", "node-external-knowledge"],
    values: ["no", undefined],
    steps: 1,
  });
  expect(shown({ ...drafted("nny"), "node-simple-prompt": "yes" }).ids).toEqual(["node-simple-prompt", "why"]);
});

test("a path that isn't walked to its end is a mistake at the open question", async () => {
  const { open } = await shipped("which-approach");
  const mistakes = { "node-enough-data": en.messages.decisionFlow.answerThis };
  expect(open.check(drafted("nnny"), en)).toEqual({ type: "mistakes", mistakes });
});

test("whatever a draft holds, the walk ends, and what is accepted comes back as it was", async () => {
  const { open } = await shipped("which-approach");
  const value = fc.constantFrom("yes", "no", "", undefined, 7);
  fc.assert(
    fc.property(fc.record(Object.fromEntries(questions.map((id) => [`node-${id}`, value]))), (draft) => {
      const checked = open.check(draft, en);
      const { fields } = open.form(draft, en);
      if (checked.type === "mistakes") expect(fields.at(-1)?.id).toBe(Object.keys(checked.mistakes)[0]);
      else expect(open.check(open.draftOf(checked.answer), en)).toEqual(checked);
    }),
  );
});

const revealed = async (all: readonly string[], anonymous = false): Promise<string> => {
  const { open } = await shipped("which-approach");
  const responses = all.map((letters, index) => ({
    round: 1,
    participant: `p${index}`,
    revision: 1,
    at: 0,
    answer: answered(open, { ...drafted(letters), why: `why ${index}` }),
  }));
  return plainCard({
    title: words(""),
    blocks: open.reveal({ session: "s", anonymous, discussion: false, round: 1, responses }, en),
  });
};

test.each([
  [["ny", "nny"], "Does it need outside knowledge?", "1 person said yes, 1 person said no"],
  [["nnnyyy", "nnnyyn", "nnnyn"], "10,000 or more", "2 people said yes, 1 person said no"],
  [["y", "nnnn", "ny"], "Does a simple prompt do it?", "1 person said yes, 2 people said no"],
])("the paths %j part first at: %s", async (all, question, counts) => {
  const card = await revealed(all);
  expect(card).toMatch(new RegExp(`part first\\n“[^\n]*${question.replaceAll("?", "\\?")}[^\n]*”\\n${counts}`));
});

test("the reveal shows verdicts with rationale, and paths with who walked them unless anonymous", async () => {
  const card = await revealed(["ny", "ny", "nny"]);
  expect(card).toContain("RAG: 2 (67%)");
  expect(card).toContain("Does it need outside knowledge? Yes → RAG (2 people): @p0 @p1");
  expect(card).toContain("it stays fresh and can be cited");
  expect(await revealed(["ny", "ny"])).toContain("Everyone took the same path.");
  const anonymous = await revealed(["ny", "ny", "nny"], true);
  expect(anonymous).not.toContain("@p");
  expect(anonymous).toContain("why 1");
  expect(await revealed(["ny", "ny"], true)).not.toContain("RAG");
});

test("the form is asked again through the one door while the round is open, and only then", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start which-approach");
  const token = await world.askToRespond("ann", session);
  const redraw = (values: unknown, pressed: unknown = null) =>
    world.workshop.redraw(world.origin("ann"), token, values, pressed);
  const again = await redraw(drafted("nn"));
  expect(again).toMatchObject({ type: "form", form: { token } });
  expect(JSON.stringify(again)).toContain("node-live-data-or-tools");
  expect(JSON.stringify(await redraw(drafted("nn"), "back"))).not.toContain("node-live-data-or-tools");
  expect((await redraw("garbage")).type).toBe("refused");
  expect((await redraw({}, 7)).type).toBe("refused");
  expect((await world.workshop.redraw(world.origin("ann", { channel: "c2" }), token, {}, null)).type).toBe("refused");
  expect(sentenceOf(await world.respond("ann", session, drafted("ny")))).toBe("Your response is recorded.");
  await world.press("fay", session, "end-round");
  expect((await redraw(drafted("nn"))).type).toBe("refused");
  expect(world.faults).toEqual([]);
});

describe("a flow that isn't sound is refused when it is loaded, and named", () => {
  const text = "{ en: T, ko: 글 }";
  const flow = (nodes: string, outcomes: readonly string[] = ["x", "y"]): string =>
    `id: f\nkind: decision-flow\ncontent:\n  title: ${text}\n  intro: ${text}\n  start: a\n  nodes:\n${nodes}  outcomes:\n${outcomes
      .map((id) => `    - { id: ${id}, label: ${text}, rationale: ${text} }\n`)
      .join("")}`;
  const node = (id: string, rest: string): string => `    - { id: ${id}, text: ${text}, ${rest} }\n`;
  const linesOf = (file: string, language: "en" | "ko" = "en"): string => {
    const texts = new Map([
      ["pack.yaml", 'id: p\nversion: "1"\ntitle: { en: Pack, ko: 팩 }\n'],
      ["f.yaml", file],
    ]);
    const parsed = parsePack({ folder: "p", texts }, kinds);
    return parsed.type === "pack" ? "" : formatMistakes(parsed.mistakes, translatorFor(language)).join("\n");
  };
  const sound = node("a", "yes: x, no: y");

  test("a sound one is read", () => expect(linesOf(flow(sound))).toBe(""));

  test.each([
    ["a cycle", flow(node("a", "yes: b, no: x") + node("b", "yes: a, no: y")), "circle: a → b → a"],
    ["a node that leads to itself", flow(node("a", "yes: a, no: x"), ["x"]), "circle: a → a"],
    ["an unreachable node", flow(sound + node("c", "yes: x, no: y")), "leads to “c”"],
    ["an unreachable outcome", flow(sound, ["x", "y", "z"]), "leads to “z”"],
    ["a missing branch", flow(node("a", "yes: x"), ["x"]), "“a” has no “no” branch"],
    ["both branches missing", flow(node("a", "hint: { en: H, ko: 글 }"), ["x"]), "“a” has no “yes” branch"],
    ["a branch to nowhere", flow(node("a", "yes: x, no: nowhere"), ["x"]), "called “nowhere”"],
    ["next beside a branch", flow(node("a", "next: x, yes: y, no: x")), "“a” has “next” beside"],
    ["one id for two", flow(sound + node("x", "yes: x, no: y")), "“x” is used more than once"],
  ])("%s", (_, file, expected) => {
    expect(linesOf(file)).toContain(expected);
    expect(linesOf(file, "ko")).not.toContain("flow-");
  });

  test("a start that is no node", () => {
    expect(linesOf(flow(node("b", "yes: x, no: y")))).toContain("called “a”");
  });

  test("an unsound flow never opens", () => expect(() => decisionFlow.open({}, {})).toThrow());
});
