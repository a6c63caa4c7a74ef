/** Hands files over by Slack's own upload: into a thread, or to one person. */
import type { WebClient } from "@slack/web-api";
import type { OutgoingFile } from "../../src/platform.ts";
import { drawNotification } from "./draw/draw-text.ts";

type Place = { readonly channel: string; readonly thread: string } | { readonly person: string };

/** Throws what Slack or the network answers. */
export const uploadFile = async (
  client: WebClient,
  place: Place,
  { name, title, bytes }: OutgoingFile,
): Promise<void> => {
  const file = Buffer.from(bytes);
  if ("thread" in place) {
    const { channel, thread } = place;
    await client.filesUploadV2({ channel_id: channel, thread_ts: thread, file, filename: name, title });
    return;
  }
  // A file goes to a conversation; the one with this person is named by what is said there first.
  const said = await client.chat.postMessage({ channel: place.person, text: drawNotification(title) });
  if (said.channel === undefined) throw new Error("Slack did not say where it posted");
  await client.filesUploadV2({ channel_id: said.channel, file, filename: name, title });
};
