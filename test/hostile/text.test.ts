/**
 * No text of people's or packs' becomes a mention, a link or a tag on any platform, and what people
 * typed is shown as typed; wherever it is cut, too.
 */
import { describe, expect, test } from "vitest";
import { fillIn, type Values } from "../../audit/fill-form.ts";
import { openFrozen } from "../../src/activities/kinds.ts";
import type { OpenActivity } from "../../src/activities/open-activity.ts";
import { frozenSetup, setupNamed } from "../../src/activities/setups.ts";
import type { Card } from "../../src/cards/card.ts";
import { countsOf } from "../../src/cards/chart.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { parseInline } from "../../src/text/inline-markdown.ts";
import { mention, plain, strong, words } from "../../src/text/text.ts";
import { chanceFrom } from "../../testkit/chance.ts";
import { everyCard } from "../../testkit/every-card.ts";
import { shippedPack } from "../../testkit/shipped.ts";
import { openWorld, sentenceOf } from "../../testkit/world.ts";
import { hostileTexts, mentions } from "./mentions.ts";
import { platforms } from "./platforms.ts";

const en = translatorFor("en");
const found = setupNamed("ask");
const { setup } = found;

/** All that an activity draws of answers that hold the text wherever text is asked for. */
const cardsOf = (open: OpenActivity, text: string): readonly Card[] => {
  const chance = chanceFrom(1);
  let draft: Values = {};
  for (const step of open.stepping?.ids ?? [undefined])
    for (let before = -1; Object.keys(draft).length > before; ) {
      before = Object.keys(draft).length;
      const form = { token: { type: "start", nonce: "n" }, title: "", intro: [], submit: "", cancel: "" } as const;
      draft = { ...draft, ...fillIn({ ...form, ...open.form(draft, en, { step }), intro: [] }, chance, text, draft) };
    }
  const checked = open.check(draft, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  const responses = ["p0", "p1", "p2"].map((participant) => ({
    round: 1,
    participant,
    revision: 1,
    answer: checked.answer,
    at: 0,
  }));
  const session = { session: "s", anonymous: false, discussion: false, round: 1, responses };
  return [open.reveal(session, en), open.allReasons(session, en), open.confirmation(checked.answer, en)].map(
    (blocks) => ({ title: words("T"), blocks }),
  );
};

/** The text wherever a text can stand, beside what only the program makes too. */
const cardOf = (text: string): Card => ({
  title: words(text),
  blocks: [
    { type: "heading", text: words(text) },
    { type: "paragraph", text: [plain("a "), strong(text)] },
    { type: "paragraph", text: [mention("U1"), plain(" "), plain(text)] },
    { type: "note", text: words(text) },
    { type: "buttons", buttons: [{ label: text, action: { type: "ask-start" } }] },
    { type: "table", columns: [text], rows: [[words(text)]] },
    {
      type: "chart",
      chart: {
        title: text,
        unit: text,
        scale: countsOf(1),
        bars: [{ label: text, value: 1, figure: text, colour: 0 }],
      },
    },
  ],
});

describe.each(platforms)("on $name", ({ draw, limits }) => {
  test("reasons and decisions are shown as typed, and do nothing", () => {
    const harmless = everyCard("en", 1, ["harmless"]).flatMap((card) => draw(card).live);
    for (const text of mentions) {
      const drawn = everyCard("en", 1, [text]).map(draw);
      expect(
        drawn.flatMap(({ live }) => live),
        text,
      ).toEqual(harmless);
    }
    const count = hostileTexts.length;
    const all = everyCard("en", count, hostileTexts).map(draw);
    const read = Map.groupBy(
      all.flatMap(({ words }) => words),
      (word) => word,
    );
    for (const text of hostileTexts) expect(read.get(text)?.length ?? 0, text).toBeGreaterThan(1);
    const benign = everyCard("en", count, ["harmless"]).flatMap((card) => draw(card).live);
    expect(all.flatMap(({ live }) => live).toSorted()).toEqual(benign.toSorted());
  });

  test("beside a name what was typed stands as typed too", () => {
    const beside = (text: string): Card => ({
      title: words("T"),
      blocks: [{ type: "paragraph", text: [plain(text), plain(" — "), mention("U1"), plain("\n"), plain(text)] }],
    });
    const harmless = draw(beside("harmless")).live;
    for (const text of hostileTexts) {
      const drawn = draw(beside(text));
      expect(drawn.live, text).toEqual(harmless);
      expect(drawn.words.join("").split(text), text).toHaveLength(3);
    }
  });

  test("whatever text an activity asks for is shown as typed, and does nothing", async () => {
    const { activities } = await shippedPack;
    for (const { open } of activities.filter(({ open: { takesResponses } }) => takesResponses)) {
      const harmless = cardsOf(open, "harmless").flatMap((card) => draw(card).live);
      for (const text of mentions) {
        const drawn = cardsOf(open, text).map(draw);
        expect(
          drawn.flatMap(({ live }) => live),
          text,
        ).toEqual(harmless);
        const asksText = cardsOf(open, "harmless").some((card) => JSON.stringify(card).includes("harmless"));
        expect(drawn.some(({ words }) => words.some((word) => word.includes(text)))).toBe(asksText);
      }
    }
  });

  test("a question of somebody's own, its options and its background are shown as typed, and do nothing", () => {
    const source = "https://chat.example/m/1";
    const drawnOf = (text: string) => {
      const draft = { question: text, options: `a ${text}\nb ${text}`, background: `${text}\n${text}` };
      const checked = setup.check(draft, en, source);
      if (checked.type === "mistakes") throw new Error(`${text}: ${JSON.stringify(checked.mistakes)}`);
      const open = openFrozen(frozenSetup(found, checked.answer));
      const buttons = open.options(en).map(({ id, label }) => ({
        label,
        action: { type: "ask-response", session: "s", round: 1, option: id } as const,
      }));
      const asked: Card = { title: open.title(en), blocks: [...open.opening(en), { type: "buttons", buttons }] };
      return [asked, ...cardsOf(open, text)].map((card) => draw(card));
    };
    const harmless = drawnOf("harmless").flatMap(({ live }) => live);
    for (const text of mentions) {
      const drawn = drawnOf(text);
      expect(
        drawn.flatMap(({ live }) => live),
        text,
      ).toEqual(harmless);
      const [asked] = drawn;
      for (const typed of [text, `${text}\n${text}`])
        expect(asked?.words.some((word) => word.includes(typed)) || asked?.words.join("\n").includes(typed), text).toBe(
          true,
        );
    }
  });

  test("a pack's texts link to the web at most", () => {
    for (const text of hostileTexts) {
      const inline = parseInline(text);
      const { live } = draw({
        title: inline,
        blocks: [
          { type: "heading", text: inline },
          { type: "paragraph", text: inline },
          { type: "note", text: inline },
          { type: "facts", facts: [{ label: text, values: [inline] }] },
          { type: "quote", text: inline, by: inline },
          { type: "paragraph", text: [...inline, plain(" "), mention("U1"), plain("\n"), ...inline] },
          { type: "table", columns: [text], rows: [[inline]] },
          { type: "buttons", buttons: [{ label: text, action: { type: "ask-start" } }] },
          {
            type: "chart",
            chart: {
              title: text,
              unit: text,
              scale: countsOf(1),
              bars: [{ label: text, value: 1, figure: text, mark: text, colour: 0 }],
            },
          },
        ],
      });
      for (const found of live) expect(found, text).toMatch(/^<a href="https:|^url https:|^(user_id|mention) U1$/);
    }
  });

  test("at every limit, one before it and one after it, a cut leaves nothing alive and nothing halved", () => {
    const lengths = new Set(
      Object.values(limits).flatMap((group) =>
        Object.entries(group).flatMap(([name, size]) => (name.endsWith("Max") && size <= 4_000 ? [size] : [])),
      ),
    );
    const harmless = draw(cardOf("harmless")).live;
    for (const length of lengths)
      for (const text of ["<!channel>", "<@U1>", "&lt;", "&amp;", "👩‍👩‍👧", "\u{1f600}", "[x](javascript:y)"])
        for (const missing of [-1, 0, 1, 2, text.length - 1, text.length, text.length + 1]) {
          const cut = `${"x".repeat(Math.max(0, length - missing))}${text} end`;
          const drawn = draw(cardOf(cut));
          expect(drawn.live).toEqual(harmless);
          for (const word of drawn.words) expect(word.isWellFormed()).toBe(true);
        }
  });

  test("a mention that the program itself makes is noticed", () => {
    const { live, words: read } = draw({ title: [], blocks: [{ type: "paragraph", text: [mention("U1")] }] });
    expect([...live, ...read].join()).toContain("U1");
  });
});

test("hostile words behind a command come back as typed, as text", async () => {
  const world = await openWorld();
  for (const text of mentions)
    for (const words of [`start ${text}`, `learn ${text}`, `${text}`, `start shop-recommendation --until ${text}`]) {
      const reply = await world.workshop.run(world.origin("fay"), words);
      if (reply.type !== "refused") continue;
      expect(reply.text.every(({ type }) => type === "plain")).toBe(true);
      expect(sentenceOf(reply).length).toBeGreaterThan(10);
    }
  expect(world.faults).toEqual([]);
});
