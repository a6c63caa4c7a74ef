/**
 * Which responses stand in a round: whoever says nothing in a later round stands by what they
 * said. Every figure, card and sentence about a round asks here.
 */
import type { Response } from "./session.ts";

export type StandingResponse = Response & {
  /** True when it was given in an earlier round and its participant has said nothing since. */
  readonly kept: boolean;
};

/** Of each participant the latest response up to that round, in the order of `responses`. */
export const standingIn = (responses: readonly Response[], round: number): readonly StandingResponse[] => {
  const latest = new Map<string, Response>();
  for (const response of responses) {
    const before = latest.get(response.participant);
    if (response.round <= round && (before === undefined || isLater(response, before)))
      latest.set(response.participant, response);
  }
  return [...latest.values()].map((response) => ({ ...response, kept: response.round < round }));
};

const isLater = (one: Response, other: Response): boolean =>
  one.round === other.round ? one.revision > other.revision : one.round > other.round;

/** How many responses stand in a round, and how many of them were given in it or kept. */
export type Standing = { readonly total: number; readonly answered: number; readonly kept: number };

/** Counts them. `answered` and `kept` add up to `total`. */
export const countStanding = (standing: readonly StandingResponse[]): Standing => {
  const kept = standing.filter((response) => response.kept).length;
  return { total: standing.length, answered: standing.length - kept, kept };
};
