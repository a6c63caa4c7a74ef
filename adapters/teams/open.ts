/** Opens Teams: the guard, botbuilder's turn, and the connector. */
import { setTimeout } from "node:timers/promises";
import express from "express";
import { randomIds } from "../../src/clock.ts";
import type { AdapterParts, OpenedAdapter } from "../../src/operating/adapter.ts";
import { makeAnswerer } from "./answer.ts";
import { openBotFramework } from "./bot-framework.ts";
import type { TeamsConfig } from "./configuration.ts";
import { makeConnector } from "./connector.ts";
import { makeConversations } from "./conversations.ts";
import { makeFiles } from "./files.ts";
import { refuseBadActivities } from "./guard.ts";
import { type Inbound, makeInbound } from "./inbound.ts";
import { makeOpenForms } from "./open-forms.ts";
import { makeOutbound } from "./outbound.ts";
import { makePauses } from "./pauses.ts";
import { makePeople } from "./people.ts";
import { makeSender } from "./sender.ts";
import { teamsTables } from "./tables.ts";
import { isOurs } from "./workspace.ts";

/**
 * What is still to be said has this long when it stops, in milliseconds; it may have been told to
 * wait for a minute.
 */
const stopMsMax = 1_500;

type TeamsParts = Omit<AdapterParts, "store" | "shared"> & { readonly config: TeamsConfig };

export const openTeams = async ({
  config,
  database,
  clock,
  fallback,
  reportFault,
}: TeamsParts): Promise<OpenedAdapter> => {
  const framework = openBotFramework(config);
  const connector = makeConnector({ token: framework.token, reportFault });
  const conversations = makeConversations(teamsTables(database));
  const people = makePeople({ connector, pauses: makePauses(clock), fallback });
  const sender = makeSender({ connector, conversations, pauses: makePauses(clock), reportFault });
  const openForms = makeOpenForms(clock);
  const files = makeFiles();
  const ids = randomIds;
  const answerer = makeAnswerer({ people, ids });
  let inbound: Inbound | undefined;
  return {
    platform: makeOutbound({
      conversations,
      sender,
      people,
      ids,
      openForms,
      files,
      language: fallback.language,
      reportFault,
    }),
    serves: isOurs,
    start: async (workshop) => {
      const taken = makeInbound({ workshop, conversations, people, sender, answerer, openForms, files, reportFault });
      inbound = taken;
      const { authentication } = framework;
      const [appId, tenants] = config.type === "local" ? [undefined, []] : [config.appId, config.tenants];
      const router = express.Router();
      router.post(
        "/api/messages",
        express.json({ limit: "1mb" }),
        refuseBadActivities({ authentication, appId, tenants, language: fallback.language, reportFault }),
        framework.answer(taken.take),
      );
      return router;
    },
    stop: async () => {
      await Promise.race([inbound?.settled(), setTimeout(stopMsMax, undefined, { ref: false })]);
    },
  };
};
