/** What a benchmark prints: medians of runs, and each figure beside its floor of the same run. */

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The value that `percent` of all don't exceed, by nearest rank; 0 of none. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
};

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const rounded = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 1000 ? 1 : 0 });

/**
 * Prints a measured figure, its floor and their ratio: medians over the runs. A ratio is the median
 * of the ratios within one run.
 */
export const printRatio = (
  name: string,
  unit: string,
  runs: readonly { readonly ours: number; readonly floor: number }[],
  aim: string,
): void => {
  const ratio = median(runs.map(({ ours, floor }) => ours / floor));
  const of = (key: "ours" | "floor"): string => rounded(median(runs.map((run) => run[key])));
  print(
    `${name}: ${of("ours")} ${unit}, floor ${of("floor")} ${unit}, ratio ${rounded(ratio)} (aim ${aim}; median of ${runs.length})`,
  );
};
