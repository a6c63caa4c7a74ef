/**
 * Draws text as rich-text elements, in which nothing a person typed is markup, and as the escaped
 * words of a notification.
 */
import { plainText } from "../../../src/cards/plain.ts";
import { cut, cutText } from "../../../src/text/cut.ts";
import type { Span, Text } from "../../../src/text/text.ts";
import { limits } from "../limits.ts";

export type PlainObject = { readonly type: "plain_text"; readonly text: string; readonly emoji: false };

/** A text object without markup; Slack refuses an empty one. */
export const drawPlain = (text: string, lengthMax: number): PlainObject => ({
  type: "plain_text",
  text: cut(text, lengthMax) || "–",
  emoji: false,
});

export type RichElement =
  | {
      readonly type: "text";
      readonly text: string;
      readonly style?: { readonly bold?: true; readonly italic?: true; readonly code?: true } | undefined;
    }
  | { readonly type: "link"; readonly text: string; readonly url: string }
  | { readonly type: "user"; readonly user_id: string }
  | { readonly type: "date"; readonly timestamp: number; readonly format: string; readonly fallback: string };

const drawSpan = (span: Span): readonly RichElement[] => {
  switch (span.type) {
    case "plain":
      return textOf(span.text);
    case "strong":
      return textOf(span.text, { bold: true });
    case "emphasis":
      return textOf(span.text, { italic: true });
    case "code":
      return textOf(span.text, { code: true });
    case "link":
      return [{ type: "link", text: span.text, url: span.url }];
    case "mention":
      return [{ type: "user", user_id: span.person }];
    case "time":
      return [
        {
          type: "date",
          timestamp: Math.floor(span.at / 1000),
          format: "{date_short_pretty} {time}",
          fallback: new Date(span.at).toISOString(),
        },
      ];
    default:
      return span satisfies never;
  }
};

type Style = Extract<RichElement, { type: "text" }>["style"];

const textOf = (text: string, style?: Style): readonly RichElement[] =>
  text === "" ? [] : [{ type: "text", text, style }];

/** Slack refuses a section without elements, and an empty text element. */
export const drawElements = (text: Text, lengthMax: number = limits.text.textMax): readonly RichElement[] => {
  const elements = cutText(text, lengthMax).flatMap(drawSpan);
  return elements.length === 0 ? [{ type: "text", text: " " }] : elements;
};

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Words for a notification: Slack reads mentions and links between angle brackets there, so these
 * are escaped, after the cut.
 */
export const drawNotification = (text: string): string =>
  cut(text, limits.message.textMax).replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);

export const drawTitle = (text: Text, lengthMax: number): PlainObject => drawPlain(plainText(text), lengthMax);
