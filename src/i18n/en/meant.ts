/** Asks whether one of the nearest words was meant, else says what is said otherwise. */
const list = new Intl.ListFormat("en", { type: "disjunction" });
export const meant = (nearest: readonly string[], otherwise: string): string =>
  nearest.length === 0 ? otherwise : `Did you mean ${list.format(nearest)}?`;
