/**
 * Reads the packs of the configured folders; a mistake in any of them is one that nothing starts
 * with.
 */
import { kinds } from "../activities/kinds.ts";
import type { Language } from "../i18n/languages.ts";
import { translatorFor } from "../i18n/translator.ts";
import { loadPacks } from "../packs/folder.ts";
import { type Library, makeLibrary } from "../packs/library.ts";
import { formatMistakes } from "../packs/mistakes.ts";

/** Throws an `Error` that lists every mistake, in that language. */
export const readLibrary = async (folders: readonly string[], language: Language): Promise<Library> => {
  const loaded = await loadPacks(folders, kinds);
  if (loaded.type === "packs") return makeLibrary(loaded.packs);
  throw new Error(formatMistakes(loaded.mistakes, translatorFor(language)).join("\n"));
};
