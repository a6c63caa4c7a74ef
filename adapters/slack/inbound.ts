/**
 * Translates what Slack sends into requests to the workshop, and answers. Bolt has verified each
 * payload; what it holds is still checked here.
 */
import type { AllMiddlewareArgs, App, BlockAction, Context } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { formatAction, parseAction } from "../../src/cards/action.ts";
import { plainText } from "../../src/cards/plain.ts";
import { slashNames } from "../../src/commands/command-words.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Accounts } from "./accounts.ts";
import { type Admitted, admit, refusalFor, type Visit } from "./admission.ts";
import { answerPress, answerWords, drawCardView, messagesOf, sendableView } from "./answer.ts";
import { addDecide } from "./decide.ts";
import { channelChosen, drawNotThere } from "./draw/channel-input.ts";
import { drawForm, drawMistakes, type FormPlace, parseMetadata, parseValues } from "./draw/draw-form.ts";
import { channelOfBlock, channelOpen, drawHome, drawRefusedHome } from "./draw/draw-home.ts";
import { channelsOf } from "./members.ts";
import { names } from "./names.ts";
import { sendable } from "./outbound.ts";
import type { People } from "./people.ts";
import { type Admission, standingByTeam } from "./standing.ts";
import { workspaceOf } from "./workspace.ts";

export type InboundParts = {
  readonly workshop: Workshop;
  readonly accounts: Accounts;
  readonly people: People;
  readonly admission: Admission;
  readonly reportFault: (fault: unknown) => void;
};

type Sender = {
  readonly channel: string;
  readonly person: string;
  readonly intent: string;
  /** The person's own, which Slack names in some payloads. */
  readonly team?: string | undefined;
};

/** Where a payload came from, as Bolt has verified it. Throws where it names no workspace. */
const makeOriginOf =
  ({ people, admission }: InboundParts) =>
  async (client: WebClient, context: Context, { channel, person, intent, team }: Sender): Promise<Visit> => {
    const workspace = workspaceOf(context);
    if (workspace === undefined) throw new Error("A payload of Slack's names no workspace");
    const home = { team: context.teamId, enterprise: context.enterpriseId };
    const { manner, standing } = await people.find(client, { workspace, home, person });
    const refusal = refusalFor(admission, standing ?? standingByTeam(team, home), manner.language);
    return { workspace, channel, person, intent, ...manner, refusal };
  };

type Inbound = Omit<InboundParts, "workshop"> & {
  readonly workshop: Admitted;
  readonly originOf: ReturnType<typeof makeOriginOf>;
};

/** Registers everything the app answers to. */
export const addInbound = (app: App, parts: InboundParts): void => {
  const inbound: Inbound = { ...parts, workshop: admit(parts.workshop), originOf: makeOriginOf(parts) };
  addCommand(app, inbound);
  addButtons(app, inbound);
  addForms(app, inbound);
  addRedraws(app, inbound);
  addShortcut(app, inbound);
  addDecide(app, inbound);
  addMentions(app, inbound);
  addInvitation(app, inbound);
  addHome(app, inbound);
  addRemoval(app, inbound);
};

/**
 * The manifest asks for one command alone; a workspace that registers another of the bot's names
 * gets the same.
 */
const anyName = new RegExp(`^(?:${[names.command, ...slashNames].join("|")})$`, "u");

const addCommand = (app: App, { workshop, originOf }: Inbound): void => {
  app.command(anyName, async ({ command, ack, respond, client, context }) => {
    const { channel_id: channel, user_id: person, trigger_id: trigger } = command;
    const origin = await originOf(client, context, { channel, person, intent: `command/${trigger}` });
    const reply = await workshop.run(origin, wellFormed(command.text));
    if (reply.type === "form") {
      await client.views.open({ trigger_id: trigger, view: sendableView(drawForm(reply.form, { channel })) });
      return ack();
    }
    const [first, ...rest] = messagesOf(reply);
    if (first === undefined) return ack();
    await ack({ response_type: "ephemeral", text: first.text, blocks: sendable(first.blocks) });
    for (const { text, blocks } of rest) await respond({ response_type: "ephemeral", text, blocks: sendable(blocks) });
  });
};

