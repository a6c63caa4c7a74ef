/**
 * Takes what is said: the command, the app's mention, its entry in a message's menu; and shows what
 * can be said where it was invited.
 */
import type { App, BlockAction } from "@slack/bolt";
import { z } from "zod";
import { plainText } from "../../src/cards/plain.ts";
import { slashNames } from "../../src/commands/command-words.ts";
import type { Language } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import { callPerson } from "../../src/text/called.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Visit } from "./admission.ts";
import { answerPress, answerWords, messagesOf, sendableView } from "./answer.ts";
import { drawAgain, type SlackMessage } from "./draw/draw-card.ts";
import { drawForm } from "./draw/draw-form.ts";
import { limits } from "./limits.ts";
import { slackMessages } from "./messages/speak.ts";
import { names } from "./names.ts";
import { openInTime } from "./open-view.ts";
import type { Taking } from "./origin.ts";
import { sendable } from "./sender.ts";
import { commandText } from "./spoken-text.ts";

/**
 * The manifest asks for one command alone; a workspace that registers another of the bot's names
 * gets the same.
 */
const anyName = new RegExp(`^(?:${[names.command, ...slashNames].join("|")})$`, "u");

export const addCommand = (app: App, { workshop, originOf }: Taking): void => {
  app.command(anyName, async ({ command, ack, respond, client, context }) => {
    const { channel_id: channel, user_id: person, trigger_id: trigger } = command;
    const origin = await originOf(client, context, { channel, person, intent: `command/${trigger}` });
    const words = wellFormed(commandText(command.text));
    const reply = await workshop.run(origin, words);
    if (reply.type === "form") {
      const view = sendableView(drawForm(reply.form, { channel }));
      const late = await openInTime(() => client.views.open({ trigger_id: trigger, view }), origin.language);
      return late === undefined ? ack() : ack({ response_type: "ephemeral", text: plainText(late.text) });
    }
    const [first, ...rest] = offerAgain(messagesOf(reply), reply, words, origin.language);
    if (first === undefined) return ack();
    await ack({ response_type: "ephemeral", text: first.text, blocks: sendable(first.blocks) });
    for (const { text, blocks } of rest) await respond({ response_type: "ephemeral", text, blocks: sendable(blocks) });
  });
};

/** Where the app must be invited first, a button says the same words again. */
const offerAgain = (
  messages: readonly SlackMessage[],
  reply: Reply,
  words: string,
  language: Language,
): readonly SlackMessage[] => {
  const isOffered = reply.type === "refused" && reply.code === "not-in-channel";
  if (!isOffered || words.length > limits.button.valueMax) return messages;
  const again = drawAgain(slackMessages(language).again, words);
  return messages.map(({ text, blocks }) => ({ text, blocks: [...blocks, again] }));
};

/** A person's own words, said once more by the button beside their refusal. */
export const addAgain = (app: App, { workshop, originOf }: Taking): void => {
  app.action<BlockAction>(names.again, async ({ action, body, ack, respond, client, context }) => {
    const { channel, trigger_id: trigger, container, user } = body;
    const words = action.type === "button" ? action.value : undefined;
    if (channel === undefined || words === undefined) return ack();
    // However often it is pressed, it is meant once.
    const { message_ts: ts } = messageOf.parse(container);
    const asked = { channel: channel.id, person: user.id, team: user.team_id, intent: `again/${ts}` };
    const origin = await originOf(client, context, asked);
    const reply = await workshop.run(origin, wellFormed(words));
    if (reply.type === "form")
      await client.views.open({
        trigger_id: trigger,
        view: sendableView(drawForm(reply.form, { channel: channel.id })),
      });
    await ack();
    const [shown] = offerAgain(messagesOf(reply), reply, words, origin.language);
    await respond(
      shown === undefined
        ? { delete_original: true }
        : { response_type: "ephemeral", replace_original: true, text: shown.text, blocks: sendable(shown.blocks) },
    );
  });
};

const messageOf = z.object({ message_ts: z.string() });

export const addShortcut = (app: App, { workshop, originOf }: Taking): void => {
  app.shortcut(
    { type: "message_action", callback_id: names.shortcut },
    async ({ shortcut, ack, respond, client, context }) => {
      const { channel, user, message, trigger_id: trigger } = shortcut;
      const root = z.object({ thread_ts: z.string() }).safeParse(message).data?.thread_ts ?? message.ts;
      const origin = await originOf(client, context, {
        channel: channel.id,
        person: user.id,
        team: user.team_id,
        intent: `press/${trigger}`,
      });
      const reply = await workshop.runInThread(origin, root, "");
      await ack();
      const to = { client, channel: channel.id, person: user.id, thread: root };
      await answerPress({ ...to, respond, alone: false }, reply);
    },
  );
};

/** Without the app's own name; others that are named are meant. */
const saidTo = (self: string | undefined, text: string): string =>
  commandText(text)
    .replaceAll(callPerson(self ?? ""), " ")
    .trim();

export const addMentions = (app: App, { workshop, originOf }: Taking): void => {
  const askWithButtons = (origin: Visit, thread: string | undefined) =>
    thread === undefined ? workshop.run(origin, "") : workshop.runInThread(origin, thread, "");
  app.event("app_mention", async ({ event, client, context }) => {
    const { user: person, user_team: team, channel, ts, thread_ts: thread } = event;
    if (person === undefined) return;
    // One message may come as several events, so that it is named by itself.
    const origin = await originOf(client, context, { channel, person, team, intent: `said/${channel}/${ts}` });
    const said = wellFormed(saidTo(context.botUserId, event.text));
    const reply =
      thread === undefined ? await workshop.run(origin, said) : await workshop.runInThread(origin, thread, said);
    // A form needs a trigger, which a mention doesn't bring: a button does.
    const shown = reply.type !== "form" ? reply : await askWithButtons(origin, thread);
    await answerWords(client, { channel, person, thread }, shown);
  });
};

/** Whoever invites the app to a channel is shown what it can do there, alone. */
export const addInvitation = (app: App, { workshop, originOf }: Taking): void => {
  app.event("member_joined_channel", async ({ event, client, context }) => {
    const { user, inviter: person, channel } = event;
    if (user !== context.botUserId || person === undefined) return;
    const origin = await originOf(client, context, { channel, person, intent: "" });
    await answerWords(client, { channel, person, thread: undefined }, await workshop.run(origin, ""));
  });
};
