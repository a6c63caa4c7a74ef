/** What was left in forms that were closed before they were sent. */
import { useRef } from "preact/hooks";
import type { FormToken } from "../../../src/cards/form.ts";
import type { Kept } from "./use-form.ts";

export type Drafts = {
  readonly of: (token: FormToken) => Kept | undefined;
  readonly keep: (token: FormToken, left: Kept) => void;
  readonly drop: (token: FormToken) => void;
};

/** The same form has another nonce each time it is opened. */
const nameIn = (person: string, { nonce: _, ...what }: FormToken): string => JSON.stringify([person, what]);

export const useDrafts = (person: string): Drafts => {
  const nameOf = (token: FormToken): string => nameIn(person, token);
  const kept = useRef(new Map<string, Kept>());
  return {
    of: (token) => kept.current.get(nameOf(token)),
    keep: (token, left) => kept.current.set(nameOf(token), left),
    drop: (token) => kept.current.delete(nameOf(token)),
  };
};
