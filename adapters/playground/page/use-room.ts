/** The room as this person may see it, fetched again whenever it changes. */
import { useEffect, useState } from "preact/hooks";
import type { Room } from "../protocol.ts";
import { fetchRoom, watchRoom } from "./api.ts";

export type WatchedRoom = { readonly room: Room | undefined; readonly online: boolean };

export const useRoom = (person: string): WatchedRoom => {
  const [room, setRoom] = useState<Room>();
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
      const fetched = await fetchRoom(person).catch(() => undefined);
      if (current && fetched !== undefined) setRoom(fetched);
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
  return { room, online };
};
