/** Text that a pack gives in each language. */
import { z } from "zod";

/** A text in every language, with at most `lengthMax` characters in each; inline Markdown is allowed. */
export const localized = (lengthMax: number) =>
  z.strictObject({
    en: z.string().trim().min(1).max(lengthMax),
    ko: z.string().trim().min(1).max(lengthMax),
  });

export type Localized = { readonly en: string; readonly ko: string };
