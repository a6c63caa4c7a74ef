/**
 * What each platform makes of a card: the words a person reads, and everything in it that is more
 * than words. One row a platform.
 */
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { CardView } from "../../adapters/playground/page/draw-card.tsx";
import { drawCard } from "../../adapters/slack/draw/draw-card.ts";
import { limits as slackLimits } from "../../adapters/slack/limits.ts";
import { limits as teamsLimits } from "../../adapters/teams/limits.ts";
import type { Card } from "../../src/cards/card.ts";
import { drawForTeams } from "./draw-for-teams.ts";

export type Drawn = {
  /** Each text that is shown, as a reader sees it. */
  readonly words: readonly string[];
  /** Mentions, links, tags and whatever else does something, each as a string. */
  readonly live: readonly string[];
};

export type DrawingPlatform = {
  readonly name: string;
  readonly draw: (card: Card) => Drawn;
  /** Where it may cut texts, by part and name. */
  readonly limits: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Objects in whose text Slack reads markup; nothing is ever drawn so. */
const markup = new Set(["mrkdwn", "markdown"]);

const partsOf = (part: unknown, key = ""): readonly (readonly [key: string, value: unknown])[] => {
  if (typeof part !== "object" || part === null) return [[key, part]];
  const inner = Object.entries(part).flatMap(([name, value]) => partsOf(value, Array.isArray(part) ? key : name));
  return "type" in part ? [["type", part.type], ...inner] : inner;
};

const drawForSlack = (card: Card): Drawn => {
  const messages = drawCard(card);
  const parts = partsOf(messages.map(({ blocks }) => blocks));
  const notified = messages.map(({ text }) => text);
  return {
    words: parts.flatMap(([key, value]) => (key === "text" && typeof value === "string" ? [value] : [])),
    live: [
      ...parts.flatMap(([key, value]) => {
        if (key === "url" || key === "user_id" || key === "timestamp") return [`${key} ${String(value)}`];
        if (key === "emoji" && value !== false) return ["emoji"];
        return key === "type" && markup.has(String(value)) ? [String(value)] : [];
      }),
      // A notification is markup, so that nothing but escapes may stand in it.
      ...notified.flatMap((text) => text.match(/[<>]|&(?!amp;|lt;|gt;)/g) ?? []),
    ],
  };
};

const decoded: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
const tag = /<\/?([a-z0-9]+)((?:\s[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;
/** Attributes that do something; their values are taken out before. */
const acting = /\s(?:on\w+|href|src|style)=/i;
const drawnTags = new Set(
  "div h3 h4 p span strong em code blockquote footer ul ol li dl dt dd hr table thead tbody tr th td figure figcaption svg g text rect path time button".split(
    " ",
  ),
);

const drawForPlayground = (card: Card): Drawn => {
  const html = renderToString(h(CardView, { card, spot: { thread: null, message: null } }));
  const pieces = html.split(new RegExp(tag.source)).filter((_, index) => index % 3 === 0);
  return {
    words: pieces.flatMap((piece) =>
      piece === "" ? [] : [piece.replaceAll(/&(?:lt|gt|quot|amp);/g, (sign) => decoded[sign] ?? sign)],
    ),
    live: [
      ...[...html.matchAll(tag)].flatMap(([whole, name = "", attributes = ""]) =>
        whole === "</a>" || (drawnTags.has(name) && !acting.test(attributes.replaceAll(/"[^"]*"/g, ""))) ? [] : [whole],
      ),
      // Whatever is left of a bracket would begin a tag that is none of ours.
      ...pieces.filter((piece) => piece.includes("<")),
    ],
  };
};

export const platforms: readonly DrawingPlatform[] = [
  { name: "Slack", draw: drawForSlack, limits: slackLimits },
  { name: "Teams", draw: (card) => drawForTeams(card), limits: teamsLimits },
  // It has no limits of its own: any length will do.
  { name: "the playground", draw: drawForPlayground, limits: slackLimits },
];
