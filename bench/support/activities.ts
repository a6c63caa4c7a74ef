/** What Teams would send, ready to be written to a socket. */
import { randomUUID } from "node:crypto";
import type { Prepared } from "./load.ts";
import type { TeamsStub } from "./teams-stub.ts";

const conversation = "19:decisions@thread.tacv2";

const prepare = ({ serviceUrl }: TeamsStub, person: string, change: Readonly<Record<string, unknown>>): Prepared => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl,
    from: { id: person, name: person },
    recipient: { id: "28:bot", name: "Workshop" },
    conversation: { id: conversation, conversationType: "channel", isGroup: true },
    channelData: { team: { id: "19:team" }, channel: { id: conversation } },
    locale: "en-US",
    localTimezone: "Asia/Seoul",
    ...change,
  }),
});

/** Words said to the bot in the channel. */
export const activityOfWords = (stub: TeamsStub, person: string, words: string): Prepared => {
  const text = `<at>Workshop</at> ${words}`;
  const mention = { type: "mention", text: "<at>Workshop</at>", mentioned: { id: "28:bot", name: "Workshop" } };
  return prepare(stub, person, { type: "message", text, entities: [mention] });
};

/** The submission of a response's form, as the person's own card sends it. */
export const activityOfResponse = (stub: TeamsStub, person: string, session: string): Prepared => {
  const purpose = { type: "respond", nonce: randomUUID(), session, round: 1, seen: 0 };
  const data = {
    do: "submit",
    purpose,
    "in:choice": "rag",
    "in:reason": `The answers stand in the FAQ already, says ${person}.`,
    "in:confidence": "80",
  };
  return prepare(stub, person, {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb: "submit", data }, trigger: "manual" },
  });
};
