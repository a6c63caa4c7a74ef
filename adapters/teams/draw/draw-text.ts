/**
 * Draws text so that what a person typed shows as typed. Runs of a rich-text block are no Markdown,
 * so everything that can be is drawn as runs; people, instants and links are understood in text
 * blocks alone, whose other spans are escaped there.
 */
import { cut, cutText } from "../../../src/text/cut.ts";
import type { Span, Text } from "../../../src/text/text.ts";
import { limits } from "../limits.ts";

type Run = {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly italic?: true;
  readonly fontType?: "Monospace";
  readonly size?: Look["size"];
  readonly isSubtle?: true;
  readonly color?: "Attention";
};

export type TextElement =
  | { readonly type: "RichTextBlock"; readonly inlines: readonly Run[]; readonly spacing?: "None" | "Small" }
  | ({ readonly type: "TextBlock"; readonly text: string; readonly wrap: true } & Look & {
        readonly spacing?: "None" | "Small";
        /** Screen readers find their way by it; runs have no such thing. */
        readonly style?: "heading";
      });

export type Look = {
  readonly size?: "Small" | "Medium" | "Large";
  readonly weight?: "Bolder";
  readonly isSubtle?: true;
  readonly color?: "Attention";
};

/**
 * How a mentioned person is written; the same in the text and in the entity that makes it a
 * mention.
 */
export type Mentions = (person: string) => string;

const isRun = (span: Span): boolean => ["plain", "strong", "emphasis", "code"].includes(span.type);

/** A text as blocks, one a line. */
export const drawText = (text: Text, mentions: Mentions, look: Look = {}): readonly TextElement[] =>
  linesOf(cutText(text, limits.text.textMax)).map((line, index): TextElement => {
    const spacing = index === 0 ? {} : ({ spacing: "None" } as const);
    return line.every(isRun)
      ? { type: "RichTextBlock", inlines: runsOf(line, look), ...spacing }
      : { ...blockOf(line, mentions), ...look, ...spacing };
  });

/** A heading of one line, which a text block alone can be. */
export const drawHeading = (text: Text, mentions: Mentions, size: "Large" | "Medium"): readonly TextElement[] => {
  const line = linesOf(cutText(text, limits.text.textMax)).flatMap((one, index) =>
    index === 0 ? one : [{ type: "plain", text: " " } as const, ...one],
  );
  return [{ ...blockOf(line, mentions), size, weight: "Bolder", style: "heading" }];
};

const blockOf = (line: Text, mentions: Mentions) =>
  ({ type: "TextBlock", text: line.map((span) => markdownOf(span, mentions)).join(""), wrap: true }) as const;

/** Lines beyond a bound are joined: a text of nothing but line breaks must not fill a card. */
const linesOf = (text: Text): readonly Text[] => {
  const lines: Span[][] = [[]];
  for (const span of text) {
    if (!("text" in span)) {
      lines.at(-1)?.push(span);
      continue;
    }
    const parts = span.text.split(/\r\n|[\n\r\u2028\u2029]/u);
    for (const [index, part] of parts.entries()) {
      if (index > 0 && lines.length < limits.text.linesMax) lines.push([]);
      else if (index > 0) lines.at(-1)?.push({ type: "plain", text: " " });
      if (part !== "") lines.at(-1)?.push({ ...span, text: part });
    }
  }
  return lines;
};

const runsOf = (line: Text, look: Look): readonly Run[] => {
  const runs = line.flatMap((span): Run[] => {
    const text = "text" in span ? inert(span.text) : "";
    return text === "" ? [] : [{ type: "TextRun", text, ...look, ...styleOf(span) }];
  });
  return runs.length === 0 ? [{ type: "TextRun", text: "\u00a0" }] : runs;
};

const styleOf = ({ type }: Span): Partial<Run> => {
  if (type === "strong") return { weight: "Bolder" };
  if (type === "emphasis") return { italic: true };
  return type === "code" ? { fontType: "Monospace" } : {};
};

/** Signs that nothing shows take six bytes each on their way. */
const unseen = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Template functions and mention tags are live wherever a card shows text; an invisible joiner
 * between their first signs keeps them as typed.
 */
export const inert = (text: string): string =>
  text
    .replaceAll(unseen, "")
    .replaceAll(/\{\{(?=\s*(?:DATE|TIME))/giu, "{\u2060{")
    .replaceAll(/<(?=\/?at\b)/giu, "<\u2060");

const markup = /[\\`*_[\]()~#|>+.!-]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;" };

/** Escapes Markdown: punctuation by a backslash, what begins HTML or an entity by an entity. */
export const escapeMarkdown = (text: string): string =>
  inert(text)
    .replaceAll(markup, (sign) => `\\${sign}`)
    .replaceAll(/[&<]/gu, (sign) => entities[sign] ?? sign);

const markdownOf = (span: Span, mentions: Mentions): string => {
  switch (span.type) {
    case "plain":
    case "code":
      return escapeMarkdown(span.text);
    case "strong":
      return wrapped(span.text, "**");
    case "emphasis":
      return wrapped(span.text, "_");
    case "link":
      return linkOf(span.text, span.url);
    case "mention":
      return mentions(span.person);
    case "time":
      return drawTime(span.at);
    default:
      return span satisfies never;
  }
};

/** Markdown takes no mark beside a space. */
const wrapped = (text: string, mark: string): string => {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return inner === "" ? text : `${before}${mark}${escapeMarkdown(inner)}${mark}${after}`;
};

/** Only the web is linked; anything else stays words. */
const linkOf = (text: string, url: string): string => {
  const target = URL.parse(url);
  if (target === null || !["http:", "https:"].includes(target.protocol)) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${target.href.replaceAll("(", "%28").replaceAll(")", "%29")})`;
};

/** Shown in the reader's own zone by the client. */
const drawTime = (at: number): string => {
  const instant = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return `{{DATE(${instant},SHORT)}} {{TIME(${instant})}}`;
};

/** Words for a property that is never markup: a title, a label, a placeholder. */
export const drawPlain = (text: string, lengthMax: number): string => inert(cut(text, lengthMax)) || "–";
