/**
 * Counts the requests that were refused, and tells of them in one line a minute at most: strangers
 * must not be able to fill the log.
 */
import type { RequestHandler } from "express";
import type { Observe } from "../requests/observation.ts";

export type RefusalParts = {
  readonly observe: Observe;
  /** Writes a line that says how many there were by status since the last one. */
  readonly tell: (counts: Readonly<Record<string, number>>) => void;
  /** A clock that never goes back, in milliseconds. */
  readonly now: () => number;
};

const tellEveryMs = 60_000;

export const countRefusals = ({ observe, tell, now }: RefusalParts): RequestHandler => {
  let toldAt = Number.NEGATIVE_INFINITY;
  let counts: Record<string, number> = {};
  return (_request, response, next) => {
    response.on("finish", () => {
      const { statusCode: status } = response;
      if (status < 400) return;
      observe({ type: "request-refused", status });
      counts = { ...counts, [status]: (counts[status] ?? 0) + 1 };
      if (now() - toldAt < tellEveryMs) return;
      tell(counts);
      toldAt = now();
      counts = {};
    });
    next();
  };
};
