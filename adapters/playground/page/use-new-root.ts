/** Follows a viewer into the thread of what they have asked for, once it has come. */
import { useEffect, useRef, useState } from "preact/hooks";
import { exampleChannel, type Message, type Room } from "../protocol.ts";

/** Whether a message shows what the answers came to. */
export const isReveal = ({ thread, body }: Message): boolean =>
  thread !== null && body.type === "card" && body.card.blocks.some(({ type }) => type === "chart" || type === "flow");

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

/** Opens the thread of the example as soon as it holds a reveal. */
export const useOpensExample = (room: Room, open: (thread: string) => void): (() => void) => {
  const thread = room.messages.findLast((message) => message.channel === exampleChannel && isReveal(message))?.thread;
  const [isAwaited, setAwaited] = useState(false);
  useEffect(() => {
    if (!isAwaited || thread === undefined || thread === null) return;
    setAwaited(false);
    open(thread);
  }, [thread, isAwaited]);
  return () => setAwaited(true);
};
