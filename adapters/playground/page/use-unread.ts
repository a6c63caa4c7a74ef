/** What came since this person last looked at a place, kept in the browser. */
import { useEffect, useState } from "preact/hooks";
import type { Message, Room } from "../protocol.ts";
import type { Place } from "./use-place.ts";

/** The newest message seen in each channel and thread; elsewhere, the newest of the first visit. */
type Seen = { readonly first: number; readonly places: Readonly<Record<string, number>> };

export type Unread = {
  readonly inChannel: (channel: string) => number;
  readonly inThread: (root: string) => number;
  readonly all: number;
};

const nameOf = (person: string): string => `seen ${person}`;
const placeOf = ({ channel, thread }: Pick<Message, "channel" | "thread">): string =>
  thread === null ? `# ${channel}` : thread;

const newestOf = (messages: readonly Message[]): number =>
  messages.reduce((most, { id }) => Math.max(most, Number(id)), 0);

const load = (person: string, room: Room): Seen => {
  const none = { first: newestOf(room.messages), places: {} };
  try {
    const kept: Partial<Seen> = JSON.parse(localStorage.getItem(nameOf(person)) ?? "{}");
    return { ...none, ...kept };
  } catch {
    return none;
  }
};

export const useUnread = (room: Room, person: string, open: Place): Unread => {
  const [seen, setSeen] = useState<{ readonly person: string; readonly seen: Seen }>();
  const known = seen?.person === person ? seen.seen : load(person, room);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState !== "visible") return;
      const inSight = [`# ${open.channel}`, ...(open.thread === null ? [] : [open.thread])];
      const places = Object.fromEntries(
        inSight.map((place) => [place, newestOf(room.messages.filter((message) => placeOf(message) === place))]),
      );
      const next = { first: known.first, places: { ...known.places, ...places } };
      if (JSON.stringify(next) === JSON.stringify(known) && seen?.person === person) return;
      localStorage.setItem(nameOf(person), JSON.stringify(next));
      setSeen({ person, seen: next });
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  });
  const isUnread = (message: Message): boolean =>
    message.author !== person && Number(message.id) > (known.places[placeOf(message)] ?? known.first);
  const unread = room.messages.filter(isUnread);
  return {
    inChannel: (channel) => unread.filter((message) => message.channel === channel).length,
    inThread: (root) => unread.filter(({ thread }) => thread === root).length,
    all: unread.length,
  };
};
