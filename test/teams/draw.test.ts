/**
 * Whatever is drawn keeps Teams' limits, is valid to the official library, and shows what people
 * typed as typed.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inputIdOf, parseCardData, parseValues } from "../../adapters/teams/card-data.ts";
import { drawCard } from "../../adapters/teams/draw/draw-card.ts";
import { drawForm } from "../../adapters/teams/draw/draw-form.ts";
import { drawText, inert } from "../../adapters/teams/draw/draw-text.ts";
import { makeNamed, peopleIn } from "../../adapters/teams/mentions.ts";
import { kinds } from "../../src/activities/kinds.ts";
import type { Button, Card } from "../../src/cards/card.ts";
import type { Form } from "../../src/cards/form.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { mention, plain, strong, words } from "../../src/text/text.ts";
import { everyCard, longestForm } from "../../testkit/every-card.ts";
import { shippedLibrary } from "../../testkit/shipped-library.ts";
import { mistakesIn, partsIn, wordsOn } from "../../testkit/teams/adaptive-cards.ts";

const named = (part: unknown) => makeNamed(peopleIn(part), (person) => `Name of ${person} <b>*x*`, "someone");

/** Every page of a card, as all see it and as one person does. */
const pagesOf = (card: Card, language: Language): readonly unknown[] => {
  const frame = {
    t: translatorFor(language),
    named: named(card),
    nonce: "x".repeat(22),
    refreshFor: Array.from({ length: 300 }, (_, index) => `29:${index}`.padEnd(110, "x")),
  };
  const press = { do: "press", action: `ask-decision:${"x".repeat(64)}:12`, nonce: "x".repeat(22) } as const;
  const pages: unknown[] = [];
  for (let page = 1; page < 300; page += 1) {
    const drawn = drawCard(card, { ...frame, source: press, back: { do: "show" }, page });
    pages.push(drawn, drawCard(card, { ...frame, source: { do: "show" }, page }));
    if (!JSON.stringify(drawn).includes(`"page":${page + 1}`)) return pages;
  }
  throw new Error("The pages never end");
};

describe.each(["en", "ko"] as const)("the longest content in %s", (language) => {
  test.each([0, 1, 40])("keeps every limit with %i responses, on every page", (count) => {
    for (const card of everyCard(language, count))
      for (const page of pagesOf(card, language)) expect(mistakesIn(page)).toEqual([]);
  });

  test("keeps every limit in the form, with mistakes at every field", () => {
    const form = longestForm(language);
    const mistakes = Object.fromEntries(
      ["form", ...form.fields.map(({ id }) => id)].map((id) => [id, "x".repeat(200)]),
    );
    const frame = {
      t: translatorFor(language),
      named: named(form),
      back: { do: "show" },
      people: [],
      mistakes,
    } as const;
    expect(mistakesIn(drawForm(form, frame))).toEqual([]);
  });

  test("keeps every limit in the form of every shipped activity", async () => {
    const { token, title, submit, cancel } = longestForm(language);
    for (const { open } of (await shippedLibrary()).activities) {
      if (!open.takesResponses) continue;
      const questions = open.form({}, translatorFor(language));
      const form = { token, title, submit, cancel, ...questions, intro: questions.intro ?? [] };
      const frame = { t: translatorFor(language), named: named(form), back: { do: "show" }, people: [] } as const;
      expect(mistakesIn(drawForm(form, frame))).toEqual([]);
    }
  });
});

const inFrame = (card: Card) =>
  ({ t: translatorFor("en"), named: named(card), nonce: "n", source: { do: "say", words: "list" } }) as const;

