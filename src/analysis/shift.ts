/** How opinion moved between two rounds. */

export type Choice = { readonly participant: string; readonly choice: string };

export type Shift = {
  /** Who chose the same in both rounds. */
  readonly stayed: number;
  /** How many moved from what to what, the largest group first; no empty groups. */
  readonly moved: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  /** Who responded in one of the rounds only. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
};

/**
 * Compares each participant's choice in one round with their own in a later one.
 *
 * @example
 * const before = [{ participant: "ann", choice: "a" }];
 * shift(before, [{ participant: "ann", choice: "b" }]).moved; // [{ from: "a", to: "b", count: 1 }]
 */
export const shift = (before: readonly Choice[], after: readonly Choice[]): Shift => {
  const earlier = new Map(before.map(({ participant, choice }) => [participant, choice]));
  const both = after.flatMap(({ participant, choice: to }) => {
    const from = earlier.get(participant);
    return from === undefined ? [] : [{ from, to }];
  });
  const moves = both.filter(({ from, to }) => from !== to);
  const groups = Map.groupBy(moves, ({ from, to }) => JSON.stringify([from, to]));
  const moved = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ from, to }) => ({ from, to, count: group.length })),
  );
  return {
    stayed: both.length - moves.length,
    moved: moved.sort((a, b) => b.count - a.count),
    onlyBefore: before.length - both.length,
    onlyAfter: after.length - both.length,
  };
};
