/** Sends what Teams' clients send, and answers what Teams was answered. */
import { type Answer, activityOf, type Conversation, sendActivity } from "../testkit/teams/people.ts";
import type { Json } from "../testkit/teams/server.ts";

type Person = { readonly id: string; readonly name: string };

/** Says something to the bot. The same words come again under the same id. */
export const sayToBot = (
  conversation: Conversation,
  person: Person,
  words: string,
  id: string,
  at: string,
): Promise<Answer> => {
  const mention = { type: "mention", text: "<at>Workshop</at>", mentioned: { id: conversation.server.bot } };
  const said = { type: "message", id, text: `<at>Workshop</at> ${words}`, entities: [mention], localTimestamp: at };
  return sendActivity(conversation.address(), activityOf(conversation, person, said, { root: id }));
};

/** Does something on a card. The same comes again under another id, with the same data. */
export const invokeCard = (
  conversation: Conversation,
  person: Person,
  data: Json,
  { id, message }: { readonly id: string; readonly message?: string },
): Promise<Answer> => {
  const action = { type: "Action.Execute", verb: data.do, data };
  const invoke = {
    type: "invoke",
    name: "adaptiveCard/action",
    id,
    value: { action, trigger: "manual" },
    ...(message === undefined ? {} : { replyToId: message }),
  };
  return sendActivity(conversation.address(), activityOf(conversation, person, invoke, { root: message }));
};
