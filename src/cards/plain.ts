/**
 * Texts and cards as plain words: for labels that take no spans, notifications, screen readers and
 * tests.
 */

import type { Text } from "../text/text.ts";
import type { Block, Card } from "./card.ts";
import { lineWords } from "./line-chart.ts";

/**
 * A text without its marks. People are shown by `nameOf`, by id where none is given; instants in
 * ISO form.
 */
export const plainText = (text: Text, nameOf: (person: string) => string = (person) => person): string =>
  text
    .map((span) => {
      if (span.type === "mention") return `@${nameOf(span.person)}`;
      return span.type === "time" ? new Date(span.at).toISOString() : span.text;
    })
    .join("");

/**
 * What a card says in the one line of a notification: its title, and the first sentence behind it.
 * @example cardInALine(reveal) // "The reveal · Most chosen: RAG (3 of 5)"
 */
export const cardInALine = ({ title, blocks }: Card, nameOf?: (person: string) => string): string => {
  const first = blocks.find((block) => block.type === "paragraph" || block.type === "quote");
  const said = first !== undefined && "text" in first && typeof first.text !== "string" ? first.text : [];
  return [title, said]
    .map((text) => plainText(text, nameOf).replaceAll(/\s+/gu, " ").trim())
    .filter((text) => text !== "")
    .join(" · ");
};

/** Everything a card says, a line a thing. */
export const plainCard = (card: Card, nameOf?: (person: string) => string): string =>
  [plainText(card.title, nameOf), ...card.blocks.flatMap((block) => linesOf(block, nameOf))].join("\n");

const linesOf = (block: Block, nameOf?: (person: string) => string): readonly string[] => {
  const say = (text: Text): string => plainText(text, nameOf);
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "note":
      return [say(block.text)];
    case "facts":
      return block.facts.map((fact) => `${fact.label}: ${fact.values.map(say).join("; ")}`);
    case "list":
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${say(item)}`);
    case "quote":
      return [`“${say(block.text)}”${block.by === undefined ? "" : ` — ${say(block.by)}`}`];
    case "code":
      return block.text.split("\n");
    case "chart":
      return [
        block.chart.title,
        ...block.chart.bars.map(
          (bar) => `${bar.label}: ${bar.figure}${bar.mark === undefined ? "" : ` (${bar.mark})`}`,
        ),
      ];
    case "line":
      return [block.line.title, ...lineWords(block.line).map(say)];
    case "flow":
      return [block.flow.title, ...block.flow.paths.map((path) => `- ${say(path)}`)];
    case "table":
      return [block.columns.join(" | "), ...block.rows.map((row) => row.map(say).join(" | "))];
    case "buttons":
      return block.buttons.map((button) => `[${button.label}]`);
    case "divider":
      return [];
    default:
      return block satisfies never;
  }
};