/** Where a button stood: a message, a modal that shows a card, or the home. */
const placeOf = (body: BlockAction, blockId: string): FormPlace | undefined => {
  const { container, channel, view } = body;
  if (view?.type === "home") {
    const named = channelOfBlock(blockId);
    return named === undefined ? undefined : { channel: named };
  }
  if (view !== undefined) return parseMetadata(view.private_metadata)?.place;
  const thread = z.object({ thread_ts: z.string() }).safeParse(container).data?.thread_ts;
  return channel === undefined ? undefined : { channel: channel.id, thread };
};

const addButtons = (app: App, inbound: Inbound): void => {
  const { workshop, originOf } = inbound;
  app.action<BlockAction>(/^press:\d+$/, async ({ action, body, ack, respond, client, context }) => {
    const place = placeOf(body, action.block_id);
    const value = action.type === "button" ? action.value : undefined;
    if (place === undefined) return ack();
    const { id: person, team_id: team } = body.user;
    const asked = { channel: place.channel, person, team, intent: `press/${body.trigger_id}` };
    const origin = await originOf(client, context, asked);
    const home = body.view?.type === "home";
    const begins = place.channel === channelOpen && parseAction(value)?.type === "ask-set-up";
    const known = !home || begins || (await channelsOf(client, body.user.id, 1)).includes(place.channel);
    const reply = await workshop.press(origin, known ? value : undefined);
    if (reply.type === "form") {
      const view = sendableView(drawForm(reply.form, begins ? { ...place, asks: origin.language } : place));
      const opening = { trigger_id: body.trigger_id, view };
      await (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
      return ack();
    }
    await ack();
    if (body.view === undefined) return answerPress(respond, reply, place.thread);
    const shown = reply.type === "done" ? await workshop.press(origin, controlsOf(value)) : reply;
    const view = sendableView(drawCardView(shown, place, translatorFor(origin.language)));
    if (body.view.type === "modal") await client.views.update({ view_id: body.view.id, view });
    else await client.views.open({ trigger_id: body.trigger_id, view });
  });
};

/** After a control was pressed in a modal, the controls as they stand now. */
const controlsOf = (value: string | undefined): string | undefined => {
  const action = parseAction(value);
  return action?.type === "on-session" ? formatAction({ ...action, verb: "controls" }) : undefined;
};

const addForms = (app: App, inbound: Inbound): void => {
  const { workshop, originOf } = inbound;
  app.view("form", async ({ body, view, ack, client, context }) => {
    const asked = parseMetadata(view.private_metadata);
    const fields = view.blocks.flatMap((block) => (block.type === "input" && block.block_id ? [block.block_id] : []));
    const { id: person, team_id: team } = body.user;
    const language = asked?.place.asks;
    const place =
      language === undefined ? (asked?.place ?? { channel: "" }) : { channel: channelChosen(view.state.values) };
    // Only where both are: what is started there shall be seen there.
    if (language !== undefined && !(await channelsOf(client, person)).includes(place.channel))
      return ack({ response_action: "errors", errors: drawNotThere(language) });
    const origin = await originOf(client, context, { channel: place.channel, person, team, intent: view.id });
    const reply = await workshop.submit(origin, asked?.token, parseValues(view.state.values));
    if (reply.type === "mistakes")
      return ack({ response_action: "errors", errors: drawMistakes(reply.mistakes, fields) });
    if (reply.type === "refused")
      return ack({ response_action: "errors", errors: drawMistakes({ form: plainText(reply.text) }, fields) });
    if (reply.type === "form")
      return ack({ response_action: "update", view: sendableView(drawForm(reply.form, place)) });
    // The dialog itself shows it: that is sure to arrive, and takes no call of Slack's API however
    // many respond at once.
    if (reply.type === "card") {
      const view = sendableView(drawCardView(reply, place, translatorFor(origin.language)));
      return ack({ response_action: "update", view });
    }
    return ack();
  });
};

/**
 * A field that others depend on changed, or a step was pressed: the form is asked again in its
 * place.
 */
const addRedraws = (app: App, { workshop, originOf }: Inbound): void => {
  app.action<BlockAction>(/^(values?$|step:)/, async ({ action, body, ack, client, context }) => {
    await ack();
    const { view } = body;
    const asked = view === undefined ? undefined : parseMetadata(view.private_metadata);
    if (view === undefined || asked === undefined) return;
    const { channel } = asked.place;
    const { id: person, team_id: team } = body.user;
    const origin = await originOf(client, context, { channel, person, team, intent: view.id });
    const pressed = action.type === "button" ? action.value : undefined;
    const reply = await workshop.redraw(origin, asked.token, parseValues(view.state.values), pressed);
    if (reply.type === "form")
      await client.views.update({
        view_id: view.id,
        hash: view.hash,
        view: sendableView(drawForm(reply.form, asked.place)),
      });
  });
};

const addShortcut = (app: App, { workshop, originOf }: Inbound): void => {
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
      await answerPress(respond, reply, root);
    },
  );
};

