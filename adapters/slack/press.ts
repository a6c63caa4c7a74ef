/** Takes the buttons of messages, of modals that show a card, and of the home. */

import type { App, BlockAction } from "@slack/bolt";
import { z } from "zod";
import { formatAction, parseAction } from "../../src/cards/action.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { present } from "../../src/text/present.ts";
import { answerPress, drawCardView, sendableView } from "./answer.ts";
import { channelsOf } from "./channels.ts";
import { drawForm, type FormPlace } from "./draw/draw-form.ts";
import { channelOfBlock, channelOpen } from "./draw/draw-home.ts";
import { parseMetadata } from "./draw/read-form.ts";
import { openInTime } from "./open-view.ts";
import type { Taking } from "./origin.ts";

const message = z.object({
  message_ts: z.string(),
  thread_ts: z.string().optional(),
  is_ephemeral: z.boolean().default(false),
});

/**
 * `named`: the button itself says its channel, since it stands elsewhere: on the home, or in a
 * direct message. What it says is checked again.
 */
type Place = FormPlace & { readonly named: boolean };

/** Where a button acts. */
const placeOf = (body: BlockAction, blockId: string): Place | undefined => {
  const { container, channel, view } = body;
  const named = view === undefined || view.type === "home" ? channelOfBlock(blockId) : undefined;
  if (named !== undefined) return { channel: named, named: true };
  if (view?.type === "home") return undefined;
  if (view !== undefined) {
    const asked = parseMetadata(view.private_metadata);
    return asked && { ...asked.place, named: false };
  }
  const thread = message.safeParse(container).data?.thread_ts;
  if (channel === undefined) return undefined;
  return { channel: channel.id, ...present({ thread }), named: false };
};

/** What asks for the channel in which it is to be. */
const canBegin = ["ask-set-up", "ask-start"];

export const addButtons = (app: App, work: Taking): void => {
  const { workshop, originOf, privateCards } = work;
  app.action<BlockAction>(/^press:\d+$/, async ({ action, body, ack, respond, client, context }) => {
    const found = placeOf(body, action.block_id);
    const value = action.type === "button" ? action.value : undefined;
    if (found === undefined) return ack();
    const { named, ...place } = found;
    const { id: person, team_id: team } = body.user;
    const asked = { channel: place.channel, person, team, intent: `press/${body.trigger_id}` };
    const origin = await originOf(client, context, asked);
    const begins = named && place.channel === channelOpen && canBegin.includes(parseAction(value)?.type ?? "");
    const known = !named || begins || (await channelsOf(client, person, 1)).includes(place.channel);
    const shown = message.safeParse(body.container).data;
    const alone = shown?.is_ephemeral === true;
    const isControl = parseAction(value)?.type === "on-session";
    if (alone && isControl) privateCards.pressed({ ...origin, thread: place.thread }, shown.message_ts, respond);
    const reply = await workshop.press(origin, known ? value : undefined);
    const to = { client, channel: place.channel, person, thread: place.thread };
    if (reply.type === "form") {
      const view = sendableView(drawForm(reply.form, begins ? { ...place, asks: origin.language } : place));
      const opening = { trigger_id: body.trigger_id, view };
      const open = () => (body.view?.type === "modal" ? client.views.push(opening) : client.views.open(opening));
      const late = await openInTime(open, origin.language);
      await ack();
      if (late !== undefined && body.view === undefined) await answerPress({ ...to, respond, alone: false }, late);
      return;
    }
    await ack();
    if (body.view === undefined) {
      return answerPress(
        { ...to, respond, alone },
        alone && isControl ? await withControls(reply, () => workshop.press(origin, controlsOf(value))) : reply,
      );
    }
    const card = reply.type === "done" ? await workshop.press(origin, controlsOf(value)) : reply;
    const view = sendableView(drawCardView(card, place, translatorFor(origin.language)));
    if (body.view.type === "modal") await client.views.update({ view_id: body.view.id, view });
    else await client.views.open({ trigger_id: body.trigger_id, view });
  });
};

/** Whoever pressed a control that is no longer there sees those that are, below the refusal. */
const withControls = async (reply: Reply, showControls: () => Promise<Reply>): Promise<Reply> => {
  if (reply.type !== "refused") return reply;
  const controls = await showControls();
  if (controls.type !== "card") return reply;
  const { card } = controls;
  return { type: "card", card: { ...card, blocks: [{ type: "paragraph", text: reply.text }, ...card.blocks] } };
};

/** After a control was pressed in a modal, the controls as they stand now. */
const controlsOf = (value: string | undefined): string | undefined => {
  const action = parseAction(value);
  return action?.type === "on-session" ? formatAction({ ...action, verb: "controls" }) : undefined;
};
