/** Cuts texts to a platform's limit without halving what a reader sees as one character. */
import type { Span, Text } from "./text.ts";

const segmenter = new Intl.Segmenter();
const ellipsis = "…";

/** At most `lengthMax` UTF-16 code units, ending in an ellipsis where something was left out. */
export const cut = (text: string, lengthMax: number): string => {
  if (text.length <= lengthMax) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length + ellipsis.length > lengthMax) break;
    kept += segment;
  }
  return kept + ellipsis;
};

/** Cuts a text of spans; people and instants count as `fixedLength` units each. */
export const cutText = (text: Text, lengthMax: number): Text => {
  let left = lengthMax;
  const kept: Span[] = [];
  for (const span of text) {
    if (left <= 0) break;
    if (span.type === "mention" || span.type === "time") {
      left -= fixedLength;
      if (left >= 0) kept.push(span);
      continue;
    }
    kept.push({ ...span, text: cut(span.text, left) });
    left -= span.text.length;
  }
  return kept;
};

const fixedLength = 30;

/** How long a text counts towards a limit, in UTF-16 code units. */
export const lengthOf = (text: Text): number =>
  text.reduce((sum, span) => sum + ("text" in span ? span.text.length : fixedLength), 0);
