/**
 * What counts for whoever said how likely something is: known once it is revealed, or looked back
 * on; never of an anonymous session.
 */
import { openFrozen } from "../activities/kinds.ts";
import type { SessionEvent } from "../session/event.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Verdict } from "../session/reviewing.ts";
import type { Response, Session } from "../session/session.ts";
import { standingIn } from "../session/standing.ts";
import type { ForecastChange } from "../store/port/change.ts";

export const forecastsOf = (
  events: readonly SessionEvent[],
  after: Session,
  responses: readonly Response[],
): readonly ForecastChange[] => {
  if (after.settings.anonymous) return [];
  return events.flatMap((event): readonly ForecastChange[] => {
    if (event.type === "revealed") return ofReveal(after, responses);
    return event.type === "reviewed" ? ofReview(after) : [];
  });
};

/** Of those whose own probability stands beside an option that a recommendation tells right. */
const ofReveal = ({ activity, round }: Session, responses: readonly Response[]): readonly ForecastChange[] => {
  const open = openFrozen(activity);
  return standingIn(responses, round).flatMap((response): readonly ForecastChange[] => {
    const { chance: percent } = open.draftOf(response.answer);
    const outcome = open.shareOnRecommendation([response]);
    const { participant: person } = response;
    if (typeof percent !== "number" || outcome === undefined || isForgotten(person)) return [];
    return [{ person, percent, outcome }];
  });
};

const outcomes: Readonly<Record<Exclude<Verdict, "too-early">, number>> = { yes: 1, partly: 0.5, no: 0 };

/** The first verdict counts: when a later one comes, the expectation may be another too. */
const ofReview = ({ decision, reviewing }: Session): readonly ForecastChange[] => {
  const { by: person, likely: percent } = decision?.expects ?? {};
  const given = reviewing.reviews.flatMap(({ verdict }) => (verdict === "too-early" ? [] : [verdict]));
  const [verdict] = given;
  if (verdict === undefined || given.length > 1 || reviewing.reviews.at(-1)?.verdict === "too-early") return [];
  if (person === undefined || percent === undefined || percent === null || isForgotten(person)) return [];
  return [{ person, percent, outcome: outcomes[verdict] }];
};
