/**
 * Slack's Web API as far as a session's cards need it, called by the real adapter; one of the calls
 * fails.
 */
import { WebClient } from "@slack/web-api";
import { clientOptions } from "../adapters/slack/accounts.ts";
import { makeChannels } from "../adapters/slack/channels.ts";
import { fetchWhole } from "../adapters/slack/fetch-whole.ts";
import { makeOutbound } from "../adapters/slack/outbound.ts";
import { makePauses } from "../adapters/slack/pauses.ts";
import { makePeople } from "../adapters/slack/people.ts";
import { makePrivateCards } from "../adapters/slack/private-cards.ts";
import { everybody } from "../adapters/slack/standing.ts";
import { openLightSlackServer } from "../testkit/slack/light-server.ts";
import { wordsIn } from "../testkit/slack/people.ts";
import { parseForm } from "../testkit/slack/server.ts";
import { callMsMaxOf, serverFaultOf } from "./fault-plans.ts";
import { type FaultyPlatform, facilitator, makeQuiet, type PlatformParts, where } from "./fault-platform.ts";

export const openFaultySlack = async ({ fuse, clock, reportFault }: PlatformParts): Promise<FaultyPlatform> => {
  const wrong: string[] = [];
  const quiet = makeQuiet(clock);
  const server = await openLightSlackServer(serverFaultOf(fuse));
  const client = new WebClient("xoxb-audit", {
    ...clientOptions(server.apiUrl),
    timeout: callMsMaxOf(fuse),
    fetch: async (url, init) => {
      const place = `Slack's channel ${String(parseForm(String(init?.body)).channel)}`;
      wrong.push(...quiet.mistakesOf(place));
      const response = await fetchWhole(url, init);
      if (response.status === 429) quiet.ask(place, Number(response.headers.get("retry-after")) * 1000);
      return response;
    },
  });
  const accounts = { authorize: async () => ({}), clientFor: async () => client, forget: async () => undefined };
  const people = makePeople({
    chosenBy: async () => undefined,
    clock,
    fallback: { language: "en", zone: "UTC" },
    admission: everybody,
  });
  const seen = (to: (message: { readonly channel: string; readonly person: string | undefined }) => boolean) =>
    [...server.messages.values()].filter(to).map(({ blocks }) => wordsIn(blocks));
  return {
    platform: makeOutbound({
      accounts,
      people,
      channels: makeChannels(),
      privateCards: makePrivateCards(clock),
      pauses: makePauses(clock),
      broadcasts: true,
      reportFault,
    }),
    seenByAll: () => seen(({ channel, person }) => channel === where.channel && person === undefined),
    seenAlone: () => seen(({ channel, person }) => channel === facilitator || person === facilitator),
    wrong,
    close: server.close,
  };
};
