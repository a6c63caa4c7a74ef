/**
 * The inline Markdown of packs' texts, as spans. Only packs' texts go through here; what people
 * type never does.
 */
import type { PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { makeRecent } from "./recent.ts";
import { plain, type Span, type Text } from "./text.ts";

/** Texts that were read last; a card's are asked for whenever it is drawn. */
const read = makeRecent<Text>(2_000);

/**
 * Strong, emphasis, code and http(s) links become spans; everything else stays as it was written.
 */
export const parseInline = (markdown: string): Text => {
  const known = read.get(markdown);
  if (known !== undefined) return known;
  const text = parse(markdown);
  read.set(markdown, text);
  return text;
};

const parse = (markdown: string): Text => {
  const blocks = fromMarkdown(markdown).children;
  // Anything but one paragraph (a list, a heading, raw HTML) isn't inline, and shows as written.
  const [only, ...rest] = blocks;
  if (only?.type !== "paragraph" || rest.length > 0) return [plain(markdown)];
  return only.children.flatMap((node) => spansOf(node, markdown));
};

const spansOf = (node: PhrasingContent, source: string): readonly Span[] => {
  switch (node.type) {
    case "text":
      return [plain(node.value)];
    case "strong":
    case "emphasis":
      return [{ type: node.type, text: wordsOf(node.children) }];
    case "inlineCode":
      return [{ type: "code", text: node.value }];
    case "link":
      return /^https?:\/\//i.test(node.url)
        ? [{ type: "link", text: wordsOf(node.children), url: node.url }]
        : [plain(asWritten(node, source))];
    case "break":
      return [plain("\n")];
    default:
      return [plain(asWritten(node, source))];
  }
};

const wordsOf = (nodes: readonly (PhrasingContent | RootContent)[]): string =>
  nodes.map((node) => ("value" in node ? node.value : "children" in node ? wordsOf(node.children) : "")).join("");

const asWritten = ({ position }: PhrasingContent, source: string): string =>
  source.slice(position?.start.offset, position?.end.offset);
