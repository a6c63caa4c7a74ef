/** A card on its way to a message, as the outbox claims and settles it. */
import type { CardSlotName } from "../../session/card-slot.ts";

/**
 * A card that waits to be drawn, as the outbox claims it.
 *
 * @example
 * const [delivery] = await store.claimDeliveries(now, [{ workspace, limit: 1 }]);
 * await store.settleDelivery(delivery, { type: "retry", nextAt: now + 1_000 });
 */
export type Delivery = {
  readonly workspace: string;
  readonly session: string;
  readonly channel: string;
  readonly slot: CardSlotName;
  readonly place: "channel" | "thread";
  readonly person: string | null;
  /** The reference of the session's root message; null until it stands. */
  readonly thread: string | null;
  /** The reference of this slot's message; null until it stands. */
  readonly message: string | null;
  /** Which drawing was wanted when it was claimed; what is settled. */
  readonly wanted: number;
  /** True when an earlier try to create the message was cut off, so that its outcome is unknown. */
  readonly interrupted: boolean;
  /**
   * Tries at drawing it that came to nothing since one went well; a process that died with it in
   * hand counts as one.
   */
  readonly tries: number;
};

/** A workspace of which that many cards could be claimed. */
export type Backlog = { readonly workspace: string; readonly cards: number };

/** Up to how many cards of a workspace are claimed. */
export type Share = { readonly workspace: string; readonly limit: number };

/**
 * How a claimed delivery ended. A `drawn` one waits until `nextAt` before its next redraw. With
 * `mayLackParts`, one of the several messages that it takes may stay out.
 */
export type Settlement =
  | { readonly type: "drawn"; readonly message: string; readonly nextAt: number; readonly mayLackParts: boolean }
  | { readonly type: "retry"; readonly nextAt: number }
  /** Some of its messages stand under `message`; the rest is drawn at `nextAt`. */
  | {
      readonly type: "posted-in-part";
      readonly message: string;
      readonly nextAt: number;
      readonly mayLackParts: boolean;
    }
  /**
   * It could not be drawn, for the `tries`th time, and nothing was sent; it is tried again at
   * `nextAt`.
   */
  | { readonly type: "undrawn"; readonly tries: number; readonly nextAt: number }
  | { readonly type: "uncertain" }
  | { readonly type: "gone"; readonly why: string };
