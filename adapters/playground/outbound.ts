/**
 * Fulfils the platform port by the playground's own room. Posting under a key that stands is
 * harmless, so nothing is ever uncertain here.
 */
import type { Clock } from "../../src/clock.ts";
import type { Destination, Platform } from "../../src/platform.ts";
import { words } from "../../src/text/text.ts";
import type { Announcer } from "./announcer.ts";
import type { Files } from "./files.ts";
import { isChannel, people } from "./people.ts";
import type { NewMessage, Room } from "./room.ts";
import { address, playgroundWorkspace } from "./workspace.ts";

const redrawWaitMs = 250;

export type OutboundParts = {
  readonly room: Room;
  readonly files: Files;
  readonly clock: Clock;
  /** Hears whenever the room looks different. */
  readonly announcer: Pick<Announcer, "announce">;
};

export const makeOutbound = ({ room, files, clock, announcer: { announce } }: OutboundParts): Platform => ({
  capabilities: {
    address,
    group: "playground",
    repeatablePosts: true,
    updatesPrivate: true,
    broadcasts: "never",
    tellsAdmins: false,
    redrawWaitMs,
  },
  post: async (destination, card, key) => {
    const message = await room.add({ ...placeOf(destination), key, body: { type: "card", card }, at: clock.now() });
    announce();
    return { type: "posted", message };
  },
  update: async (destination, message, card) => {
    if (destination.person !== undefined) {
      // What concerns one person alone moves to the end, where they look next.
      const key = `moved/${message}`;
      const moved = await room.add({ ...placeOf(destination), key, body: { type: "card", card }, at: clock.now() });
      await room.remove(message);
      announce();
      return { type: "posted", message: moved };
    }
    const found = await room.replaceCard(message, card);
    announce();
    return found ? { type: "posted", message } : { type: "gone", why: "message-gone" };
  },
  sendPrivately: async ({ channel, person }, card) => {
    const place = placeOf({ workspace: playgroundWorkspace, channel, person });
    await room.add({ ...place, key: null, body: { type: "card", card }, at: clock.now() });
    announce();
  },
  listMembers: async () => people.map(({ id }) => ({ person: id })),
  // Everyone is everywhere here.
  channelsOf: async ({ among }) => among.filter(isChannel),
  sendFile: async ({ channel, person, thread }, file) => {
    const place = placeOf({
      workspace: playgroundWorkspace,
      channel,
      ...(thread === undefined ? { person } : { thread }),
    });
    const text = [{ type: "link", text: file.name, url: files.keep(file) }] as const;
    const card = { title: words(file.title), blocks: [{ type: "paragraph", text }] } as const;
    await room.add({ ...place, key: null, body: { type: "card", card }, at: clock.now() });
    announce();
  },
  namesOf: async (who) =>
    Object.fromEntries(people.flatMap(({ id, name }) => (who.people.includes(id) ? [[id, name]] : []))),
  linkTo: async ({ message }) => `#thread=${message}`,
  whyUnreachable: async () => undefined,
  isAdmin: async () => false,
});

const placeOf = ({
  channel,
  thread,
  person,
}: Destination): Pick<NewMessage, "channel" | "thread" | "author" | "person"> => ({
  channel,
  thread: thread ?? null,
  author: null,
  person: person ?? null,
});
