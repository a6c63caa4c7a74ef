/** Where a payload of Slack's came from, and what everything that takes one works with. */
import type { Context } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type Admitted, refusalFor, type Visit } from "./admission.ts";
import type { Bolt } from "./bolt.ts";
import type { People } from "./people.ts";
import type { PrivateCards } from "./private-cards.ts";
import { type Admission, standingByTeam } from "./standing.ts";
import { workspaceOf } from "./workspace.ts";

type Sender = {
  readonly channel: string;
  readonly person: string;
  readonly intent: string;
  /** The person's own, which Slack names in some payloads. */
  readonly team?: string | undefined;
};

/** As Bolt has verified it. Throws where it names no workspace. */
export const makeOriginOf =
  ({ people, admission }: { readonly people: People; readonly admission: Admission }) =>
  async (client: WebClient, context: Context, { channel, person, intent, team }: Sender): Promise<Visit> => {
    const workspace = workspaceOf(context);
    if (workspace === undefined) throw new Error("A payload of Slack's names no workspace");
    const home = { team: context.teamId, enterprise: context.enterpriseId };
    const { manner, standing } = await people.find(client, { workspace, home, person });
    const refusal = refusalFor(admission, standing ?? standingByTeam(team, home), manner.language);
    return { workspace, channel, person, intent, ...manner, refusal };
  };

export type Taking = {
  readonly workshop: Admitted;
  readonly bolt: Bolt;
  readonly people: People;
  readonly privateCards: PrivateCards;
  readonly originOf: ReturnType<typeof makeOriginOf>;
};
