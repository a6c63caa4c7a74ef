/** Opens Slack: Bolt, its way in and its way out. */
import type { AdapterParts, Inbound, OpenedAdapter } from "../../src/operating/adapter.ts";
import { openBolt } from "./bolt.ts";
import { makeChannels } from "./channels.ts";
import type { SlackConfig } from "./configuration.ts";
import { makeInbound } from "./inbound.ts";
import { makeOutbound } from "./outbound.ts";
import { makePauses } from "./pauses.ts";
import { makePeople } from "./people.ts";
import { makePrivateCards } from "./private-cards.ts";
import { isOurs } from "./workspace.ts";

type SlackParts = AdapterParts & { readonly config: SlackConfig };

/** Throws when Slack doesn't know the token. */
export const open = async (parts: SlackParts): Promise<OpenedAdapter> => {
  const { store, clock, fallback, reportFault, config } = parts;
  const { admission, broadcasts } = config;
  const bolt = await openBolt(parts);
  const { accounts } = bolt;
  const chosenBy = (workspace: string, person: string) => store.in(workspace).loadLanguage(person);
  const people = makePeople({ chosenBy, clock, fallback, admission });
  const shared = { people, privateCards: makePrivateCards(clock) };
  let inbound: Inbound | undefined;
  return {
    platform: makeOutbound({
      ...shared,
      accounts,
      channels: makeChannels(),
      pauses: makePauses(clock),
      broadcasts,
      reportFault,
    }),
    serves: isOurs,
    start: async (workshop) => {
      inbound = await makeInbound({ ...shared, workshop, bolt, admission, reportFault });
      return inbound.routes;
    },
    stop: async () => inbound?.stop(),
  };
};
