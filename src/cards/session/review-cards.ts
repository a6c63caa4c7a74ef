/**
 * Looking back on a decision: what it expects and what came of it, wherever the decision is shown;
 * what is asked on its day; and what the channel is told once a month.
 */
import type { Translator } from "../../i18n/translator.ts";
import type { Session } from "../../session/session.ts";
import { type Text, words } from "../../text/text.ts";
import { actionFor } from "../action.ts";
import type { Block, Card, Fact } from "../card.ts";
import type { SessionView } from "./session-view.ts";

/** A verdict and its sentence. */
export const outcomeText = (review: Session["reviewing"]["reviews"][number], t: Translator): string => {
  const say = t.messages.reviews;
  return say.outcome({ verdict: say.verdicts[review.verdict], text: review.text });
};

export const expectedText = ({ decision }: Session, t: Translator): string | undefined => {
  if (decision?.expects === undefined) return undefined;
  const { text, likely } = decision.expects;
  return t.messages.reviews.expected({ text, percent: likely === null ? null : t.percent(likely / 100) });
};

/** What stands beside a decision of it, as facts. */
export const reviewFacts = (session: Session, t: Translator): readonly Fact[] => {
  const say = t.messages.reviews;
  const expected = expectedText(session, t);
  const { reviews } = session.reviewing;
  const day = session.decision?.review;
  return [
    ...(expected === undefined ? [] : [{ label: say.expects, values: [words(expected)] }]),
    ...(day === undefined || reviews.length > 0 ? [] : [{ label: say.lookBack, values: [words(t.date(day.date))] }]),
    ...(reviews.length === 0
      ? []
      : [{ label: say.turnedOut, values: reviews.map((review): Text => words(outcomeText(review, t))) }]),
  ];
};

const decided = ({ session, t }: Pick<SessionView, "session" | "t">): readonly Block[] => {
  const expected = expectedText(session, t);
  return [
    { type: "quote", text: words(session.decision?.text ?? "") },
    ...(expected === undefined
      ? []
      : [{ type: "note", text: words(`${t.messages.reviews.expects}: ${expected}`) } as const]),
  ];
};

const askButton = ({ session, t }: Pick<SessionView, "session" | "t">): Block => ({
  type: "buttons",
  buttons: [
    { label: t.messages.reviews.ask, style: "primary", action: actionFor("review", session.id, session.round) },
  ],
});

/** In the thread, for the `number`th time: the question, or what was answered to it. */
export const drawReviewAsked = (view: SessionView, number: number): Card => {
  const { session, activity, t } = view;
  const { asked, awaits, reviews } = session.reviewing;
  const isOpen = awaits && number === asked;
  const answer = reviews.at(number - asked - 1 + (awaits ? 1 : 0));
  return {
    title: words(t.messages.reviews.title),
    blocks: [
      { type: "paragraph", text: activity.title(t) },
      ...decided(view),
      ...(isOpen ? [askButton(view)] : []),
      ...(isOpen || answer === undefined ? [] : [{ type: "paragraph", text: words(outcomeText(answer, t)) } as const]),
    ],
  };
};

/** The same to the person in charge alone. */
export const drawReviewNudge = (view: Pick<SessionView, "session" | "activity" | "t">): Card => {
  const { activity, t } = view;
  return {
    title: words(t.messages.reviews.title),
    blocks: [
      { type: "paragraph", text: activity.title(t) },
      ...decided(view),
      { type: "note", text: words(t.messages.reviews.inCharge) },
    ],
  };
};

/** One line for the channel, however many are open. */
export const drawOpenReviews = ({ session, t }: SessionView): Card => ({
  title: words(t.messages.reviews.openTitle({ count: session.reviewing.open })),
  blocks: [
    { type: "buttons", buttons: [{ label: t.messages.reviews.see, action: { type: "show", what: "reviews" } }] },
  ],
});
