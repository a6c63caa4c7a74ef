/** Puts the Teams adapter together: the guard, botbuilder's turn, and the connector. */
import { setTimeout } from "node:timers/promises";
import express, { type Router } from "express";
import type { Kysely } from "kysely";
import { type Clock, randomIds } from "../../src/clock.ts";
import type { TeamsConfig } from "../../src/operating/config.ts";
import type { Platform } from "../../src/platform.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { Workshop } from "../../src/workshop.ts";
import { makeAnswerer } from "./answer.ts";
import { openBotFramework } from "./bot-framework.ts";
import { makeConnector } from "./connector.ts";
import { makeConversations } from "./conversations.ts";
import { refuseBadActivities } from "./guard.ts";
import { type Inbound, makeInbound } from "./inbound.ts";
import { makeOpenForms } from "./open-forms.ts";
import { makeOutbound } from "./outbound.ts";
import { makePauses } from "./pauses.ts";
import { type Manner, makePeople } from "./people.ts";
import { isTeamsWorkspace, makeSender } from "./sender.ts";

/** What is still to be said has this long when it stops, in milliseconds; it may have been told to wait for a minute. */
const stopMsMax = 1_500;

export type TeamsParts = {
  readonly config: TeamsConfig;
  readonly database: Kysely<Tables>;
  readonly clock: Clock;
  readonly fallback: Manner;
  readonly reportFault: (fault: unknown) => void;
};

export type TeamsAdapter = {
  readonly platform: Platform;
  readonly serves: (workspace: string) => boolean;
  /** Takes activities from now on, and answers the routes of the one port. */
  readonly start: (workshop: Workshop) => Promise<Router>;
  /** Resolves when what was still to be said is said. */
  readonly stop: () => Promise<void>;
};

export const openTeams = ({ config, database, clock, fallback, reportFault }: TeamsParts): TeamsAdapter => {
  const framework = openBotFramework(config);
  const connector = makeConnector({ token: framework.token, reportFault });
  const conversations = makeConversations(database);
  const people = makePeople({ connector, pauses: makePauses(clock), fallback });
  const sender = makeSender({ connector, conversations, pauses: makePauses(clock), reportFault });
  const openForms = makeOpenForms(clock);
  const ids = randomIds;
  const answerer = makeAnswerer({ people, ids });
  let inbound: Inbound | undefined;
  return {
    platform: makeOutbound({ conversations, sender, people, ids, openForms, language: fallback.language, reportFault }),
    serves: isTeamsWorkspace,
    start: async (workshop) => {
      const taken = makeInbound({ workshop, conversations, people, sender, answerer, openForms, reportFault });
      inbound = taken;
      const { authentication } = framework;
      const [appId, tenants] = config.type === "local" ? [undefined, []] : [config.appId, config.tenants];
      const router = express.Router();
      router.post(
        "/api/messages",
        express.json({ limit: "1mb" }),
        refuseBadActivities({ authentication, appId, tenants, reportFault }),
        framework.answer(taken.take),
      );
      return router;
    },
    stop: async () => {
      await Promise.race([inbound?.settled(), setTimeout(stopMsMax, undefined, { ref: false })]);
    },
  };
};
