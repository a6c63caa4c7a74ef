/** The picture of a flow: nothing overlaps, everything is inside, every label can be read whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeWords, layoutFlow, linesOf } from "../../adapters/playground/page/layout-flow.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { shipped } from "../../testkit/shipped.ts";

const answers = [
  { "simple-prompt": "no", "external-knowledge": "yes" },
  { "simple-prompt": "no", "external-knowledge": "yes" },
  { "simple-prompt": "yes" },
];

const flowIn = async (language: "en" | "ko") => {
  const { open } = await shipped("which-approach");
  const responses = answers.map((walked, index) => ({
    round: 1,
    participant: `p${index}`,
    revision: 1,
    answer: { answers: walked, why: null },
    at: 0,
  }));
  const blocks = open.reveal(
    { session: "s", anonymous: false, discussion: false, round: 1, responses },
    translatorFor(language),
  );
  const block = blocks.find(({ type }) => type === "flow");
  if (block?.type !== "flow") throw new Error("No flow was drawn");
  return block.flow;
};

test.each(["en", "ko"] as const)("the shipped flow is laid out without overlaps, in %s", async (language) => {
  const { nodes, edges, width, height } = layoutFlow(await flowIn(language));
  expect([nodes.length, edges.length]).toEqual([14, 13]);
  for (const one of nodes) {
    expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
    expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
    for (const other of nodes)
      if (one !== other)
        expect(
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
            Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
        ).toBe(true);
  }
});

test("ways carry how many took them, verdicts their approach's colour, and all is said in words", async () => {
  const flow = await flowIn("en");
  const countOf = (from: string, to: string) => flow.edges.find((edge) => edge.from === from && edge.to === to)?.count;
  expect(countOf("start", "simple-prompt")).toBe(3);
  expect(countOf("simple-prompt", "external-knowledge")).toBe(2);
  expect(countOf("external-knowledge", "rag")).toBe(2);
  expect(countOf("can-invest", "fine-tuning")).toBe(0);
  expect(flow.nodes.filter(({ colour }) => colour !== undefined)).toHaveLength(5);
  expect(flow.paths).toHaveLength(2);
  expect([edgeWords("Yes", 2), edgeWords("Yes", 0), edgeWords("", 3)]).toEqual(["Yes (2)", "Yes", ""]);
});

test("a label is broken into lines without losing a letter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (label) => {
      expect(linesOf(label).join("").replace(/\s/gu, "")).toBe(label.replace(/\s/gu, ""));
    }),
  );
});
