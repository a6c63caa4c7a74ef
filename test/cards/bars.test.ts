/**
 * Bars are as long as what they say, on every platform: counts of a whole, percent below zero, what
 * is ruled out in grey.
 */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CardView } from "../../adapters/playground/page/draw-card.tsx";
import { drawCard as drawForSlack } from "../../adapters/slack/draw/draw-card.ts";
import { drawCard as drawForTeams } from "../../adapters/teams/draw/draw-card.ts";
import { makeNamed } from "../../adapters/teams/mentions.ts";
import { barLines } from "../../src/cards/bars-in-words.ts";
import type { Block, Card } from "../../src/cards/card.ts";
import { type Bar, type Chart, countsOf, type Scale, signedPercent } from "../../src/cards/chart.ts";
import { plainText } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { shipped } from "../../testkit/shipped.ts";
import { partsIn } from "../../testkit/teams/adaptive-cards.ts";

const t = translatorFor("en");
const cardOf = (blocks: readonly Block[]): Card => ({ title: words("A card"), blocks });

const chartOf = (scale: Scale, bars: readonly (Partial<Bar> & { readonly value: number })[]): Chart => ({
  title: "Chart",
  unit: "responses",
  scale,
  bars: bars.map((bar, index) => ({
    label: `Option ${index + 1}`,
    figure: String(bar.value),
    colour: index,
    ...bar,
  })),
});

/** The bars of the page's picture: where each begins, how wide it is, what it looks like. */
const barsOnPage = (card: Card): readonly string[] =>
  [...renderToString(h(CardView, { card, spot: { thread: null, message: null } })).matchAll(/<rect ([^>]*)>/g)]
    .map(([, attributes = ""]) => attributes)
    .filter((attributes) => /class="bar /.test(attributes))
    .map((attributes) => ["x", "width", "class"].map((name) => attributeOf(attributes, name)).join(" "));

const attributeOf = (attributes: string, name: string): string =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]?.replace(/(\.\d)\d+/, "$1") ?? "";

const slackChart = z.object({
  type: z.literal("data_visualization"),
  chart: z.object({ series: z.array(z.object({ data: z.array(z.object({ label: z.string(), value: z.number() })) })) }),
});

const barsOnSlack = (card: Card): readonly string[] =>
  drawForSlack(card)
    .flatMap(({ blocks }) => blocks.flatMap((block) => slackChart.safeParse(block).data ?? []))
    .flatMap(({ chart }) => chart.series.flatMap(({ data }) => data.map(({ label, value }) => `${label} ${value}`)));

const teamsChart = z.looseObject({
  displayMode: z.string().optional(),
  data: z.array(z.object({ x: z.string(), y: z.number(), color: z.string().optional() })),
});

const barsOnTeams = (card: Card): readonly string[] => {
  const named = makeNamed([], () => undefined, "someone");
  const drawn = drawForTeams(card, { t, named, nonce: "nonce", source: { do: "show" } });
  return partsIn(drawn)
    .filter(({ type }) => type === "Chart.HorizontalBar")
    .map((part) => teamsChart.parse(part))
    .flatMap(({ displayMode, data }) => data.map(({ x, y, color = "" }) => `${x} ${y} ${displayMode} ${color}`.trim()));
};

describe("counts of a whole", () => {
  const votes = chartOf(countsOf(4), [{ value: 3 }, { value: 1 }, { value: 0 }]);
  const card = cardOf([{ type: "chart", chart: votes }]);

  test("three of four fill three quarters of the width, and one a quarter", () => {
    expect(barsOnPage(card)).toEqual(["0% 75% bar colour-0", "0% 25% bar colour-1"]);
    expect(barLines(votes).map((line) => plainText(line))).toEqual([
      "████████░░ Option 1: 3",
      "███░░░░░░░ Option 2: 1",
      "░░░░░░░░░░ Option 3: 0",
    ]);
    expect(barsOnSlack(card)).toEqual(["Option 1 3", "Option 2 1", "Option 3 0"]);
    expect(barsOnTeams(card)[0]).toBe("Option 1 3 PartToWhole categoricalBlue");
  });

  test("thirds are thirds, and one of many is still seen", () => {
    const thirds = chartOf(countsOf(3), [{ value: 1 }, { value: 1 }, { value: 1 }]);
    expect(barsOnPage(cardOf([{ type: "chart", chart: thirds }]))).toEqual(
      [0, 1, 2].map((colour) => `0% 33.3% bar colour-${colour}`),
    );
    expect(barLines(thirds).map((line) => plainText(line).slice(0, 10))).toEqual(Array(3).fill("███░░░░░░░"));
    const [few = []] = barLines(chartOf(countsOf(40), [{ value: 1 }]));
    expect(plainText(few)).toContain("█░░░░░░░░░");
  });
});

test("what is below zero goes to the left of it; Teams, whose bars can't, says it in words alone", () => {
  const returns = chartOf(signedPercent([300, -100]), [{ value: 300 }, { value: -100 }]);
  const card = cardOf([{ type: "chart", chart: returns }]);
  expect(barsOnPage(card)).toEqual(["25% 75% bar colour-0", "0% 25% bar colour-1"]);
  expect(barLines(returns).map((line) => plainText(line))).toEqual([
    "░░░│███████ Option 1: 300",
    "███│░░░░░░░ Option 2: -100",
  ]);
  expect(barsOnSlack(card)).toEqual(["Option 1 300", "Option 2 -100"]);
  expect(barsOnTeams(card)).toEqual([]);
});

describe("the shipped ROI comparison", () => {
  const draft = { domain: "customer-service", complexity: "medium", examples: "5000", required: "80" };
  const resultWith = async (budget: string): Promise<Card> => {
    const { open } = await shipped("approach-roi");
    const checked = open.check({ ...draft, budget }, t);
    if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
    return cardOf(open.confirmation(checked.answer, t));
  };

  test("draws what is ruled out in grey, a loss to the left, and says whole percent in bars and words alike", async () => {
    const card = await resultWith("3000");
    const [prompting, rag, tools, tuning] = barsOnPage(card);
    expect([prompting, tuning]).toEqual([
      expect.stringContaining("bar muted"),
      expect.stringMatching(/^0% .*bar muted/),
    ]);
    expect([rag, tools]).toEqual([expect.stringContaining("bar colour-1"), expect.stringContaining("bar colour-2")]);
    expect(barsOnSlack(card)).toEqual(["RAG 58", "Tool use 51", "Hybrid 12"]);
    const lines = card.blocks.flatMap((block) => (block.type === "chart" ? barLines(block.chart) : []));
    expect(lines.map((line) => plainText(line)).join("\n")).toMatch(
      /│▒+░* Prompt engineering: 353% · Ruled out\n.*█+░* RAG: 58% · Best\n.*Tool use: 51%\n▒+│░+ Fine-tuning: -21% · Ruled out/,
    );
  });

  test("has nothing loud where nothing qualifies", async () => {
    const card = await resultWith("100");
    expect(barsOnPage(card)).toHaveLength(5);
    for (const bar of barsOnPage(card)) expect(bar).toContain("bar muted");
    expect(barsOnSlack(card)).toEqual([]);
  });
});

test("on Teams what is ruled out is grey", () => {
  const chart = chartOf(signedPercent([300, 50]), [{ value: 300, muted: true }, { value: 50 }]);
  expect(barsOnTeams(cardOf([{ type: "chart", chart }]))).toEqual([
    "Option 1 300 AbsoluteNoAxis divergingGray",
    "Option 2 50 AbsoluteNoAxis categoricalBlue",
  ]);
});
