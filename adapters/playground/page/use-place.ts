/**
 * Which channel and which thread are open, kept in the address, so that a reload, a second window
 * and another person find them again.
 */
import { useEffect, useState } from "preact/hooks";
import type { Room } from "../protocol.ts";

export type Place = {
  readonly channel: string;
  /** The root message's id; null where no thread is open. */
  readonly thread: string | null;
};

const hash = "#thread=";

const read = (room: Room): Place => {
  const thread = location.hash.startsWith(hash) ? location.hash.slice(hash.length) : null;
  const asked = new URLSearchParams(location.search).get("channel");
  const around = room.messages.find(({ id }) => id === thread)?.channel;
  const known = room.channels.find(({ id }) => id === (around ?? asked)) ?? room.channels[0];
  return { channel: known?.id ?? "", thread };
};

export const usePlace = (room: Room): readonly [Place, (next: Place) => void] => {
  const [place, setPlace] = useState(() => read(room));
  useEffect(() => {
    const follow = (): void => {
      // Another hash only leads to a part of the page.
      if (location.hash === "" || location.hash.startsWith(hash)) setPlace(read(room));
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [room]);
  useEffect(() => {
    const address = new URL(location.href);
    address.searchParams.set("channel", place.channel);
    address.hash = place.thread === null ? "" : `${hash}${place.thread}`;
    history.replaceState(null, "", address);
  }, [place]);
  return [place, setPlace];
};
