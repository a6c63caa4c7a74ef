/** What this viewer alone was told; it isn't kept when the page is left. */
import { useRef, useState } from "preact/hooks";
import type { Reply } from "../../../src/requests/request.ts";

export type Told = { readonly id: number; readonly thread: string | null; readonly reply: Reply };

export type ToldList = {
  readonly told: readonly Told[];
  readonly tell: (reply: Reply, thread: string | null) => void;
  readonly dismiss: (id: number) => void;
  /** Takes away what was told in a place. */
  readonly forget: (thread: string | null) => void;
};

/** The newest in each place replaces the one before it. */
export const useTold = (): ToldList => {
  const [told, setTold] = useState<readonly Told[]>([]);
  const next = useRef(0);
  return {
    told,
    tell: (reply, thread) => {
      next.current += 1;
      const added = { id: next.current, thread, reply };
      setTold((before) => [...before.filter((one) => one.thread !== thread), added]);
    },
    forget: (thread) => setTold((before) => before.filter((one) => one.thread !== thread)),
    dismiss: (id) => setTold((before) => before.filter((one) => one.id !== id)),
  };
};
