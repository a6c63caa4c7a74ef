/** Whatever is drawn keeps Slack's limits, and what people typed comes out as typed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCard, withoutCharts } from "../../adapters/slack/draw/draw-card.ts";
import { drawForm, drawMistakes } from "../../adapters/slack/draw/draw-form.ts";
import { drawElements, drawNotification } from "../../adapters/slack/draw/draw-text.ts";
import { parseMetadata, parseValues } from "../../adapters/slack/draw/read-form.ts";
import { limits } from "../../adapters/slack/limits.ts";
import { drawScheduleForm } from "../../src/cards/forms/schedule-form.ts";
import { drawSchedules } from "../../src/cards/private/schedule-card.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { make } from "../../src/schedule/schedule.ts";
import { cut } from "../../src/text/cut.ts";
import { plain } from "../../src/text/text.ts";
import { everyCard, longestForm } from "../../testkit/every-card.ts";
import { shippedLibrary } from "../../testkit/shipped-library.ts";
import { type BlockLimits, violationsIn } from "../../testkit/slack/block-limits.ts";
import { wordsIn } from "../../testkit/slack/people.ts";

const length = (max_length: number) => ({ max_length });
const items = (max_items: number) => ({ max_items });
const own: BlockLimits = {
  text: length(limits.text.textMax),
  action_id: length(255),
  block_id: length(255),
  button: { text: length(limits.button.textMax), value: length(limits.button.valueMax) },
  confirmation: {
    title: length(limits.confirm.titleMax),
    text: length(limits.confirm.textMax),
    confirm: length(limits.confirm.buttonMax),
    deny: length(limits.confirm.buttonMax),
  },
  option: {
    text: length(limits.option.textMax),
    value: length(150),
    description: length(limits.option.descriptionMax),
  },
  radio_buttons: { options: items(limits.radio.optionsMax) },
  checkboxes: { options: items(limits.radio.optionsMax) },
  select: { options: items(limits.select.optionsMax) },
  plain_text_input: { max_length: { max: limits.input.lengthMax } },
  actions: { elements: items(limits.actions.elementsMax) },
  context: { elements: items(10) },
  data_visualization: {
    title: length(limits.chart.titleMax),
    series_name: length(limits.chart.labelMax),
    data: items(limits.chart.pointsMax),
    point_label: length(limits.chart.labelMax),
    categories: items(limits.chart.pointsMax),
    category_label: length(limits.chart.labelMax),
    axis_label: length(limits.chart.titleMax),
  },
  header: { text: length(limits.header.textMax) },
  input: { label: length(limits.input.labelMax), hint: length(limits.input.hintMax) },
  section: { text: length(limits.text.textMax) },
  view: {
    blocks: items(limits.view.blocksMax),
    private_metadata: length(limits.view.metadataMax),
    title: length(limits.view.titleMax),
    close: length(limits.view.buttonMax),
    submit: length(limits.view.buttonMax),
  },
};

describe.each(["en", "ko"] as const)("the longest content in %s", (language) => {
  test.each([0, 1, 40])("keeps every limit with %i responses", (count) => {
    for (const card of everyCard(language, count)) {
      const messages = drawCard(card);
      for (const { text, blocks } of messages) {
        expect(violationsIn(blocks, own)).toEqual([]);
        expect(text.length).toBeGreaterThan(0);
      }
      expect(JSON.stringify(withoutCharts(messages))).not.toContain("data_visualization");
    }
  });

  test("keeps every limit in the form", () => {
    expect(violationsIn(drawForm(longestForm(language), { channel: "C1", thread: "1.1" }), own)).toEqual([]);
  });
});

test("a limit that is broken is noticed", () => {
  expect(violationsIn([{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }], own)).toHaveLength(1);
});

test("what a person typed is text, never markup", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 500, unit: "grapheme" }), (typed) => {
      expect(drawElements([plain(typed)])).toEqual([{ type: "text", text: typed }]);
      expect(drawNotification(typed)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    }),
  );
  for (const card of everyCard("en", 3, ["<!channel> <@U1> *x*"]))
    if (wordsIn(drawCard(card).flatMap(({ blocks }) => blocks)).includes("U1>"))
      expect(wordsIn(drawCard(card).flatMap(({ blocks }) => blocks))).toContain("<!channel> <@U1> *x*");
});

test("a cut keeps to its length and halves no character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, lengthMax) => {
      const short = cut(text, lengthMax);
      expect(short.length).toBeLessThanOrEqual(Math.max(lengthMax, 1));
      expect(short.isWellFormed()).toBe(true);
    }),
  );
  expect(cut("가👩‍👩‍👧나", 6)).toBe("가…");
});

test("values and metadata that were not drawn here are taken for nothing", () => {
  expect(parseValues(undefined)).toEqual({});
  expect(parseValues({ a: { value: { type: "radio_buttons", selected_option: null } } })).toEqual({ a: "" });
  expect(parseValues({ a: { other: { type: "plain_text_input", value: "x" } } })).toEqual({ a: "" });
  for (const text of ["", "{", "null", "[]", '{"place":{}}']) expect(parseMetadata(text)).toBeUndefined();
  expect(drawMistakes({ form: "whole", reason: "why" }, ["choice", "reason"])).toEqual({
    choice: "whole",
    reason: "why",
  });
});

test.each(["en", "ko"] as const)("the form of every shipped activity keeps every limit in %s", async (language) => {
  const { token, title, submit, cancel } = longestForm(language);
  for (const { open } of (await shippedLibrary()).activities) {
    if (!open.takesResponses) continue;
    const questions = open.form({}, translatorFor(language));
    const form = { token, title, submit, cancel, ...questions, intro: questions.intro ?? [] };
    expect(violationsIn(drawForm(form, { channel: "C1" }), own)).toEqual([]);
  }
});

test.each(["en", "ko"] as const)(
  "a schedule's form and a long list of schedules keep every limit in %s",
  async (language) => {
    const t = translatorFor(language);
    const library = await shippedLibrary();
    const token = {
      type: "schedule",
      nonce: "x".repeat(64),
      schedule: "x".repeat(64),
      revision: 999_999_999,
    } as const;
    for (const every of ["weekly", "cron"]) {
      const form = drawScheduleForm(library, token, { every, zone: "America/Argentina/ComodRivadavia" }, t);
      expect(violationsIn(drawForm(form, { channel: "C1" }), own)).toEqual([]);
    }
    const rule = { type: "cron", expression: "0 9 * * 1-5" } as const;
    const settings = { anonymous: false, discussion: false, language };
    const plan = { rule, zone: "Asia/Seoul", skipDates: [], from: Array(20).fill("x".repeat(64)), settings, end: null };
    const schedule = make({ id: "x".repeat(64), workspace: "w", channel: "C1", owner: "U1" }, plan, 0);
    const occurrence = { wall: "2026-11-23T10:00", at: 0, outcome: "uncertain", decidedAt: 0, sessions: [] } as const;
    const shown = Array(25).fill({ schedule, occurrences: Array(3).fill(occurrence), mayChange: true });
    for (const { blocks } of drawCard(drawSchedules(shown, true, t))) expect(violationsIn(blocks, own)).toEqual([]);
  },
);

test("a number that a chip filled in takes the place of what was typed", () => {
  const chips = [{ id: "n-20", label: "20%", value: 20 }];
  const field = { type: "number", id: "n", label: "N", required: false, min: 0, max: 100, unit: "%", chips } as const;
  const form = { token: { type: "start", nonce: "n1" }, title: "T", intro: [], submit: "S", cancel: "C" } as const;
  const blocksOf = (value?: number) => drawForm({ ...form, fields: [{ ...field, value }] }, { channel: "C1" }).blocks;
  const [input, buttons] = blocksOf();
  expect(buttons).toMatchObject({ type: "actions", elements: [{ action_id: "step:n-20", value: "n-20" }] });
  const [filled] = blocksOf(20);
  expect(filled).toMatchObject({ element: { initial_value: "20" } });
  expect(input).not.toMatchObject({ block_id: JSON.parse(JSON.stringify(filled)).block_id });
  const typed = { value: { type: "number_input", value: "35" } };
  expect(parseValues({ "n~": typed, "m~20": typed })).toEqual({ n: "35", m: "35" });
});

test("a number is bounded where it is typed, and a table wraps", () => {
  const field = { type: "number", id: "n", label: "N", required: true, min: 50, max: 100, unit: "%" } as const;
  const token = { type: "start", nonce: "n1" } as const;
  const form = { token, title: "T", intro: [], fields: [field], submit: "S", cancel: "C" };
  expect(drawForm(form, { channel: "C1" }).blocks).toMatchObject([{ element: { min_value: "50", max_value: "100" } }]);
  const table = { type: "table", columns: ["a", "b"], rows: [[[plain("1")], [plain("2")]]] } as const;
  const [message] = drawCard({ title: [plain("T")], blocks: [table] });
  expect(message?.blocks.at(-1)).toMatchObject({ column_settings: [{ is_wrapped: true }, { is_wrapped: true }] });
});

test("buttons that say the same say to the ear what they are of", () => {
  const entry = (title: string) =>
    [
      { type: "paragraph", text: [plain(title)] },
      { type: "buttons", buttons: [{ label: "Start", action: { type: "ask-start", activity: "a" } }] },
    ] as const;
  const alone = { type: "buttons", buttons: [{ label: "Help", action: { type: "show", what: "help" } }] } as const;
  const drawn = JSON.stringify(drawCard({ title: [plain("List")], blocks: [...entry("One"), ...entry("Two"), alone] }));
  expect(drawn.match(/"accessibility_label":"[^"]+"/gu)).toEqual([
    '"accessibility_label":"Start: One"',
    '"accessibility_label":"Start: Two"',
  ]);
});

test("a form begins where there is something to write", () => {
  const drawn = JSON.stringify(drawForm(longestForm("en", ""), { channel: "C1" }));
  expect(drawn.match(/"focus_on_load":true/gu)).toHaveLength(1);
  expect(JSON.stringify(drawForm(longestForm("en"), { channel: "C1" }))).not.toContain("focus_on_load");
});
