/** The room as this person may see it, fetched again whenever it changes. */
import { useEffect, useState } from "preact/hooks";
import type { Room } from "../protocol.ts";
import { fetchRoom, watchRoom } from "./api.ts";

export type WatchedRoom = { readonly room: Room | undefined; readonly online: boolean };

export const useRoom = (person: string): WatchedRoom => {
  const [fetched, setFetched] = useState<{ readonly person: string; readonly room: Room }>();
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let current = true;
    let fetching = false;
    let again = false;
    /** One fetch at a time; changes that come meanwhile are fetched together afterwards. */
    const refresh = async (): Promise<void> => {
      if (fetching) {
        again = true;
        return;
      }
      fetching = true;
      const room = await fetchRoom(person).catch(() => undefined);
      if (current && room !== undefined) setFetched({ person, room });
      fetching = false;
      if (again && current) {
        again = false;
        void refresh();
      }
    };
    void refresh();
    const stop = watchRoom(refresh, setOnline);
    return () => {
      current = false;
      stop();
    };
  }, [person]);
  return { room: fetched === undefined ? undefined : roomFor(person, fetched), online };
};

/** Until their own room has come, a person sees of another's what everyone sees. */
const roomFor = (person: string, fetched: { readonly person: string; readonly room: Room }): Room =>
  fetched.person === person
    ? fetched.room
    : { ...fetched.room, messages: fetched.room.messages.filter((message) => !message.private) };
