/**
 * What a session's responses are to a kind: its rounds with answers checked, and what may be shown
 * of their reasons.
 */
import { rarestFirst } from "../analysis/rarest-first.ts";
import { standingIn } from "../session/standing.ts";
import { type RoundSeen, seenOf } from "../session/told-apart.ts";
import type { Activity, Collected } from "./activity.ts";
import type { BareReasons, CollectedSession } from "./open-activity.ts";

type Reasoned = Pick<CollectedSession, "session" | "anonymous" | "discussion"> & {
  readonly reasoned: readonly RoundSeen[];
};

export const collect = <Content, Answer>(
  activity: Pick<Activity<Content, Answer>, "answer" | "reasons">,
  content: Content,
  { session, anonymous, discussion, round, responses }: CollectedSession,
): Collected<Answer> & Reasoned => {
  const rounds = Array.from({ length: round }, (_, index) =>
    standingIn(responses, index + 1).map(({ participant, kept, answer }) => ({
      participant,
      kept,
      answer: activity.answer.parse(answer),
    })),
  );
  const reasoned = rounds.map((standing) =>
    standing.map((one) => ({ ...one, reasons: activity.reasons(content, one.answer) })),
  );
  const all = { session, anonymous, discussion, reasoned };
  const shownAfter = (of: number) => bareReasonsOf({ ...all, reasoned: reasoned.slice(0, of) }).shown;
  return {
    ...all,
    rounds,
    discussed: discussion ? rounds.slice(1).map((_, index) => shownAfter(index + 1)) : [],
    seen: seenOf(reasoned, { anonymous, discussion }),
  };
};

/** The reasons of those who stand in the last of these rounds, as far as they may be shown bare. */
export const bareReasonsOf = ({ session, anonymous, discussion, reasoned }: Reasoned): BareReasons => {
  const seen = seenOf(reasoned, { anonymous, discussion });
  const all = (reasoned.at(-1) ?? []).flatMap(({ participant, reasons }) =>
    reasons.map((reason) => ({ participant, reason })),
  );
  const shown = all.filter(({ participant, reason }) => seen.mayShowReason(participant, reason));
  const texts = shown.map(({ reason }) => reason);
  return { shown: rarestFirst(texts, `${session}:${reasoned.length}`), withheld: all.length - shown.length };
};
