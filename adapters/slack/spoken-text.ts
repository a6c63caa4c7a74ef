/**
 * What a message in Slack says, as its reader sees it: Slack's marks for people, channels, links
 * and dates become their words, and what it writes as entities becomes the sign. What comes out is
 * plain text, in which nothing is a mark any more.
 */

import { callChannel, callPerson, withoutCalls } from "../../src/text/called.ts";

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

/** Who and where is meant stays known by id; all else reads as it does to people. */
const called = (sign: string, name: string, label: string | undefined): string => {
  if (sign === "@") return callPerson(name);
  return sign === "#" ? callChannel(name, label ?? "") : spoken(sign, name, label);
};

const withSigns = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt);/gu, (whole, name: string) => signs[name] ?? whole);

/** The words of a command, as Slack escapes them where the manifest asks for ids. */
export const commandText = (text: string): string =>
  withSigns(
    withoutCalls(text).replaceAll(mark, (_whole, sign: string, name: string, label?: string) =>
      called(sign, name, label),
    ),
  );

/**
 * @example
 * spokenText("Ask <@U1|ann> about <https://a.b|this> &amp; that"); // Ask @ann about this
 * (https://a.b) & that
 */
export const spokenText = (text: string): string =>
  withSigns(text.replaceAll(mark, (_whole, sign: string, name: string, label?: string) => spoken(sign, name, label)));
