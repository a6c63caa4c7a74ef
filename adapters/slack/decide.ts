/**
 * "Decide on this": a message's own menu opens the form of a question about it, with the message
 * quoted and linked.
 */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { wellFormed } from "../../src/text/text.ts";
import { answerPress, sendableView } from "./answer.ts";
import { drawForm } from "./draw/draw-form.ts";
import { names } from "./names.ts";
import { openInTime } from "./open-view.ts";
import type { Taking } from "./origin.ts";
import { permalinkOf } from "./permalink.ts";
import { spokenText } from "./spoken-text.ts";

/** What Slack says of the message and its workspace beyond what Bolt's types promise. */
const said = z.object({ text: z.string().default(""), ts: z.string(), thread_ts: z.string().optional() });
const home = z.object({ domain: z.string() });

export const addDecide = (app: App, { workshop, originOf }: Pick<Taking, "workshop" | "originOf">): void => {
  app.shortcut(
    { type: "message_action", callback_id: names.decide },
    async ({ shortcut, ack, respond, client, context }) => {
      const { channel, user, team, trigger_id: trigger } = shortcut;
      const message = said.parse(shortcut.message);
      const origin = await originOf(client, context, {
        channel: channel.id,
        person: user.id,
        team: user.team_id,
        intent: `press/${trigger}`,
      });
      const link = permalinkOf({
        domain: home.safeParse(team).data?.domain ?? "",
        channel: channel.id,
        at: message.ts,
        thread: message.thread_ts,
      });
      const reply = await workshop.askAbout(origin, { words: wellFormed(spokenText(message.text)), link });
      const answered =
        reply.type === "form"
          ? await openInTime(() => {
              const view = sendableView(drawForm(reply.form, { channel: channel.id }));
              return client.views.open({ trigger_id: trigger, view });
            }, origin.language)
          : reply;
      await ack();
      const to = { client, channel: channel.id, person: user.id, thread: message.thread_ts };
      if (answered !== undefined) await answerPress({ ...to, respond, alone: false }, answered);
    },
  );
};
