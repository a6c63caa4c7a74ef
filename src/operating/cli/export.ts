/**
 * `export`: writes everything that a workspace decided, in every format. Names are the platform's,
 * which isn't asked: people stand there by their ids.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openFrozen } from "../../activities/kinds.ts";
import { exportFormats } from "../../cards/export-formats.ts";
import { type Taken, takeAlong } from "../../export/exported.ts";
import { formats } from "../../export/formats.ts";
import { translatorFor } from "../../i18n/translator.ts";
import { isForgotten } from "../../session/forgotten.ts";
import { openStoreBeside } from "../../store/open.ts";
import { sessionOf } from "../../store/rows.ts";
import type { Config } from "../config.ts";
import { answerWith } from "./answer-with.ts";

type Asked = { readonly workspace: string; readonly folder: string };

const atOnce = 200;

/** The files lie in the folder, which is made, and can be read by this user alone. */
export const exportTo = async (config: Config, { workspace, folder }: Asked): Promise<void> => {
  const t = translatorFor(config.locale);
  const say = t.messages.operating.export;
  const { store, database, clock } = await openStoreBeside(config.databaseUrl);
  try {
    const nameOf = (person: string): string => (isForgotten(person) ? t.messages.session.forgottenPerson : person);
    const taken: Taken[] = [];
    for (let from = 0; ; from += atOnce) {
      const rows = await database
        .selectFrom("sessions")
        .selectAll()
        .where("workspace", "=", workspace)
        .where("state", "in", ["revealed", "closed"])
        .orderBy("started_at", "desc")
        .orderBy("id")
        .limit(atOnce)
        .offset(from)
        .execute();
      for (const row of rows) {
        const session = sessionOf(row);
        const activity = openFrozen(session.activity);
        if (!activity.takesResponses) continue;
        const responses = await store.in(workspace).loadResponses(session.id);
        const replacing = await store.in(workspace).findReplacing([session.id]);
        const view = { session, activity, responses, t };
        taken.push(takeAlong(view, nameOf, { replacedBy: replacing.get(session.id) }));
      }
      if (rows.length < atOnce) break;
    }
    if (taken.length === 0) return answerWith(say.nothing({ workspace }), "failed");
    const to = resolve(folder);
    await mkdir(to, { recursive: true, mode: 0o700 });
    for (const format of exportFormats) {
      const { ending, write } = formats[format];
      // What is there already is never written over.
      const options = { mode: 0o600, flag: "wx" } as const;
      await writeFile(join(to, `decisions.${ending}`), write(taken, { at: clock.now(), nameOf, t }), options);
    }
    answerWith(say.done({ sessions: taken.length, folder: to }));
  } finally {
    await store.close();
  }
};
