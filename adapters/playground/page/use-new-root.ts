/** Follows a viewer who has started a session into its thread. */
import { useEffect, useRef } from "preact/hooks";
import type { Room } from "../protocol.ts";

/** Opens the thread of the next session that appears, once the viewer has asked for one. */
export const useOpensNewRoot = (room: Room, open: (thread: string) => void): (() => void) => {
  const newest = room.messages.findLast(({ thread, body }) => thread === null && body.type === "card")?.id;
  const awaited = useRef<{ readonly after: string | undefined } | undefined>(undefined);
  useEffect(() => {
    if (awaited.current === undefined || newest === undefined || newest === awaited.current.after) return;
    awaited.current = undefined;
    open(newest);
  }, [newest]);
  return () => {
    awaited.current = { after: newest };
  };
};