test.each(["checklist", "worksheet"] as const)(
  "the longest %s that a pack allows fits, with its longest answers whole",
  (kind) => {
    const both = (length: number) => ({ en: "검".repeat(length), ko: "검".repeat(length) });
    const contents = {
      checklist: {
        title: both(100),
        intro: both(500),
        items: Array.from({ length: 16 }, (_, index) => ({
          id: `item-${index}`,
          label: both(150),
          description: both(300),
        })),
      },
      worksheet: {
        title: both(100),
        intro: both(500),
        fields: Array.from({ length: 15 }, (_, index) => ({
          id: `field_${index}`,
          type: "choice",
          label: both(80),
          hint: both(200),
          options: Array.from({ length: 10 }, (_option, number) => ({ id: `option_${number}`, label: both(60) })),
        })),
      },
    };
    const found = kinds.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`There is no kind ${kind}`);
    const t = translatorFor("ko");
    const { token, title, submit, cancel } = longestForm("ko");
    const note = "답".repeat(300);
    const draft = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`note-item-${index}`, note]));
    const questions = found.open(contents[kind], {}).form(draft, t);
    const form = { token, title, submit, cancel, ...questions, intro: questions.intro ?? [] };
    const drawn = drawForm(form, { t, named: named(form), back: { do: "show" }, people: [] });
    expect(mistakesIn(drawn)).toEqual([]);
    expect(JSON.stringify(drawn).split(note)).toHaveLength(kind === "checklist" ? 17 : 1);
  },
);

test("of more people than a list has room for, the first are offered, and the form says so", () => {
  const people = Array.from({ length: 200 }, (_, index) => ({
    id: `29:${index}`.padEnd(110, "x"),
    name: "김".repeat(60),
  }));
  const text = { type: "text", id: "text", label: "L", required: true, multiline: true, lengthMax: 2000 } as const;
  const form: Form = {
    token: { type: "record-decision", nonce: "n", session: "s" },
    title: "T",
    intro: [],
    fields: [
      { ...text, value: "검".repeat(2000) },
      { type: "person", id: "owner", label: "O", required: false },
    ],
    submit: "S",
    cancel: "C",
  };
  const drawn = drawForm(form, { t: translatorFor("ko"), named: named(form), back: { do: "show" }, people });
  expect(mistakesIn(drawn)).toEqual([]);
  expect(wordsOn(drawn)).toMatch(/처음 \d+명만/);
  const few = drawForm(form, {
    t: translatorFor("ko"),
    named: named(form),
    back: { do: "show" },
    people: people.slice(0, 5),
  });
  expect(wordsOn(few)).not.toContain("명만");
});

test("many buttons become a list to choose from, each with the words beside it", () => {
  const button = (id: string): Button => ({ label: "Start", action: { type: "ask-start", activity: id } });
  const entries = Array.from({ length: 20 }, (_, index): Card["blocks"] => [
    { type: "paragraph", text: words(`Case ${index}`) },
    { type: "buttons", buttons: [button(`case-${index}`)] },
  ]);
  const card: Card = { title: words("List"), blocks: entries.flat() };
  const drawn = drawCard(card, inFrame(card));
  expect(mistakesIn(drawn)).toEqual([]);
  expect(wordsOn(drawn)).toContain("( ) Start: Case 19");
  const few: Card = { ...card, blocks: entries.slice(0, 6).flat() };
  expect(partsIn(drawCard(few, inFrame(few))).filter(({ type }) => type === "Action.Execute")).toHaveLength(6);
});

test("a limit that is broken is noticed", () => {
  const action = { type: "Action.Execute", title: "x", verb: "x", fallback: { type: "Action.Submit", title: "x" } };
  const card = { type: "AdaptiveCard", version: "1.5" };
  expect(mistakesIn({ ...card, body: [{ type: "ActionSet", actions: Array(7).fill(action) }] })).toContain("7 actions");
  expect(
    mistakesIn({
      ...card,
      body: [{ type: "RichTextBlock", inlines: [{ type: "TextRun", text: "x".repeat(30_000) }] }],
    }),
  ).toHaveLength(1);
  expect(mistakesIn({ ...card, body: [{ type: "Nothing" }] })).not.toEqual([]);
});

const live = [
  "*x*",
  "_x_",
  "[x](javascript:alert(1))",
  "<at>Ann</at>",
  "{{DATE(2026-01-01T00:00:00Z)}}",
  "1. x",
  "- x",
  "<b>",
  "&lt;",
  "`x`",
  "\\",
];

