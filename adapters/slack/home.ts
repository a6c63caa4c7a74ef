/** Shows the App Home, and keeps the language that is chosen there. */
import type { App, BlockAction, Context } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { sendableView } from "./answer.ts";
import { channelsOf } from "./channels.ts";
import { drawHome, drawRefusedHome } from "./draw/draw-home.ts";
import type { Taking } from "./origin.ts";

export const addHome = (app: App, { workshop, originOf, people }: Taking): void => {
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
