/**
 * Every card and form there is, drawn from the longest content that a pack allows and the longest
 * that people may type.
 */
import type { z } from "zod";
import { openFrozen } from "../src/activities/kinds.ts";
import type { scenarioContent } from "../src/activities/scenario/content.ts";
import type { Card } from "../src/cards/card.ts";
import type { Form } from "../src/cards/form.ts";
import { drawNews } from "../src/cards/session/changes.ts";
import { drawCardSlot } from "../src/cards/session/draw-card-slot.ts";
import { drawAllReasons } from "../src/cards/session/reveal-card.ts";
import type { Language } from "../src/i18n/languages.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import { type CardSlotName, parseCardSlot } from "../src/session/card-slot.ts";
import { notReviewed } from "../src/session/reviewing.ts";
import type { Session } from "../src/session/session.ts";
import { plain, words } from "../src/text/text.ts";

type Content = z.input<typeof scenarioContent>;

/** Made of whole words, some of them wide, so that every cut falls somewhere else. */
const fill = (length: number): string =>
  "검토 👩‍👩‍👧 review "
    .repeat(Math.ceil(length / 12))
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD/g, "x");
const both = (length: number) => ({ en: fill(length), ko: fill(length) });

const longest: Content = {
  title: both(100),
  team: both(300),
  requirements: Array.from({ length: 10 }, () => both(300)),
  data: Array.from({ length: 10 }, () => both(300)),
  budget: both(300),
  question: both(300),
  options: Array.from({ length: 6 }, (_, index) => ({
    id: `option-${index}-${"x".repeat(50)}`,
    label: both(60),
    description: both(300),
  })),
  recommendation: { option: `option-0-${"x".repeat(50)}`, rationale: both(1000) },
};

const sessionOf = (language: Language, anonymous: boolean, change: Partial<Session>): Session => ({
  id: "session-1",
  workspace: "slack/T1",
  channel: "C1",
  activity: { pack: "p", id: "a", kind: "scenario", content: longest, linked: {} },
  settings: {
    anonymous,
    discussion: true,
    open: false,
    quorum: null,
    revealAtEnd: false,
    endWhenAll: false,
    language,
    roundMs: null,
  },
  facilitators: ["U1"],
  roles: { invited: ["U1", "U2", "U999"], observers: [], decider: "U2" },
  state: "collecting",
  round: 1,
  deadline: 1_800_000_000_000,
  reminder: { at: 1_799_000_000_000, sent: 1 },
  decision: null,
  reviewing: notReviewed,
  changes: { edition: 0, reworded: 0, traces: [] },
  startedAt: 1_790_000_000_000,
  revision: 1,
  ...change,
});

const states: readonly (readonly [slot: CardSlotName, change: Partial<Session>])[] = [
  ["case", {}],
  ["ballot/1", {}],
  ["controls/U1", {}],
  ["controls/U1", { state: "ended", deadline: null }],
  ["reminder/1/1", {}],
  ["round-ended/1", { state: "ended", deadline: null }],
  ["discussion/1", { state: "discussing", deadline: null }],
  ["reveal", { state: "revealed", deadline: null }],
  ["cancelled", { state: "cancelled" }],
];

/** Code, and a line of as many points as there may be. */
const ofTime: Card = {
  title: words("time"),
  blocks: [
    { type: "code", text: `LoraConfig(\n  r=16,\n  note="${"<!channel> & *bold* ".repeat(40)}")` },
    {
      type: "line",
      line: {
        title: "t".repeat(120),
        unit: "u".repeat(80),
        from: 0,
        to: 100,
        points: Array.from({ length: 12 }, (_, index) => ({
          at: index,
          label: `Nov ${index + 1}`,
          value: index * 8,
          figure: `${index * 8}% (${"o".repeat(75)})`,
        })),
      },
    },
  ],
};