test("what a person typed is text, never markup: in runs as it is, beside a name escaped", () => {
  const grapheme = fc
    .string({ minLength: 1, maxLength: 300, unit: "grapheme" })
    .filter((typed) => !/[\n\r\u2028\u2029]/u.test(typed));
  const typed = fc.oneof(
    grapheme,
    fc.array(fc.constantFrom(...live), { minLength: 1, maxLength: 5 }).map((all) => all.join(" ")),
  );
  const say = (person: string): string => `<at>${person}</at>`;
  fc.assert(
    fc.property(typed, (text) => {
      expect(wordsOn(drawText([plain(text)], say))).toBe(text.replaceAll("\u2060", ""));
      const [beside] = drawText([strong("x: "), plain(text), mention("U1")], say);
      expect(wordsOn([beside])).toBe(`x: ${text}@U1`.replaceAll("\u2060", ""));
      expect(JSON.stringify(beside)).not.toMatch(/<at>Ann/);
      expect(inert(text)).not.toMatch(/\{\{(DATE|TIME)|<\/?at\b/i);
    }),
  );
});

test("lines stay lines, up to a bound that no text of line breaks can fill a card with", () => {
  const say = (): string => "";
  expect(drawText([plain("a\nb\r\nc")], say)).toHaveLength(3);
  expect(drawText([plain("\n".repeat(2000))], say).length).toBeLessThanOrEqual(40);
});

test("links lead to the web alone", () => {
  const link = (url: string): string => JSON.stringify(drawText([{ type: "link", text: "x", url }], () => ""));
  expect(link("https://example.com/a(b)")).toContain("[x](https://example.com/a%28b%29)");
  expect(link("javascript:alert(1)")).not.toContain("](");
});

test("two people of one name stay apart, a name without markup, and nobody is named who is not known", () => {
  const all = makeNamed(["a", "b", "c"], (person) => (person === "c" ? undefined : "Kim <at>*"), "someone");
  expect([all.mentions("a"), all.mentions("b"), all.mentions("c")]).toEqual([
    "<at>Kim at</at>",
    "<at>Kim at 2</at>",
    "someone",
  ]);
  expect(all.entitiesIn(JSON.stringify("<at>Kim at 2</at>"))).toMatchObject([{ mentioned: { id: "b" } }]);
});

test("a name that is not called begins no list", () => {
  const [element] = drawText([mention("29:a"), plain(" x")], makeNamed(["29:a"], () => "1. -", "someone", 0).mentions);
  expect(element).toMatchObject({ type: "TextBlock", text: "1\\. \\- x" });
});

test("a text of signs that nothing shows still stands as a line", () => {
  expect(drawText(words("\u0001\u0002"), () => "")).toEqual([
    { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "\u00a0" }] },
  ]);
});

test("data and values that were not drawn here are taken for nothing", () => {
  for (const value of [
    undefined,
    null,
    "press",
    {},
    { do: "x" },
    { do: "press", action: "x" },
    { do: "press", action: "x", nonce: "a b" },
  ])
    expect(parseCardData(value)).toBeUndefined();
  expect(parseValues("x")).toEqual({});
  const given = {
    [inputIdOf("a", "text")]: 5,
    [inputIdOf("b", "text")]: { x: 1 },
    [inputIdOf("c", "toggle")]: "true",
    [inputIdOf("d", "chip")]: "70",
    [inputIdOf("d", "text")]: "35",
    [inputIdOf("e", "text")]: "35",
    [inputIdOf("e", "chip")]: "",
    other: 1,
  };
  expect(parseValues(given)).toEqual({ a: "5", b: "", c: true, d: "70", e: "35" });
});

test("a form that asks again holds nothing back in the client", () => {
  const base = { label: "L", required: true, type: "text", multiline: false, lengthMax: 10 } as const;
  const form: Form = {
    token: { type: "start", nonce: "n" },
    title: "T",
    intro: [],
    fields: [
      { ...base, id: "a", redraws: true },
      { ...base, id: "b" },
    ],
    submit: "S",
    cancel: "C",
  };
  const frame = { t: translatorFor("en"), named: named(form), back: { do: "show" }, people: [] } as const;
  expect(JSON.stringify(drawForm(form, frame))).not.toContain("isRequired");
  const plainForm = { ...form, fields: form.fields.map(({ redraws: _, ...field }) => field) };
  expect(JSON.stringify(drawForm(plainForm, frame))).toContain("isRequired");
});
