/**
 * What a message in Teams says, as its reader sees it. Teams hands it over as HTML; what comes out
 * is plain text, in which nothing is a mark any more.
 */

/** Where a line ends. */
const breaks = /<(?:br\s*\/?|\/(?:p|div|li|tr|h[1-6]|blockquote))\s*>/giu;

const tags = /<[^<>]*>/gu;

const signs: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const codePointMax = 0x10_ff_ff;

const signOf = (whole: string, name: string): string => {
  if (!name.startsWith("#")) return signs[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= codePointMax ? String.fromCodePoint(code) : whole;
};

/**
 * @example
 * messageText("<p>Ask <at>Ann</at>:<br>1 &lt; 2?</p>"); // Ask Ann:⏎1 < 2?
 */
export const messageText = (html: string): string =>
  html
    .replaceAll(/\s+/gu, " ")
    .replaceAll(breaks, "\n")
    .replaceAll(tags, "")
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/giu, signOf)
    .replaceAll(/ *\n */gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
