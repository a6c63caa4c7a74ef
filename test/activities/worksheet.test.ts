/** Worksheets: what is computed, what is refused, and the table with the median. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { worksheetContent } from "../../src/activities/worksheet/content.ts";
import { worksheet } from "../../src/activities/worksheet/kind.ts";
import { computeFormula, formulaProblem } from "../../src/analysis/formula.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { shipped } from "../../testkit/shipped.ts";

const en = translatorFor("en");
const draft = {
  present_approach: "Fine-tuning",
  present_cost: "4,200",
  present_performance: "85",
  alternative_approach: "RAG",
  expected_cost: "2100",
  expected_performance: "85",
};

test.each([
  // Half the cost at the same performance: twice the performance per cost.
  [{}, "2 times"],
  [{ expected_cost: "4200", expected_performance: "42.5" }, "0.5 times"],
  [{ present_cost: "1000", present_performance: "50", expected_cost: "500", expected_performance: "75" }, "3 times"],
])("the improvement with %j is %s", async (change, expected) => {
  const { open } = await shipped("cost-analysis");
  const checked = open.check({ ...draft, ...change }, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  const shown = plainCard({ title: words(""), blocks: open.confirmation(checked.answer, en) });
  expect(shown).toContain(`ROI improvement (performance per cost): ${expected}`);
  expect(open.check(open.draftOf(checked.answer), en)).toEqual(checked);
});

test.each([
  ["present_cost", "0"],
  ["present_cost", "-1"],
  ["expected_cost", "NaN"],
  ["expected_performance", "101"],
  ["present_performance", ""],
  ["present_approach", " "],
])("%s = %j is a mistake at its field", async (field, value) => {
  const { open } = await shipped("cost-analysis");
  const checked = open.check({ ...draft, [field]: value }, en);
  expect(checked.type === "mistakes" && Object.keys(checked.mistakes)).toEqual([field]);
});

test("the reveal has everybody's row and the median, without names when anonymous", async () => {
  const { open } = await shipped("cost-analysis");
  const responses = ["2100", "4200", "1050"].map((cost, index) => {
    const checked = open.check({ ...draft, expected_cost: cost }, en);
    if (checked.type === "mistakes") throw new Error("mistakes");
    return { round: 1, participant: `p${index}`, revision: 1, at: 0, answer: checked.answer };
  });
  const read = (anonymous: boolean, count = 3): string =>
    plainCard({
      title: words(""),
      blocks: open.reveal(
        { session: "s", anonymous, discussion: false, round: 1, responses: responses.slice(0, count) },
        en,
      ),
    });
  expect(read(false)).toMatch(
    /@p0 \| Fine-tuning \| KRW 42 million .*2 times\n.*1 times\n.*4 times\nMedian .*2 times$/,
  );
  expect(read(true)).not.toContain("@p");
  expect(read(true, 2)).not.toContain("Fine-tuning");
});

test.each([
  ["a / b", true],
  ["a +", false],
  ["zz * 2.0", false],
  ["a > b", false],
  ["a > b ? a : b / 2", true],
  ["-a * (a - 1e3) / b", true],
  ['"aaaa".matches("^(a+)+$") ? a : b', false],
  ["[a, b].exists(x, x > a) ? a : b", false],
  ['duration("1s") < duration("2s") ? a : b', false],
  ["double(string(a))", false],
  ["a.constructor", false],
  [`${"(".repeat(40)}a${")".repeat(40)}`, false],
])("the formula %s is judged when it is loaded", (formula, right) => {
  expect(formulaProblem(formula, ["a", "b"]) === undefined).toBe(right);
});

/** A quantifier in a quantifier: two more letters take four times as long. */
const endless = `"${"a".repeat(40)}b".matches("^(a+)+$") ? 1.0 : 2.0`;

test("a formula of a session from before formulas had rules gives no value, and the sheet works", async () => {
  const { content } = await shipped("cost-analysis");
  const before = worksheetContent.parse(content);
  const kept = { ...before, computed: before.computed.map((one) => ({ ...one, formula: endless })) };
  expect(worksheetContent.safeParse(kept).success).toBe(false);
  const open = worksheet.open(kept, {});
  const checked = open.check(draft, en);
  if (checked.type === "mistakes") throw new Error("mistakes");
  expect(plainCard({ title: words(""), blocks: open.confirmation(checked.answer, en) })).toContain(
    "ROI improvement (performance per cost): –",
  );
});

test("a formula yields a finite number or nothing", () => {
  expect(computeFormula("a / b", { a: 1, b: 0 })).toBeUndefined();
  fc.assert(
    fc.property(fc.double(), fc.double(), (a, b) => {
      const value = computeFormula("a / b * (a - b)", { a, b });
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});

test("the shipped sheet asks for the facts' fields, and computes the improvement", async () => {
  const content = worksheetContent.parse((await shipped("cost-analysis")).content);
  expect(content.fields.map(({ type }) => type)).toEqual(["text", "number", "percent", "text", "number", "percent"]);
  expect(content.computed.map(({ id }) => id)).toEqual(["roi_improvement"]);
});