const mentions = /<@[A-Z0-9]+(?:\|[^>]*)?>/g;

const addMentions = (app: App, { workshop, originOf }: Inbound): void => {
  const askWithButtons = (origin: Visit, thread: string | undefined) =>
    thread === undefined ? workshop.run(origin, "") : workshop.runInThread(origin, thread, "");
  app.event("app_mention", async ({ event, client, context }) => {
    const { user: person, user_team: team, channel, ts, thread_ts: thread } = event;
    if (person === undefined) return;
    // One message may come as several events, so that it is named by itself.
    const origin = await originOf(client, context, { channel, person, team, intent: `said/${channel}/${ts}` });
    const said = wellFormed(event.text.replaceAll(mentions, " ")).trim();
    const reply =
      thread === undefined ? await workshop.run(origin, said) : await workshop.runInThread(origin, thread, said);
    // A form needs a trigger, which a mention doesn't bring: a button does.
    const shown = reply.type !== "form" ? reply : await askWithButtons(origin, thread);
    await answerWords(client, { channel, person, thread }, shown);
  });
};

/** Whoever invites the app to a channel is shown what it can do there, alone. */
const addInvitation = (app: App, { workshop, originOf }: Inbound): void => {
  app.event("member_joined_channel", async ({ event, client, context }) => {
    const { user, inviter: person, channel } = event;
    if (user !== context.botUserId || person === undefined) return;
    const origin = await originOf(client, context, { channel, person, intent: "" });
    await answerWords(client, { channel, person, thread: undefined }, await workshop.run(origin, ""));
  });
};

const addHome = (app: App, { workshop, originOf, people }: Inbound): void => {
  const publish = async (client: WebClient, context: Context, person: string): Promise<void> => {
    const origin = await originOf(client, context, { channel: "", person, intent: "" });
    const { refusal } = origin;
    const view =
      refusal === undefined
        ? drawHome(await workshop.drawHome(origin, await channelsOf(client, person, 1)))
        : drawRefusedHome(refusal);
    await client.views.publish({ user_id: person, view: sendableView(view) });
  };
  app.event("app_home_opened", async ({ event, client, context }) => {
    if (event.tab === "home") await publish(client, context, event.user);
  });
  app.action<BlockAction>("language", async ({ action, body, ack, client, context }) => {
    const { id: person, team_id: team } = body.user;
    const origin = await originOf(client, context, { channel: "", person, team, intent: "" });
    if (origin.refusal === undefined)
      await workshop.chooseLanguage(origin, action.type === "static_select" ? action.selected_option.value : undefined);
    await ack();
    people.forget(origin.workspace, origin.person);
    await publish(client, context, body.user.id);
  });
};

const addRemoval = (app: App, { accounts }: Inbound): void => {
  const forget = async ({ context }: AllMiddlewareArgs): Promise<void> => {
    const workspace = workspaceOf(context);
    if (workspace !== undefined) await accounts.forget(workspace);
  };
  app.event("app_uninstalled", forget);
  app.event("tokens_revoked", async (args) => {
    if ((args.event.tokens.bot ?? []).length > 0) await forget(args);
  });
};
