/**
 * Keeps Slack's installations in the database, tokens encrypted, one a team or one an organisation.
 */
import type { Installation, InstallationQuery, InstallationStore } from "@slack/oauth";
import { z } from "zod";
import type { Cipher } from "./cipher.ts";
import type { SlackDatabase } from "./tables.ts";

/** The app was never installed there, or was removed. */
export class NotInstalled extends Error {}

/** Where there is one that no secret opens, asking for it throws `Sealed`. */
export type Installations = InstallationStore & {
  /** The installation's bot token; undefined when it is gone. */
  readonly findToken: (id: string) => Promise<string | undefined>;
  readonly remove: (id: string) => Promise<void>;
};

/**
 * What must be there to act for an installation; everything else that Slack gave is kept as it
 * came.
 */
const kept = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), scopes: z.array(z.string()), id: z.string(), userId: z.string() }),
  isEnterpriseInstall: z.boolean().optional(),
});

export const makeInstallations = (database: SlackDatabase, cipher: Cipher): Installations => {
  const find = async (id: string) => {
    const query = database.selectFrom("slack_installations").selectAll().where("id", "=", id);
    const row = await query.executeTakeFirst();
    return row === undefined ? undefined : kept.parse(JSON.parse(cipher.open(row.sealed, id)));
  };
  const remove = async (id: string): Promise<void> => {
    await database.deleteFrom("slack_installations").where("id", "=", id).execute();
  };
  return {
    storeInstallation: async (installation) => {
      const id = idOf(installation);
      const sealed = cipher.seal(JSON.stringify(installation), id);
      await database
        .insertInto("slack_installations")
        .values({ id, sealed })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ sealed }))
        .execute();
    },
    fetchInstallation: async (query) => {
      const found = await find(idOfQuery(query));
      if (found === undefined) throw new NotInstalled("The app is not installed there");
      const { team, enterprise, user, bot, isEnterpriseInstall } = found;
      return {
        team,
        enterprise,
        user: { token: undefined, scopes: undefined, id: user.id },
        bot,
        isEnterpriseInstall: isEnterpriseInstall ?? false,
      };
    },
    deleteInstallation: (query) => remove(idOfQuery(query)),
    findToken: async (id) => (await find(id))?.bot.token,
    remove,
  };
};

const idOf = (installation: Installation): string => {
  const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
  if (id === undefined) throw new Error("Slack named neither a team nor an organisation");
  return id;
};

const idOfQuery = (query: InstallationQuery<boolean>): string => {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  if (id === undefined) throw new Error("Slack named neither a team nor an organisation");
  return id;
};
