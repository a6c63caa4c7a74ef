/** Opens Teams: botbuilder's turn and the connector, its way in and its way out. */
import { randomIds } from "../../src/clock.ts";
import type { AdapterParts, Inbound, OpenedAdapter } from "../../src/operating/adapter.ts";
import { makeAnswerer } from "./answer.ts";
import { openBotFramework } from "./bot-framework.ts";
import type { TeamsConfig } from "./configuration.ts";
import { makeConnector } from "./connector.ts";
import { makeConversations } from "./conversations.ts";
import { makeFiles } from "./files.ts";
import { makeInbound } from "./inbound.ts";
import { makeOpenForms } from "./open-forms.ts";
import { makeOutbound } from "./outbound.ts";
import { makePauses } from "./pauses.ts";
import { makePeople } from "./people.ts";
import { makeSender } from "./sender.ts";
import { teamsTables } from "./tables.ts";
import { isOurs } from "./workspace.ts";

type TeamsParts = AdapterParts & { readonly config: TeamsConfig };

export const open = async (parts: TeamsParts): Promise<OpenedAdapter> => {
  const { database, clock, fallback, reportFault, config } = parts;
  const { language } = fallback;
  const framework = openBotFramework(config);
  const connector = makeConnector({ token: framework.token, reportFault });
  const conversations = makeConversations(teamsTables(database));
  const people = makePeople({ connector, pauses: makePauses(clock), fallback });
  const sender = makeSender({ connector, conversations, pauses: makePauses(clock), reportFault });
  const openForms = makeOpenForms(clock);
  const ids = randomIds;
  const answerer = makeAnswerer({ people, ids });
  const shared = { conversations, people, sender, openForms, files: makeFiles(), reportFault };
  let inbound: Inbound | undefined;
  return {
    platform: makeOutbound({ ...shared, ids, language }),
    serves: isOurs,
    start: async (workshop) => {
      inbound = await makeInbound({ ...shared, workshop, answerer, framework, config, language });
      return inbound.routes;
    },
    stop: async () => inbound?.stop(),
  };
};
