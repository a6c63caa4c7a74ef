/** The app's entry in Slack's own menu of shortcuts: a question, in a channel to be chosen. */
import type { App } from "@slack/bolt";
import { formatAction } from "../../src/cards/action.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { drawCardView, sendableView } from "./answer.ts";
import { drawForm } from "./draw/draw-form.ts";
import { channelOpen } from "./draw/draw-home.ts";
import { names } from "./names.ts";
import { openInTime } from "./open-view.ts";
import type { Taking } from "./origin.ts";

export const addAskAnywhere = (app: App, { workshop, originOf }: Pick<Taking, "workshop" | "originOf">): void => {
  app.shortcut({ type: "shortcut", callback_id: names.ask }, async ({ shortcut, ack, client, context }) => {
    const { user, trigger_id: trigger } = shortcut;
    const asked = { channel: channelOpen, person: user.id, team: user.team_id, intent: `press/${trigger}` };
    const origin = await originOf(client, context, asked);
    const reply = await workshop.press(origin, formatAction({ type: "ask-set-up", setup: "ask" }));
    const place = { channel: channelOpen };
    const view =
      reply.type === "form"
        ? sendableView(drawForm(reply.form, { ...place, asks: origin.language }))
        : sendableView(drawCardView(reply, place, translatorFor(origin.language)));
    // There is no channel in which one could be told that it was too late.
    await openInTime(() => client.views.open({ trigger_id: trigger, view }), origin.language);
    await ack();
  });
};
