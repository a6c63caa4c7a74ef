/**
 * In which language and zone a person is spoken to: what they chose here, else what Slack knows of
 * them; and what they are to the workspace. Kept in memory alone.
 */

import type { WebClient } from "@slack/web-api";
import { answerInTime } from "../../src/delivery/answer-in-time.ts";
import { type Language, languageOfLocale } from "../../src/i18n/languages.ts";
import type { Manner } from "../../src/operating/adapter.ts";
import { isZone } from "../../src/schedule/zones.ts";
import type { Store } from "../../src/store/store.ts";
import { makeRecent } from "../../src/text/recent.ts";
import { type Home, type Standing, standingOf } from "./standing.ts";

/** A person in a workspace of Slack's. */
export type Whose = { readonly workspace: string; readonly home: Home; readonly person: string };

/** `standing` is undefined where Slack didn't say in time who it is. */
export type Known = { readonly manner: Manner; readonly standing: Standing | undefined };

export type People = {
  readonly find: (client: WebClient, whose: Whose) => Promise<Known>;
  /**
   * In which language to speak to somebody of whom Slack can't be asked: the one they chose, as far
   * as that is known in time.
   */
  readonly languageOf: (workspace: string | undefined, person: string | undefined) => Promise<Language>;
  /** Forgets what was kept of a person, since they chose anew. */
  readonly forget: (workspace: string, person: string) => void;
};

/** A trigger lives three seconds; a slow answer about a person must not cost it. */
const askMsMax = 800;
const keptMax = 10_000;
/** A guest becomes a member, and a member a guest, without a word to the app. */
const keptMsMax = 10 * 60_000;

export const makePeople = (store: Store, fallback: Manner): People => {
  const kept = makeRecent<Known>(keptMax, keptMsMax);
  const ask = async (client: WebClient, { person, home }: Whose): Promise<Known | undefined> => {
    const { user } = await client.users.info({ user: person, include_locale: true });
    const zone = user?.tz;
    const manner = {
      language: languageOfLocale(user?.locale) ?? fallback.language,
      zone: zone !== undefined && isZone(zone) ? zone : fallback.zone,
    };
    return { manner, standing: user && standingOf(user, home) };
  };
  /** The database may be as slow as Slack, or away: whatever is asked of it then says so. */
  const askChosen = (workspace: string, person: string): Promise<Language | undefined> =>
    answerInTime(askMsMax, store.in(workspace).loadLanguage(person));
  return {
    languageOf: async (workspace, person) => {
      if (workspace === undefined || person === undefined) return fallback.language;
      return (await askChosen(workspace, person)) ?? fallback.language;
    },
    find: async (client, whose) => {
      const { workspace, person } = whose;
      const key = `${workspace} ${person}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const [chosen, told] = await Promise.all([
        askChosen(workspace, person),
        answerInTime(askMsMax, ask(client, whose)),
      ]);
      const manner = told?.manner ?? fallback;
      const found = {
        manner: chosen === undefined ? manner : { ...manner, language: chosen },
        standing: told?.standing,
      };
      if (told !== undefined) kept.set(key, found);
      return found;
    },
    forget: (workspace, person) => kept.delete(`${workspace} ${person}`),
  };
};
