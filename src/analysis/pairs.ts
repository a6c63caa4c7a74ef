/**
 * Rankings compared pair by pair: how many put one option before another, and who beats all others.
 */

/** Options from the most to the least wanted; it may stop early, and names none twice. */
export type Ranking = readonly string[];

/** How many put the row's option before the column's; both in the order of the options. */
export type Pairs = readonly (readonly number[])[];

/**
 * The table of pairs. Whoever ranks an option puts it before all that they left out, and puts none
 * of those before another.
 *
 * @example
 * pairsOf(["a", "b"], [["a", "b"]]); // [[0, 1], [0, 0]]
 */
export const pairsOf = (options: readonly string[], rankings: readonly Ranking[]): Pairs => {
  const places = rankings.map((ranking) => new Map(ranking.map((option, place) => [option, place])));
  const placeIn = (places: ReadonlyMap<string, number>, option: string): number => places.get(option) ?? Infinity;
  return options.map((one) =>
    options.map((other) => places.filter((found) => placeIn(found, one) < placeIn(found, other)).length),
  );
};

/**
 * The option that more people put before than behind each other one (M. de Condorcet, "Essai sur
 * l'application de l'analyse…", 1785); undefined where there is none.
 *
 * @example
 * condorcetWinner(["a", "b"], [[0, 1], [0, 0]]); // "a"
 */
export const condorcetWinner = (options: readonly string[], pairs: Pairs): string | undefined =>
  options.find((_, one) =>
    options.every((_, other) => one === other || cell(pairs, one, other) > cell(pairs, other, one)),
  );

/** What stands in a row and a column of a table of pairs. */
export const cell = (pairs: Pairs, row: number, column: number): number => pairs[row]?.[column] ?? 0;
