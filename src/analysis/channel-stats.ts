/** What a channel's sessions amount to; of fewer than three people or sessions, nothing. */
import { spreadOf } from "./median.ts";

/** One revealed session, as far as it counts. */
export type SessionFigures = {
  /** How many responses stand in its last round. */
  readonly responded: number;
  /** How many were in the channel or invited; null where nobody can say. */
  readonly invited: number | null;
  /** From its start to each first response, in milliseconds; empty in an anonymous one. */
  readonly waits: readonly number[];
  /** Agreement (0–1) in the first and the last round, where there were two; else undefined. */
  readonly agreement: { readonly before: number; readonly after: number } | undefined;
  /** Whether most thought otherwise in the last round than in the first; undefined without two. */
  readonly moved: "stayed" | "moved" | undefined;
  /** How the share (0–1) on the recommended option changed; undefined where there is none. */
  readonly towards: number | undefined;
};

export type ChannelStats = {
  readonly sessions: number;
  readonly counted: number;
  readonly share: number | undefined;
  /** The median, in milliseconds. */
  readonly waitMs: number | undefined;
  readonly talked: number;
  readonly moved: number;
  readonly towards: number;
  readonly away: number;
  readonly agreement: { readonly before: number; readonly after: number } | undefined;
};

/** The usual threshold of small-cell suppression: of fewer people nothing is told. */
const peopleMin = 3;
/** A figure of fewer sessions would be those sessions' own. */
const sessionsMin = 3;

const mean = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0) / figures.length;

/**
 * The figures over all sessions in which at least three responded. A figure over fewer than three
 * such sessions is left out.
 */
export const statsOf = (all: readonly SessionFigures[]): ChannelStats => {
  const counted = all.filter(({ responded }) => responded >= peopleMin);
  const over = <Figure>(figures: readonly Figure[]): readonly Figure[] => (figures.length < sessionsMin ? [] : figures);
  const shares = over(
    counted.flatMap(({ responded, invited }) =>
      invited === null || invited === 0 ? [] : [Math.min(1, responded / invited)],
    ),
  );
  const timed = over(counted.filter(({ waits }) => waits.length >= peopleMin));
  const talked = over(counted.filter(({ moved }) => moved !== undefined));
  const agreements = over(talked.flatMap(({ agreement }) => agreement ?? []));
  const directed = over(talked.flatMap(({ towards }) => towards ?? []));
  return {
    sessions: all.length,
    counted: counted.length,
    share: shares.length === 0 ? undefined : mean(shares),
    waitMs: spreadOf(timed.flatMap(({ waits }) => waits))?.median,
    talked: talked.length,
    moved: talked.filter(({ moved }) => moved === "moved").length,
    towards: directed.filter((change) => change > 0).length,
    away: directed.filter((change) => change < 0).length,
    agreement:
      agreements.length === 0
        ? undefined
        : { before: mean(agreements.map(({ before }) => before)), after: mean(agreements.map(({ after }) => after)) },
  };
};
