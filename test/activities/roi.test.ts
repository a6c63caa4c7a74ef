/** The ROI comparison: what its form takes, and what the shipped model makes of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/activities/asking.ts";
import type { OpenActivity } from "../../src/activities/open-activity.ts";
import { roiContent } from "../../src/activities/roi/content.ts";
import { exampleOf, projectOf } from "../../src/activities/roi/figures.ts";
import { roi } from "../../src/activities/roi/kind.ts";
import { paybacks } from "../../src/analysis/payback.ts";
import type { Block } from "../../src/cards/card.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { shipped } from "../../testkit/shipped.ts";
import { openWorld } from "../../testkit/world.ts";

const en = translatorFor("en");
const ko = translatorFor("ko");
const say = en.messages.roi;
const read = (blocks: readonly Block[] = []): string => plainCard({ title: words(""), blocks });
const answered = (open: OpenActivity, draft: Draft): unknown => {
  const checked = open.check(draft, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  return checked.answer;
};
const project = { domain: "customer-service", complexity: "medium", examples: "5000", required: "85", budget: "2,000" };

describe("the shipped example", () => {
  test("costs in a year what the facts say, with retraining paid twice", async () => {
    const content = roiContent.parse((await shipped("approach-roi")).content);
    const results = paybacks(projectOf(content, exampleOf(content)));
    expect(results.map(({ id, cost }) => [id, cost])).toEqual([
      ["prompt-engineering", 530],
      ["rag", 2120],
      ["tool-use", 2070],
      ["fine-tuning", 4200],
      // 200 + 150 + 12 × (50 + 40) for both parts' own, 12 × (100 + 30) for what they share.
      ["hybrid", 2990],
    ]);
    expect(content.example).toEqual({
      domain: "customer-service",
      complexity: "medium",
      examples: 5000,
      required: 85,
      budget: 2000,
    });
    // Performance: base + domain; value: 3,000 + 60 a point around 85.
    expect(results.map(({ performance, value }) => [performance, value])).toEqual([
      [70, 2100],
      [86, 3060],
      [82, 2820],
      [85, 3000],
      [86, 3060],
    ]);
  });

  test("says in both languages what stands in the way when none qualifies, and what it takes for granted", async () => {
    const { open } = await shipped("approach-roi");
    const card = read(open.opening(en));
    for (const part of [
      say.nearest({ approach: "RAG", roi: "44%", missing: "over the year’s budget by KRW 1.2 million" }),
      say.leaderAlone({ approach: "Prompt engineering", roi: "296%" }),
      "15 points below",
      "Performance to begin with: Prompt engineering 70%, RAG 80%, Tool use 78%, Fine-tuning 82%",
      "5,000 examples: RAG +6, Tool use +4, Fine-tuning +3",
      "Value a year at 85%: KRW 30 million, and KRW 600 thousand",
      "paid every month",
      "12 months",
    ])
      expect(card).toContain(part);
    const korean = read(open.opening(ko));
    for (const part of ["530만원", "4,200만원", "연간 예산 120만원 초과", "12개월 비용 기준", "매달 나가는"])
      expect(korean).toContain(part);
  });
});

test("an approach over budget or below the required performance is listed and flagged, never the best", async () => {
  const { open } = await shipped("approach-roi");
  const withBudget = (budget: string): string => read(open.form({ ...project, budget }, en).outro);
  expect(withBudget("2069")).toContain("None keeps every limit; nearest is RAG");
  expect(withBudget("2120")).toContain("Best: RAG");
  expect(withBudget("2120")).toContain("Fine-tuning | KRW 42 million");
  expect(read(open.form({ ...project, required: "70" }, en).outro)).toContain("Best: Prompt engineering");
});

test("one step further stand every cost item with its period, and every assumption; what was changed counts", async () => {
  const { open } = await shipped("approach-roi");
  expect(open.form(project, en).fields).toHaveLength(6);
  const { fields, steps } = open.form(project, en, { pressed: "details" });
  expect(fields).toHaveLength(6 + 2 + 4 * 2 + 16 * 2 + 4 + 1);
  expect(steps?.map(({ id }) => id)).toEqual(["calculate"]);
  const draft = Object.fromEntries(fields.map(({ id, value }) => [id, value ?? ""]));
  expect(open.form(draft, en).fields).toEqual(fields);
  expect(answered(open, draft)).toEqual(answered(open, project));
  // 12 × 30 less maintenance, 4 × 30 more: 2,120 − 360 + 120.
  expect(read(open.form({ ...draft, "every-rag-maintenance": "3" }, en).outro)).toContain("RAG | KRW 18.8 million");
  expect(read(open.form({ ...draft, "effect-rag": "0" }, en).outro)).toContain("RAG | KRW 21.2 million | 80%");
});

test.each([
  ["budget", "0", "1"],
  ["budget", "-5", "1"],
  ["budget", "", "1"],
  ["budget", "99999999999999", "1"],
  ["required", "101", "100"],
  ["required", "much", "100"],
  ["examples", "1e5", "0"],
  ["cost-rag-api", "NaN", "0"],
  ["cost-rag-api", "-1", "0"],
  ["value", "Infinity", "0"],
  ["effect-rag", "400", "100"],
  ["domain", "cooking", "choose"],
])("%s = %j is a mistake at its field", async (field, value, part) => {
  const { open } = await shipped("approach-roi");
  const checked = open.check({ ...project, [field]: value }, en);
  expect(checked.type === "mistakes" && Object.keys(checked.mistakes)).toEqual([field]);
  expect(checked.type === "mistakes" && checked.mistakes[field]).toContain(part);
  expect(read(open.form({ ...project, [field]: value }, en).outro)).toBe(`\n${say.notYet}`);
});

test("an approach that costs nothing is a mistake at its first cost", async () => {
  const { open } = await shipped("approach-roi");
  const free = { "cost-prompt-engineering-development": "0", "cost-prompt-engineering-api": "0" };
  expect(open.check({ ...project, ...free }, en).type).toBe("answer");
  expect(open.check({ ...project, ...free, "cost-prompt-engineering-maintenance": "0" }, en)).toEqual({
    type: "mistakes",
    mistakes: { "cost-prompt-engineering-development": say.noCost },
  });
});

test("whatever is typed, nothing shows NaN or Infinity, and what is accepted comes back as it was", async () => {
  const { open } = await shipped("approach-roi");
  const fields = open.form(project, en, { pressed: "details" }).fields.map(({ id }) => id);
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer().map(String),
    fc.constantFrom("0", "", "1000000000", "100"),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 }), (draft) => {
      for (const shown of [read(open.form(draft, en).outro), JSON.stringify(open.form(draft, ko).fields)])
        expect(shown).not.toMatch(/NaN|Infinity|∞/);
      const checked = open.check(draft, en);
      if (checked.type === "answer") expect(open.check(open.draftOf(checked.answer), en)).toEqual(checked);
    }),
  );
});

test("the reveal shows medians with ranges, what came out best, and what moves the result most", async () => {
  const { open } = await shipped("approach-roi");
  const drafts = [
    { ...project, budget: "3000" },
    { ...project, budget: "3000", "cost-rag-development": "300" },
    { ...project, budget: "100" },
  ];
  const reveal = (count: number, anonymous = false): string =>
    read(
      open.reveal(
        {
          session: "s",
          anonymous,
          discussion: false,
          round: 1,
          responses: drafts.slice(0, count).map((draft, index) => ({
            round: 1,
            participant: `p${index}`,
            revision: 1,
            at: 0,
            answer: answered(open, draft),
          })),
        },
        en,
      ),
    );
  const card = reveal(3);
  for (const part of [
    "RAG: 2",
    "None qualifies: 1",
    "RAG | KRW 21.2 million (KRW 21.2 million – KRW 22.2 million) | 86%",
    say.flipsFrom({ approach: "RAG" }),
    say.commonHint({ count: 2, of: 3 }),
  ])
    expect(card).toContain(part);
  expect(card).toMatch(/- .+ → .+: .+ is best/);
  expect(reveal(2, true)).not.toContain("KRW");
  expect(reveal(0)).toContain("Nobody responded");
});

test("a member's own result is told to them alone", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start approach-roi");
  const reply = await world.respond("ann", session, { ...project, budget: "2120" });
  expect(reply.type === "card" && plainCard(reply.card)).toContain("Best: RAG");
  expect(world.faults).toEqual([]);
});

test("a model that names what it doesn't declare is refused", async () => {
  const content = roiContent.parse((await shipped("approach-roi")).content);
  const wrong = { ...content, example: { ...content.example, domain: "cooking" } };
  const issues = roi.content.safeParse(wrong).error?.issues;
  expect(issues).toMatchObject([{ path: ["example", "domain"], params: { code: "not-declared", id: "cooking" } }]);
});
