/**
 * What a message in Slack says, as its reader sees it: Slack's marks for people, channels, links
 * and dates become their words, and what it writes as entities becomes the sign. What comes out is
 * plain text, in which nothing is a mark any more.
 */

/** `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<!date^1^{date}|today>`, `<https://a.b|label>`. */
const mark = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu;

const signs: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

const spoken = (sign: string, name: string, label: string | undefined): string => {
  switch (sign) {
    case "@":
    case "#":
      return `${sign}${label || name}`;
    case "!":
      return name.includes("^") ? (label ?? "") : `@${label || name}`;
    default:
      return label === undefined || label === name ? name : `${label} (${name})`;
  }
};

/**
 * @example
 * spokenText("Ask <@U1|ann> about <https://a.b|this> &amp; that"); // Ask @ann about this
 * (https://a.b) & that
 */
export const spokenText = (text: string): string =>
  text
    .replaceAll(mark, (_whole, sign: string, name: string, label?: string) => spoken(sign, name, label))
    .replaceAll(/&(amp|lt|gt);/gu, (whole, name: string) => signs[name] ?? whole);
