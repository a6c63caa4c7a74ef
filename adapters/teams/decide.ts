/**
 * "Decide on this": a message's own menu opens a dialog that asks a question about it. What is sent
 * from the dialog is answered in it.
 */
import { z } from "zod";
import { plainText } from "../../src/cards/plain.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Answerer, Drawn, Shown } from "./answer.ts";
import type { TurnAnswer } from "./bot-framework.ts";
import { parseCardData, parseValues } from "./card-data.ts";
import type { Conversation } from "./conversations.ts";
import { messageText } from "./message-text.ts";
import { teamsMessages } from "./messages/speak.ts";
import { permalinkIn } from "./permalink.ts";

/** The action's id in the app's manifest. */
export const decideCommand = "decide";

const fetchTask = "composeExtension/fetchTask";
const submitAction = "composeExtension/submitAction";

/** Whether an invoke comes from a message's menu or from the dialog behind it. */
export const isDecide = (name: string): boolean => name === fetchTask || name === submitAction;

const text = z.string().catch("");

const asked = z.object({
  commandId: z.literal(decideCommand),
  messagePayload: z.object({
    body: z.object({ contentType: text, content: text }).nullish(),
    linkToMessage: z.string().nullish().catch(undefined),
  }),
});

const sent = z.object({ commandId: z.literal(decideCommand), data: z.unknown().optional() });

export type Decide = {
  readonly workshop: Pick<Workshop, "askAbout" | "submit" | "redraw">;
  readonly answerer: Answerer;
  readonly origin: Origin;
  /** Undefined where the app isn't in the conversation. */
  readonly where: Conversation | undefined;
  readonly name: string;
  readonly value: unknown;
};

/** Nothing more to show: the dialog closes. */
const closed: TurnAnswer = { status: 200, body: {} };

const answered = (task: object): TurnAnswer => ({ status: 200, body: { task } });

const told = (value: string): TurnAnswer => answered({ type: "message", value });

export const takeDecide = async (decide: Decide): Promise<TurnAnswer> => {
  const { origin, where, name, value } = decide;
  const say = teamsMessages(origin.language);
  if (where === undefined) return told(say.notHere);
  if (name === submitAction) return takeSent(decide, where, sent.safeParse(value).data?.data);
  const message = asked.safeParse(value).data?.messagePayload;
  if (message === undefined) return { status: 400, body: { error: "bad-request" } };
  const { contentType, content } = message.body ?? { contentType: "text", content: "" };
  const words = wellFormed(contentType === "html" ? messageText(content) : content);
  const link = permalinkIn(message.linkToMessage ?? undefined);
  return answer(decide, where, await decide.workshop.askAbout(origin, { words, link }));
};

const takeSent = async (decide: Decide, where: Conversation, sentData: unknown): Promise<TurnAnswer> => {
  const { workshop, origin } = decide;
  const data = parseCardData(sentData);
  const values = parseValues(sentData);
  if (data?.do === "redraw")
    return answer(decide, where, await workshop.redraw(origin, data.purpose, values, data.step ?? undefined));
  if (data?.do !== "submit") return closed;
  const reply = await workshop.submit(origin, data.purpose, values);
  if (reply.type !== "mistakes") return answer(decide, where, reply);
  const again = await workshop.redraw(origin, data.purpose, values, undefined);
  return answer(decide, where, again, { values, mistakes: reply.mistakes });
};

const answer = async (
  { answerer, origin }: Decide,
  where: Conversation,
  reply: Reply,
  filled: Pick<Shown, "values" | "mistakes"> = {},
): Promise<TurnAnswer> => {
  if (reply.type === "refused") return told(plainText(reply.text));
  if (reply.type !== "form") return closed;
  const drawn = await answerer.draw(origin, where, { reply, source: { do: "show" }, ...filled });
  const card = { contentType: "application/vnd.microsoft.card.adaptive", content: submitting(drawn) };
  return answered({ type: "continue", value: { title: reply.form.title, width: "medium", height: "large", card } });
};

/** A dialog takes what a client sends by itself alone: each action in its older form. */
const submitting = (drawn: Drawn): object => ({
  ...drawn,
  body: drawn.body.map((element) =>
    element.type === "ActionSet" && "actions" in element && Array.isArray(element.actions)
      ? { ...element, actions: element.actions.map((action) => action.fallback) }
      : element,
  ),
});
