/**
 * Which messages someone is filling a form in on. An update of a message takes everyone's own view
 * of it away, with what they have typed, so it waits for them; the session's other cards go on
 * telling how far it is.
 */

import type { Clock } from "../../src/clock.ts";
import { makeRecent } from "../../src/text/recent.ts";

export type OpenForms = {
  readonly opened: (conversation: string, message: string, person: string) => void;
  readonly closed: (conversation: string, message: string, person: string) => void;
  readonly isOpen: (conversation: string, message: string) => boolean;
};

/** Whoever takes longer than this has most likely left the form. */
const openMsMax = 180_000;
const keptMax = 10_000;

/** Opened later than now: by a clock that has since been set back. */
const isOver = (openMs: number): boolean => openMs > openMsMax || openMs < 0;

export const makeOpenForms = (clock: Clock): OpenForms => {
  /** Since when, by message and person. */
  const forms = makeRecent<Map<string, number>>(keptMax);
  const keyOf = (conversation: string, message: string): string => `${conversation} ${message}`;
  const closed: OpenForms["closed"] = (conversation, message, person) => {
    const people = forms.get(keyOf(conversation, message));
    people?.delete(person);
    if (people?.size === 0) forms.delete(keyOf(conversation, message));
  };
  return {
    closed,
    opened: (conversation, message, person) => {
      const key = keyOf(conversation, message);
      forms.set(key, (forms.get(key) ?? new Map<string, number>()).set(person, clock.now()));
    },
    isOpen: (conversation, message) => {
      const people = forms.get(keyOf(conversation, message)) ?? new Map<string, number>();
      for (const [person, since] of people) if (isOver(clock.now() - since)) closed(conversation, message, person);
      return forms.get(keyOf(conversation, message)) !== undefined;
    },
  };
};
