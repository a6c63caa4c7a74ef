/** A pack's text where plain words alone can stand: on buttons, at fields, in charts. */
import { plainText } from "../cards/plain.ts";
import type { Localized } from "../i18n/localized.ts";
import type { Translator } from "../i18n/translator.ts";
import { parseInline } from "../text/inline-markdown.ts";

/**
 * @example
 * labelOf(content.title, t); // "RAG", where the pack says "**RAG**"
 */
export const labelOf = (text: Localized, t: Translator): string => plainText(parseInline(t.pick(text)));
