/** The reference kind: something to read, for one person or the channel. Nobody responds to it. */
import { z } from "zod";
import type { Block } from "../../cards/card.ts";
import { plainText } from "../../cards/plain.ts";
import type { Localized } from "../../i18n/localized.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import type { Text } from "../../text/text.ts";
import { defineKind } from "../define-kind.ts";
import { type ReferenceContent, referenceContent } from "./content.ts";

const sectionBlocks = (
  { heading, text, code, items, facts, table }: ReferenceContent["sections"][number],
  t: Translator,
): readonly Block[] => {
  const inline = (localized: Localized): Text => parseInline(t.pick(localized));
  return [
    ...(heading === undefined ? [] : [{ type: "heading", text: inline(heading) } as const]),
    ...(text === undefined ? [] : [{ type: "paragraph", text: inline(text) } as const]),
    ...(code === undefined ? [] : [{ type: "code", text: code.trimEnd() } as const]),
    ...(facts.length === 0
      ? []
      : [
          {
            type: "facts",
            facts: facts.map(({ label, values }) => ({ label: plainText(inline(label)), values: values.map(inline) })),
          } as const,
        ]),
    ...(items.length === 0 ? [] : [{ type: "list", ordered: false, items: items.map(inline) } as const]),
    ...(table === undefined
      ? []
      : [
          {
            type: "table",
            columns: table.columns.map((column) => plainText(inline(column))),
            rows: table.rows.map((row) => row.map(inline)),
          } as const,
        ]),
  ];
};

export const reference = defineKind<ReferenceContent, never>({
  kind: "reference",
  names: (t) => t.messages.reference.kind,
  content: referenceContent,
  answer: z.never(),
  takesResponses: false,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => content.sections.flatMap((section) => sectionBlocks(section, t)),
  options: () => [],
  form: () => ({ fields: [] }),
  check: () => ({ type: "mistakes", mistakes: {} }),
  draftOf: () => ({}),
  inShort: () => undefined,
  confirmation: () => [],
  reasons: () => [],
  withoutWords: (_content, answer) => answer,
  asked: (_content, t) => t.messages.session.asked,
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  reveal: () => [],
  allReasons: () => [],
});
