/**
 * Translates what Teams sends into requests to the workshop, and answers: an invoke at once, words
 * once they were taken.
 */

import { setTimeout } from "node:timers/promises";
import { json, Router } from "express";
import { z } from "zod";
import { commandNamed, threadVerbNamed } from "../../src/commands/command-words.ts";
import type { Language } from "../../src/i18n/languages.ts";
import type { Inbound } from "../../src/operating/adapter.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import { makeRecent } from "../../src/text/recent.ts";
import type { Workshop } from "../../src/workshop.ts";
import { type Answerer, type Drawn, isForm } from "./answer.ts";
import type { BotFramework, TurnAnswer } from "./bot-framework.ts";
import type { CardSource } from "./card-data.ts";
import type { TeamsConfig } from "./configuration.ts";
import { takeConsent } from "./consent.ts";
import type { Conversations } from "./conversations.ts";
import { isDecide, takeDecide } from "./decide.ts";
import type { Files } from "./files.ts";
import { refuseBadActivities } from "./guard.ts";
import { takeInvoke } from "./invoke.ts";
import { tellMySessions } from "./my-sessions.ts";
import type { OpenForms } from "./open-forms.ts";
import type { People } from "./people.ts";
import { say, sayAlone } from "./say.ts";
import type { Sender } from "./sender.ts";
import { parseTurn, type Turn } from "./turn.ts";
import { commandOf } from "./words.ts";

export type InboundParts = {
  readonly workshop: Workshop;
  readonly conversations: Conversations;
  readonly people: People;
  readonly sender: Sender;
  readonly answerer: Answerer;
  readonly openForms: OpenForms;
  readonly files: Files;
  readonly framework: BotFramework;
  readonly config: TeamsConfig;
  /** In which somebody is told who isn't known yet. */
  readonly language: Language;
  readonly reportFault: (fault: unknown) => void;
};

/** Whose answers are remembered, so that they are not given again. */
const answeredMax = 10_000;

/**
 * What is still to be said has this long when it stops, in milliseconds; it may have been told to
 * wait for a minute.
 */
const stopMsMax = 1_500;

export const makeInbound = async (parts: InboundParts): Promise<Inbound> => {
  const { framework, config, language, reportFault } = parts;
  const { authentication } = framework;
  const speaking = new Set<Promise<void>>();
  const [appId, tenants] = config.type === "local" ? [undefined, []] : [config.appId, config.tenants];
  const routes = Router();
  routes.post(
    "/api/messages",
    json({ limit: "1mb" }),
    refuseBadActivities({ authentication, appId, tenants, language, reportFault }),
    framework.answer(makeTake(parts, speaking)),
  );
  return {
    routes,
    stop: async () => {
      await Promise.race([Promise.all(speaking), setTimeout(stopMsMax, undefined, { ref: false })]);
    },
  };
};

/** Takes one activity; never throws. `speaking` holds what is still being said. */
const makeTake = (parts: InboundParts, speaking: Set<Promise<void>>): ((activity: unknown) => Promise<TurnAnswer>) => {
  /**
   * What is said in a conversation takes its time; Teams is answered before, since it would send
   * the activity again.
   */
  const later: Later = (say) => {
    const said = say()
      .catch(parts.reportFault)
      .finally(() => speaking.delete(said));
    speaking.add(said);
  };
  const answered = makeRecent<true>(answeredMax);
  const isUnanswered: Answering["isUnanswered"] = ({ where, id }) => {
    const key = `${where.workspace} ${where.id} ${id}`;
    if (id !== "" && answered.get(key) !== undefined) return false;
    answered.set(key, true);
    return true;
  };
  return async (activity) => {
    const turn = parseTurn(activity);
    if (turn === undefined) {
      parts.reportFault(new Error("Teams sent an activity that can't be read"));
      return { status: 400, body: { error: "bad-request" } };
    }
    try {
      return await takeTurn({ ...parts, later, isUnanswered }, turn);
    } catch (fault) {
      parts.reportFault(fault);
      return { status: 500, body: { error: "fault" } };
    }
  };
};

type Later = (say: () => Promise<void>) => void;
type Answering = InboundParts & {
  readonly later: Later;
  /**
   * Whether a message was not answered yet: Teams sends one again when it saw no answer in time.
   */
  readonly isUnanswered: (turn: Turn) => boolean;
};

const takeTurn = async (work: Answering, turn: Turn): Promise<TurnAnswer> => {
  const { conversations } = work;
  if (turn.botRemoved || (turn.type === "installationUpdate" && turn.action.startsWith("remove"))) {
    await conversations.remove(turn.where.workspace, turn.where.id, turn.where.team);
    return undefined;
  }
  if (turn.type === "invoke" && isDecide(turn.name)) return takeDecideTurn(work, turn);
  const isNew = await conversations.save(turn.where);
  if (turn.type === "message") await takeMessage(work, turn);
  else if (turn.type === "invoke") return takeInvokeTurn(work, turn);
  else if (turn.type === "installationUpdate" || turn.botAdded) welcome(work, turn, isNew);
  return undefined;
};

/**
 * Once for each conversation: an installation comes as several activities, and again with each new
 * version.
 */