/** `reasons` is what people typed, in turn; the first of them is the decision too. */
export const everyCard = (
  language: Language,
  count: number,
  reasons: readonly string[] = [fill(2000)],
): readonly Card[] =>
  [true, false].flatMap((anonymous) => {
    const responses = Array.from({ length: count }, (_, index) => ({
      round: 1,
      participant: `U${index}`,
      revision: 1,
      answer: { choice: longest.options?.[index % 6]?.id, reason: reasons[index % reasons.length], chance: 75 },
      at: 0,
    }));
    const t = translatorFor(language);
    const viewOf = (change: Partial<Session>) => {
      const session = sessionOf(language, anonymous, change);
      return { session, activity: openFrozen(session.activity), responses, t };
    };
    const drawn = states.map(([slot, change]) => drawCardSlot(parseCardSlot(slot), viewOf(change), []));
    const decision = { text: reasons[0] ?? "", owner: "U1", date: "2026-12-01" };
    const text = reasons[0] ?? "";
    const expects = { text, likely: 70, by: "U1" };
    const reviews = [{ verdict: "partly", text, by: "U1", at: 1 }] as const;
    const looked = {
      state: "closed",
      decision: { ...decision, expects, review: { date: "2027-01-01", at: 1 } },
      reviewing: { ...notReviewed, asked: 1, awaits: true, reviews },
    } as const;
    return [
      ...drawn,
      ...(["decision", "review/1", "open-reviews/1", "case"] as const).map((slot) =>
        drawCardSlot(parseCardSlot(slot), viewOf(looked), []),
      ),
      drawCardSlot({ type: "decision" }, viewOf({ state: "closed", decision }), []),
      drawAllReasons(viewOf({ state: "revealed" })),
      ...ownCards(sessionOf(language, anonymous, {}), reasons),
      ofTime,
    ].flatMap((card) => card ?? []);
  });

/** The cards of a question of the team's own: all of it was typed, and has changed since. */
const ownCards = (session: Session, texts: readonly string[]): readonly (Card | undefined)[] => {
  const typed = (index: number, lengthMax: number): string =>
    (texts[index % texts.length] ?? "").slice(0, lengthMax).toWellFormed();
  const content = {
    title: { typed: typed(0, 150) },
    background: { typed: typed(1, 2000) },
    options: Array.from({ length: 10 }, (_, index) => ({ id: `option-${index}`, label: { typed: typed(index, 75) } })),
  };
  const at = session.startedAt;
  const asked: Session = {
    ...session,
    activity: { pack: null, id: "ask", kind: "scenario", content, linked: {} },
    changes: {
      edition: 2,
      reworded: 1,
      traces: [
        { type: "reworded", edition: 1, at, by: "U1", was: typed(2, 150), now: typed(0, 150) },
        { type: "reworded", edition: 1, at, by: "U1", was: typed(1, 2000), now: "" },
        { type: "added", edition: 2, at, by: "U1", label: typed(3, 75) },
        { type: "added", edition: 2, at: null, by: null, label: typed(4, 75) },
      ],
    },
  };
  const t = translatorFor(session.settings.language);
  const activity = openFrozen(asked.activity);
  const view = { session: asked, activity, responses: [], t };
  const slots: readonly CardSlotName[] = ["case", "ballot/1", "controls/U1"];
  const news = [1, 2].map((edition) => drawNews(asked, edition, activity.title(t), t));
  return [...slots.map((slot) => drawCardSlot(parseCardSlot(slot), view, [])), ...news];
};

/** The longest response form, filled with what was typed before. */
export const longestForm = (language: Language, reason = fill(2000)): Form => {
  const t = translatorFor(language);
  const say = t.messages.session.responseForm;
  const activity = openFrozen(sessionOf(language, true, {}).activity);
  return {
    token: { type: "respond", nonce: "x".repeat(64), session: "x".repeat(64), round: 12, seen: 12 },
    title: say.title({ round: 12 }),
    intro: [
      { type: "heading", text: activity.title(t) },
      { type: "note", text: [plain(activity.asked(t).anonymous)] },
    ],
    fields: activity.form({ reason, chance: 75 }, t).fields,
    submit: say.change,
    cancel: say.cancel,
  };
};
