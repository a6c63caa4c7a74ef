/** Teams' connector, called by the real adapter; one of the calls fails. */

import { type Call, makeConnector } from "../adapters/teams/connector.ts";
import { makeConversations } from "../adapters/teams/conversations.ts";
import { makeFiles } from "../adapters/teams/files.ts";
import { makeOpenForms } from "../adapters/teams/open-forms.ts";
import { makeOutbound } from "../adapters/teams/outbound.ts";
import { makePauses } from "../adapters/teams/pauses.ts";
import { makePeople } from "../adapters/teams/people.ts";
import { makeSender } from "../adapters/teams/sender.ts";
import { teamsTables } from "../adapters/teams/tables.ts";
import { randomIds } from "../src/clock.ts";
import { wordsOn } from "../testkit/teams/adaptive-cards.ts";
import { openTeamsServer, personalChatOf, type TeamsMessage } from "../testkit/teams/server.ts";
import { callMsMaxOf, serverFaultOf } from "./fault-plans.ts";
import { type FaultyPlatform, facilitator, makeQuiet, type PlatformParts, where } from "./fault-platform.ts";

/**
 * What Teams' limits hold for: asking for members, and sending to a conversation with its threads.
 * A new post names its channel inside, as opening a personal chat does.
 */
const placeOf = ({ method, path }: Call): string => {
  if (method === "GET") return "Teams' list of members";
  const id = decodeURIComponent(path.split("/")[1] ?? where.channel);
  return `Teams' conversation ${id.split(";")[0]}`;
};

export const openFaultyTeams = async ({
  fuse,
  clock,
  database,
  reportFault,
}: PlatformParts): Promise<FaultyPlatform> => {
  const server = await openTeamsServer(0, serverFaultOf(fuse));
  const wrong: string[] = [];
  const quiet = makeQuiet(clock);
  const direct = makeConnector({ token: async () => undefined, reportFault, callMsMax: callMsMaxOf(fuse) });
  const connector: typeof direct = {
    call: async (call) => {
      const place = placeOf(call);
      wrong.push(...quiet.mistakesOf(place));
      const called = await direct.call(call);
      if (called.type === "refused" && called.status === 429) quiet.ask(place, called.waitMs ?? 0);
      return called;
    },
  };
  const conversations = makeConversations(teamsTables(database));
  const { workspace, channel: id } = where;
  const base = { workspace, serviceUrl: server.serviceUrl, bot: server.bot, team: null };
  await conversations.save({ ...base, id, kind: "channel", person: null });
  const people = makePeople({ connector, pauses: makePauses(clock), fallback: { language: "en", zone: "UTC" } });
  const sender = makeSender({ connector, conversations, pauses: makePauses(clock), reportFault });
  const openForms = makeOpenForms(clock);
  const seen = (isSeen: (message: TeamsMessage) => boolean) => () =>
    server.messages.filter(isSeen).map(({ card }) => wordsOn(card));
  return {
    platform: makeOutbound({
      conversations,
      sender,
      people,
      ids: randomIds,
      openForms,
      files: makeFiles(),
      language: "en",
      reportFault,
    }),
    seenByAll: seen(({ conversation, only }) => conversation === id && only === undefined),
    seenAlone: seen(({ conversation, only }) => only === facilitator || conversation === personalChatOf(facilitator)),
    wrong,
    close: server.close,
  };
};
