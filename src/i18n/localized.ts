/** Text that a pack gives in the default language, and in as many others as it likes. */
import { z } from "zod";
import { defaultLanguage, type Language, languageCodes } from "./languages.ts";

/** Where a language is left out, its readers get the default one. */
export type Localized = { readonly [code in typeof defaultLanguage]: string } & {
  readonly [code in Language]?: string | undefined;
};

/** A text with at most `lengthMax` characters in each language; inline Markdown is allowed. */
export const localized = (lengthMax: number) => {
  const text = z.string().trim().min(1).max(lengthMax);
  const others = Object.fromEntries(languageCodes.map((code) => [code, text.optional()]));
  const schema: z.ZodType<Localized> = z.strictObject({ ...others, [defaultLanguage]: text });
  return schema;
};

/** What a reader of a language gets. */
export const textIn = (text: Localized, language: Language): string => text[language] ?? text[defaultLanguage];
