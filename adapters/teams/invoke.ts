/**
 * Takes what a person did on a card and answers with a card in its place, for that person alone.
 */
import { formatAction, parseAction } from "../../src/cards/action.ts";
import type { Button, Card } from "../../src/cards/card.ts";
import { parseFormToken } from "../../src/cards/forms/form-token.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import { plain } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Answerer, Drawn } from "./answer.ts";
import { type CardData, type CardSource, parseCardData, parseChosen, parseValues } from "./card-data.ts";
import type { Conversation } from "./conversations.ts";
import { actionThatAsks } from "./draw/draw-form.ts";

type Parts = { readonly workshop: Workshop; readonly answerer: Answerer };

/**
 * What was done, where: `where` is the conversation it acts in, `message` the one whose card was
 * used.
 */
export type Done = {
  readonly origin: Origin;
  readonly where: Conversation;
  readonly message: string | undefined;
  readonly data: unknown;
};

type Answering = Parts & Done;

const back: CardSource = { do: "show" };

export const takeInvoke = async (parts: Parts, done: Done): Promise<Drawn> => {
  const work = { ...parts, ...done };
  const data = parseCardData(done.data);
  switch (data?.do) {
    case undefined:
      return press(work, "", "", 1);
    case "press":
      return press(work, data.action, data.nonce, data.page);
    case "ask":
      return ask(work, data.action);
    case "choose":
      return choose(work, data);
    case "show":
      return show(work, data.page);
    case "say":
      return say(work, data.words, data.page);
    case "submit":
      return submit(work, data.purpose);
    case "redraw":
      return redraw(work, data.purpose, data.step ?? undefined);
    default:
      return data satisfies never;
  }
};

/** The same button of the same drawing means the same, under whatever id Teams sends it. */
const press = async (work: Answering, action: string, nonce: string, page: number): Promise<Drawn> => {
  const { workshop, origin } = work;
  const reply = await workshop.press({ ...origin, intent: `press/${nonce}/${action}` }, action);
  if (reply.type === "done" || reply.type === "mistakes") return show(work, 1);
  return answer(work, reply, { do: "press", action, nonce }, page);
};

const answer = (
  { answerer, origin, where }: Answering,
  reply: Exclude<Reply, { type: "done" | "mistakes" }>,
  source: CardSource,
  page: number,
): Promise<Drawn> => answerer.draw(origin, where, { reply, source, page, back });

/** The question comes from the controls as they stand now, never from the card that was pressed. */
const ask = async (work: Answering, pressed: string): Promise<Drawn> => {
  const { workshop, answerer, origin } = work;
  const action = parseAction(pressed);
  if (action?.type !== "on-session") return press(work, "", "", 1);
  const reply = await workshop.press(origin, formatAction({ ...action, verb: "controls" }));
  if (reply.type !== "card") return reply.type === "refused" ? answer(work, reply, back, 1) : show(work, 1);
  const button = buttonsOf(reply.card).find(
    (one) => one.action.type === "on-session" && one.action.verb === action.verb && one.action.round === action.round,
  );
  if (button?.confirm === undefined) return show(work, 1);
  return answerer.drawQuestion(origin, { ...button, confirm: button.confirm }, back);
};

const buttonsOf = (card: Card): readonly Button[] =>
  card.blocks.flatMap((block) => (block.type === "buttons" ? block.buttons : []));

const choose = async (work: Answering, { chosen, nonce }: CardData & { do: "choose" }): Promise<Drawn> => {
  const found = parseChosen(chosen);
  return found?.verb === "ask" ? ask(work, found.action) : press(work, found?.action ?? "", nonce, 1);
};

/**
 * What stands in the message, as this person may see it; the menu where it was no card of a
 * session.
 */
const show = async (work: Answering, page: number): Promise<Drawn> => {
  const { workshop, answerer, origin, where, message } = work;
  const card = message === undefined ? undefined : await workshop.showMessage(origin, message);
  if (card === undefined) return say(work, "", 1);
  return answerer.draw(origin, where, { reply: { type: "card", card }, source: back, page });
};

const say = async (work: Answering, words: string, page: number): Promise<Drawn> => {
  const { workshop, answerer, origin, where } = work;
  const source = { do: "say", words } as const;
  const reply = await workshop.run(origin, words);
  if (reply.type === "done" || reply.type === "mistakes") return show(work, 1);
  return answerer.draw(origin, where, { reply, source, page });
};

const submit = async (work: Answering, token: unknown): Promise<Drawn> => {
  const { workshop, origin, data } = work;
  const values = parseValues(data);
  const reply = await workshop.submit(origin, token, values);
  if (reply.type === "done") return show(work, 1);
  if (reply.type === "mistakes") return askAgain(work, token, values, reply.mistakes);
  return answer(work, reply, back, 1);
};

/** The form once more, with what was filled in and what is wrong with it. */
const askAgain = async (
  work: Answering,
  about: unknown,
  values: Readonly<Record<string, unknown>>,
  mistakes: Readonly<Record<string, string>>,
): Promise<Drawn> => {
  const { workshop, answerer, origin, where } = work;
  const token = parseFormToken(about);
  const action = token === undefined ? undefined : actionThatAsks(token);
  const reply =
    action === undefined
      ? await workshop.redraw(origin, about, values, undefined)
      : await workshop.press(origin, action);
  if (reply.type !== "form") {
    const text = [plain(Object.values(mistakes).join(" "))];
    return answer(work, reply.type === "refused" ? reply : { type: "refused", text }, back, 1);
  }
  return answerer.draw(origin, where, { reply, source: back, back, values, mistakes });
};

const redraw = async (work: Answering, token: unknown, step: string | undefined): Promise<Drawn> => {
  const { workshop, origin, data } = work;
  const reply = await workshop.redraw(origin, token, parseValues(data), step);
  if (reply.type === "form" || reply.type === "refused") return answer(work, reply, back, 1);
  const t = translatorFor(origin.language);
  return answer(work, { type: "refused", text: [plain(t.messages.commands.refusals.badRequest)] }, back, 1);
};
