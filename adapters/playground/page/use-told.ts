/** What this viewer alone was told; it isn't kept when the page is left. */
import { useRef, useState } from "preact/hooks";
import type { Reply } from "../../../src/requests/request.ts";

/** Where something was asked for: in the channel or a thread, and at which message, if at one. */
export type Spot = { readonly thread: string | null; readonly message: string | null };

export type Told = { readonly id: number; readonly person: string; readonly spot: Spot; readonly reply: Reply };

export type ToldList = {
  /** What the viewer was told in a thread, or in the channel for null. */
  readonly toldIn: (thread: string | null) => readonly Told[];
  readonly tell: (reply: Reply, spot: Spot) => void;
  readonly dismiss: (id: number) => void;
  /** Takes away what was told in a place. */
  readonly forget: (spot: Spot) => void;
};

/** The newest in each place replaces the one before it. */
export const useTold = (person: string): ToldList => {
  const [told, setTold] = useState<readonly Told[]>([]);
  const next = useRef(0);
  const isElsewhere = (one: Told, { thread }: Spot): boolean => one.person !== person || one.spot.thread !== thread;
  return {
    toldIn: (thread) => told.filter((one) => one.person === person && one.spot.thread === thread),
    tell: (reply, spot) => {
      next.current += 1;
      const added = { id: next.current, person, spot, reply };
      setTold((before) => [...before.filter((one) => isElsewhere(one, spot)), added]);
    },
    forget: (spot) => setTold((before) => before.filter((one) => isElsewhere(one, spot))),
    dismiss: (id) => setTold((before) => before.filter((one) => one.id !== id)),
  };
};
