/** In which language and zone a person is spoken to: what they chose here, else what Slack knows of them. Kept in memory alone. */

import type { WebClient } from "@slack/web-api";
import { within } from "../../src/delivery/within.ts";
import { languageOfLocale } from "../../src/i18n/languages.ts";
import type { Manner } from "../../src/operating/adapter.ts";
import { isZone } from "../../src/schedule/zones.ts";
import type { Store } from "../../src/store/store.ts";
import { makeRecent } from "../../src/text/recent.ts";

export type People = {
  readonly mannerOf: (client: WebClient, workspace: string, person: string) => Promise<Manner>;
  /** Forgets what was kept of a person, since they chose anew. */
  readonly forget: (workspace: string, person: string) => void;
};

/** A trigger lives three seconds; a slow answer about a person must not cost it. */
const askMsMax = 800;
const keptMax = 10_000;

export const makePeople = (store: Store, fallback: Manner): People => {
  const kept = makeRecent<Manner>(keptMax);
  const ask = async (client: WebClient, person: string): Promise<Manner | undefined> => {
    const found = await client.users.info({ user: person, include_locale: true });
    const zone = found.user?.tz;
    return {
      language: languageOfLocale(found.user?.locale) ?? fallback.language,
      zone: zone !== undefined && isZone(zone) ? zone : fallback.zone,
    };
  };
  return {
    mannerOf: async (client, workspace, person) => {
      const key = `${workspace} ${person}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const [chosen, told] = await Promise.all([
        store.in(workspace).loadLanguage(person),
        within(askMsMax, ask(client, person)),
      ]);
      const manner = { ...(told ?? fallback), ...(chosen === undefined ? {} : { language: chosen }) };
      if (told !== undefined) kept.set(key, manner);
      return manner;
    },
    forget: (workspace, person) => kept.delete(`${workspace} ${person}`),
  };
};