const welcome = (work: Answering, turn: Turn, isNew: boolean): void => {
  if (!isNew) return;
  work.later(async () => {
    const origin = { ...originOf(work, turn, turn.where.id), person: everyone };
    const reply = await work.workshop.run(origin, "");
    if (reply.type === "card") await say(work, origin, turn.where, undefined, reply, { do: "say", words: "" });
  });
};

/** For whom a card is drawn that all of a conversation see: nobody in particular. */
const everyone = "";

const originOf = ({ people }: Answering, { where, person, seen, id }: Turn, channel: string): Origin => ({
  workspace: where.workspace,
  channel,
  person: person ?? everyone,
  intent: `said/${where.id}/${id}`,
  ...people.see(where.workspace, person ?? everyone, seen),
});

/** A message's menu stands wherever somebody has the app, whether it is in that place or not. */
const takeDecideTurn = async (work: Answering, turn: Turn): Promise<TurnAnswer> => {
  const { where, name, value } = turn;
  const origin = originOf(work, turn, where.id);
  return takeDecide({ ...work, origin, where: await work.conversations.find(where.workspace, where.id), name, value });
};

const executed = z.object({ action: z.object({ data: z.unknown().optional() }) });

const takeInvokeTurn = async (work: Answering, turn: Turn): Promise<TurnAnswer> => {
  if (turn.name === "fileConsent/invoke") return takeConsent(work, turn, originOf(work, turn, turn.where.id));
  if (turn.name !== "adaptiveCard/action") return { status: 501, body: { error: "unknown-invoke" } };
  const { drawn: value } = await takeCard(work, turn, executed.safeParse(turn.value).data?.action.data);
  const { replyTo, person, where } = turn;
  if (replyTo !== undefined && person !== undefined)
    work.openForms[isForm(value) ? "opened" : "closed"](where.id, replyTo, person);
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value } };
};

/** Buttons in a personal chat act in the conversation on whose behalf their card was sent there. */
const takeCard = async (
  work: Answering,
  turn: Turn,
  data: unknown,
): Promise<{ readonly origin: Origin; readonly drawn: Drawn }> => {
  const { where, replyTo } = turn;
  const { workspace, id: conversation } = where;
  const behalf =
    where.kind === "personal" && replyTo !== undefined
      ? await work.conversations.channelOfPrivate({ workspace, conversation, message: replyTo })
      : undefined;
  const acted = behalf === undefined ? where : ((await work.conversations.find(workspace, behalf)) ?? where);
  const origin = originOf(work, turn, acted.id);
  return { origin, drawn: await takeInvoke(work, { origin, where: acted, message: replyTo, data }) };
};

const submitted = z.looseObject({ do: z.string() });

const takeMessage = async (work: Answering, turn: Turn): Promise<void> => {
  if (turn.person === undefined) return;
  // A client that doesn't know Action.Execute sends what is in the card as a message.
  if (submitted.safeParse(turn.value).success) {
    const { origin, drawn } = await takeCard(work, turn, turn.value);
    if (work.isUnanswered(turn)) work.later(() => sayAlone(work, origin, turn.where, drawn, drawn.speak ?? ""));
    return;
  }
  if (!turn.addressed) return;
  const origin = originOf(work, turn, turn.where.id);
  const words = commandOf(turn.words);
  const run = await commandIn(work, turn, origin, words);
  const reply = await run(origin);
  if (reply.type === "done" || reply.type === "mistakes") return;
  if (work.isUnanswered(turn)) work.later(() => answerWords(work, turn, { origin, words, run, reply }));
};

type Run = (origin: Origin) => Promise<Reply>;

/**
 * Words for a session act on the one whose thread they were said in, else on the newest; everything
 * else is a command.
 */
const commandIn = async ({ workshop }: Answering, { root }: Turn, origin: Origin, words: string): Promise<Run> => {
  const thread = root !== undefined && (await workshop.isThread(origin, root)) ? root : undefined;
  const command = commandNamed(words.split(/\s/u)[0] ?? "");
  if (threadVerbNamed(words) === undefined && (thread === undefined || command !== undefined))
    return (one) => workshop.run(one, words);
  return (one) => workshop.runInThread(one, thread, words);
};

type Answered = {
  readonly origin: Origin;
  readonly words: string;
  readonly run: Run;
  readonly reply: Exclude<Reply, { type: "done" | "mistakes" }>;
};

/**
 * In a personal chat the answer is said there. Elsewhere a card is said aloud as nobody in
 * particular would get it, and what is for one person alone goes to their own chat.
 */
const answerWords = async (work: Answering, turn: Turn, { origin, words, run, reply }: Answered): Promise<void> => {
  const { where, root } = turn;
  const source: CardSource = { do: "say", words };
  if (where.kind === "personal") {
    await say(work, origin, where, undefined, reply, source);
    return words === "" ? tellMySessions(work, origin, where) : undefined;
  }
  const aloud = { ...origin, person: everyone };
  if (reply.type !== "refused") {
    // A form is for one person: the menu's button asks for it.
    const shown = reply.type === "form" ? await work.workshop.run(aloud, "") : await run(aloud);
    if (shown.type === "card")
      return say(work, aloud, where, root, shown, reply.type === "form" ? { do: "say", words: "" } : source);
  }
  const drawn = await work.answerer.draw(origin, where, { reply, source });
  await sayAlone(work, origin, where, drawn, drawn.speak ?? "", root);
};
