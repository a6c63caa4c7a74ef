/** Takes forms: submitted, or changed so that they are asked again in their place. */
import type { App, BlockAction } from "@slack/bolt";
import { plainText } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { present } from "../../src/text/present.ts";
import { drawCardView, sendableView } from "./answer.ts";
import { channelsOf } from "./channels.ts";
import { channelChosen, drawNotThere } from "./draw/channel-input.ts";
import { drawForm, drawMistakes } from "./draw/draw-form.ts";
import { parseMetadata, parseValues } from "./draw/read-form.ts";
import { makeRedraws } from "./open-view.ts";
import type { Taking } from "./origin.ts";

export const addForms = (app: App, work: Taking): void => {
  const { workshop, originOf } = work;
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
export const addRedraws = (app: App, { workshop, originOf }: Taking): void => {
  const redraws = makeRedraws();
  app.action<BlockAction>(/^(values?$|step:)/, async ({ action, body, ack, client, context }) => {
    await ack();
    const { view } = body;
    const asked = view === undefined ? undefined : parseMetadata(view.private_metadata);
    if (view === undefined || asked === undefined) return;
    const { action_ts: at } = action;
    redraws.did(view.id, at);
    const { channel } = asked.place;
    const { id: person, team_id: team } = body.user;
    const origin = await originOf(client, context, { channel, person, team, intent: view.id });
    const pressed = action.type === "button" ? action.value : undefined;
    const reply = await workshop.redraw(origin, asked.token, parseValues(view.state.values), pressed);
    if (reply.type !== "form") return;
    const drawn = sendableView(drawForm(reply.form, asked.place));
    await redraws.redraw(view.id, at, view.hash, (hash) =>
      client.views.update({ view_id: view.id, view: drawn, ...present({ hash }) }),
    );
  });
};
