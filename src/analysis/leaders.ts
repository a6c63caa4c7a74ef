/**
 * Which options lead. A tie is a tie: it is never broken by chance, nor by the order of options.
 */

/**
 * The options with the greatest figure above 0, in the order given; several when they are level,
 * and none when nobody took any.
 *
 * @example
 * leadersOf([{ option: "a", figure: 2 }, { option: "b", figure: 2 }]); // ["a", "b"]
 */
export const leadersOf = (
  figures: readonly { readonly option: string; readonly figure: number }[],
): readonly string[] => {
  const most = Math.max(0, ...figures.map(({ figure }) => figure));
  return most === 0 ? [] : figures.filter(({ figure }) => figure === most).map(({ option }) => option);
};
