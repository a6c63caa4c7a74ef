/** Reads single values from a draft, which holds whatever the platform sent. */
import { wellFormed } from "../text/text.ts";
import type { Draft } from "./asking.ts";

/** What a draft holds for a field, if it is a text. */
export const typed = (draft: Draft, field: string): string | undefined => {
  const value = draft[field];
  return typeof value === "string" ? value : undefined;
};

/** A typed text as it is kept: well-formed and trimmed, empty where nothing was typed. */
export const typedText = (draft: Draft, field: string): string => wellFormed(typed(draft, field) ?? "").trim();
