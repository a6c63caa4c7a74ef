/** Keeps what channels and workspaces have preset, and what people have chosen for themselves. */
import type { Kysely } from "kysely";
import type { Language } from "../i18n/languages.ts";
import { type Chosen, parseChosen } from "../settings/settings.ts";
import type { KeptSettings, SettingsOf } from "./port/store.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

const ofWorkspace = "";
const none: KeptSettings = { chosen: {}, revision: 0 };

export const loadSettings = async (database: Database, workspace: string, channel: string): Promise<SettingsOf> => {
  const query = database.selectFrom("settings").selectAll().where("workspace", "=", workspace);
  const rows = await query.where("channel", "in", [ofWorkspace, channel]).execute();
  const found = (of: string): KeptSettings => {
    const row = rows.find((one) => one.channel === of);
    return row === undefined ? none : { chosen: parseChosen(JSON.parse(row.detail)), revision: row.revision };
  };
  return { channel: found(channel), workspace: found(ofWorkspace) };
};

export type SettingsChange = {
  readonly workspace: string;
  /** Null for the workspace's own. */
  readonly channel: string | null;
  readonly chosen: Chosen;
  readonly expects: number;
};

/** False where somebody else has changed them since; then nothing is written. */
export const saveSettings = async (
  database: Database,
  { workspace, channel, chosen, expects }: SettingsChange,
): Promise<boolean> => {
  const key = { workspace, channel: channel ?? ofWorkspace };
  const values = { detail: JSON.stringify(chosen), revision: expects + 1 };
  if (expects === 0) {
    const added = database.insertInto("settings").values({ ...key, ...values });
    const query = added.onConflict((conflict) => conflict.doNothing()).returning("revision");
    return (await query.executeTakeFirst()) !== undefined;
  }
  const changed = database.updateTable("settings").set(values).where("revision", "=", expects);
  return (await changed.where(({ and }) => and(key)).executeTakeFirst()).numUpdatedRows === 1n;
};

type Named = { readonly workspace: string; readonly person: string };

export const loadLanguage = async (database: Database, { workspace, person }: Named): Promise<Language | undefined> => {
  const query = database.selectFrom("person_settings").select("language").where("workspace", "=", workspace);
  return (await query.where("person", "=", person).executeTakeFirst())?.language;
};

export const saveLanguage = async (
  database: Database,
  chosen: Named & { readonly language: Language },
): Promise<void> => {
  const { language } = chosen;
  await database
    .insertInto("person_settings")
    .values(chosen)
    .onConflict((conflict) => conflict.columns(["workspace", "person"]).doUpdateSet({ language }))
    .execute();
};

/** Takes a person out of those who are named. */
export const forgetInSettings = async (database: Database, workspace: string, person: string): Promise<void> => {
  const rows = await database.selectFrom("settings").selectAll().where("workspace", "=", workspace).execute();
  for (const { channel, detail, revision } of rows) {
    const chosen = parseChosen(JSON.parse(detail));
    if (chosen.facilitators?.includes(person) !== true) continue;
    const left = { ...chosen, facilitators: chosen.facilitators.filter((one) => one !== person) };
    const query = database.updateTable("settings").set({ detail: JSON.stringify(left), revision: revision + 1 });
    await query.where("workspace", "=", workspace).where("channel", "=", channel).execute();
  }
};
