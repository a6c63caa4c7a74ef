/** Reads a figure as people type it. */

/** A typed number, thousands separated or not; undefined for anything else. */
export const parseFigure = (value: unknown): number | undefined => {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  return /^-?(\d{1,10}|\d{1,3}(,\d{3}){1,3})(\.\d{1,4})?$/.test(text) ? Number(text.replaceAll(",", "")) : undefined;
};
