/**
 * What an adapter remembers of people, by workspace: a bounded number of them, in memory alone; and
 * what it makes of their locale and zone.
 */

import { type Language, languageOfLocale } from "../i18n/languages.ts";
import { isZone } from "../schedule/zones.ts";
import { present } from "../text/present.ts";
import { makeRecent } from "../text/recent.ts";
import type { Manner } from "./adapter.ts";

/**
 * Beyond this many in a channel, a message to each alone would take minutes at a platform's rates,
 * and annoy more than help: the channel is spoken to instead.
 */
export const membersMax = 200;

/** What is known of how a person is spoken to. */
export type Spoken = { readonly language?: Language | undefined; readonly zone?: string | undefined };

/**
 * A platform's locale (`en-GB`) and time zone in the product's terms; what is none is left out.
 *
 * @example
 * spokenBy({ locale: "en-GB", zone: "Asia/Seoul" }); // { language: "en", zone: "Asia/Seoul" }
 * spokenBy({ zone: "Middle-earth" }); // {}
 */
export const spokenBy = (told: {
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
}): Spoken => {
  const language = languageOfLocale(told.locale);
  return {
    ...present({ language }),
    ...(told.zone !== undefined && isZone(told.zone) ? { zone: told.zone } : {}),
  };
};

/** How a person is spoken to: by what is known, else as everybody is. */
export const mannerOf = (known: Spoken | undefined, fallback: Manner): Manner => ({
  language: known?.language ?? fallback.language,
  zone: known?.zone ?? fallback.zone,
});

export type KnownPeople<Known> = {
  readonly get: (workspace: string, person: string) => Known | undefined;
  readonly set: (workspace: string, person: string, known: Known) => void;
  readonly forget: (workspace: string, person: string) => void;
};

const keptMax = 10_000;

/** `keptMsMax`: so long a person is remembered at most; while there is room without it. */
export const makeKnownPeople = <Known extends NonNullable<unknown>>(keptMsMax?: number): KnownPeople<Known> => {
  const kept = makeRecent<Known>(keptMax, keptMsMax);
  const keyOf = (workspace: string, person: string): string => `${workspace} ${person}`;
  return {
    get: (workspace, person) => kept.get(keyOf(workspace, person)),
    set: (workspace, person, known) => kept.set(keyOf(workspace, person), known),
    forget: (workspace, person) => kept.delete(keyOf(workspace, person)),
  };
};
