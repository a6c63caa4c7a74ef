/** Draws the cards that wait: posts or updates each by the platform port and settles what came of it. */
import type { Card } from "../cards/card.ts";
import type { Clock } from "../clock.ts";
import type { Destination, Platform, Sent } from "../platform.ts";
import type { Delivery, Settlement, Store } from "../store/store.ts";

/** Runs `act` after `waitMs` milliseconds; the answer calls it off. */
export type Timer = (waitMs: number, act: () => void) => () => void;

export type OutboxParts = {
  readonly store: Pick<Store, "claimDeliveries" | "settleDelivery" | "nextDeliveryAt">;
  readonly clock: Clock;
  /** The platform a workspace is on. */
  readonly platformOf: (workspace: string) => Platform;
  /** Draws a card from what is stored now; undefined when there is nothing to show there any more. */
  readonly draw: (delivery: Delivery) => Promise<Card | undefined>;
  /** What the facilitators are told when a message stays out; undefined when there is nothing they could do. */
  readonly drawTrouble: (delivery: Delivery, settlement: Settlement) => Promise<TroubleTold | undefined>;
  /** Told of a fault with the ids of what it concerned, never of what people said. */
  readonly reportFault: (fault: unknown, about: { readonly session?: string; readonly slot?: string }) => void;
  readonly timer?: Timer;
};

export type TroubleTold = { readonly people: readonly string[]; readonly card: Card };

export type Outbox = {
  /** Something may wait; returns at once. */
  readonly wake: () => void;
  /** Resolves when everything that can be drawn now is drawn. */
  readonly settled: () => Promise<void>;
  /** Finishes what is in hand and takes nothing more. */
  readonly stop: () => Promise<void>;
};

/** At most this many cards are sent at a time. */
const atOnceMax = 8;
/** How long a faulty update waits before it is tried again, in milliseconds. */
const faultWaitMs = 5_000;

const systemTimer: Timer = (waitMs, act) => {
  const handle = setTimeout(act, waitMs);
  return () => clearTimeout(handle);
};

export const makeOutbox = (parts: OutboxParts): Outbox => {
  const timer = parts.timer ?? systemTimer;
  let stopped = false;
  let wanted = false;
  let callOff = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  let active = false;

  const pass = async (): Promise<void> => {
    let now = parts.clock.now();
    while (wanted && !stopped) {
      wanted = false;
      now = parts.clock.now();
      const claimed = await parts.store.claimDeliveries(now, atOnceMax);
      await Promise.all(claimed.map((delivery) => deliver(parts, delivery)));
      wanted = wanted || claimed.length > 0;
    }
    const nextAt = stopped ? undefined : await parts.store.nextDeliveryAt(now);
    // What is due already and was not claimed waits for another card, whose settlement brings the next pass.
    if (nextAt !== undefined) callOff = timer(Math.max(0, nextAt - parts.clock.now()), wake);
  };

  const wake = (): void => {
    wanted = true;
    if (active || stopped) return;
    active = true;
    callOff();
    running = pass()
      .catch((fault: unknown) => {
        parts.reportFault(fault, {});
        callOff = timer(faultWaitMs, wake);
      })
      .finally(() => {
        active = false;
        if (wanted && !stopped) wake();
      });
  };

  return {
    wake,
    settled: async () => {
      while (active) await running;
    },
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
  };
};

const deliver = async (parts: OutboxParts, delivery: Delivery): Promise<void> => {
  const about = aboutOf(delivery);
  const settlement = await send(parts, delivery).catch((fault: unknown): Settlement => {
    // Drawing or updating failed, so nothing was created and it may be tried again.
    parts.reportFault(fault, about);
    return { type: "retry", nextAt: parts.clock.now() + faultWaitMs };
  });
  // Where this fails, a creation stays marked as being sent, and the next claim tells of it as interrupted.
  await parts.store.settleDelivery(delivery, settlement);
  await tellTrouble(parts, delivery, settlement).catch((fault: unknown) => parts.reportFault(fault, about));
};

/** Which card it is, without the person it may be for. */
const aboutOf = ({ session, slot }: Delivery) => ({ session, slot: slot.split("/")[0] ?? slot });

const tellTrouble = async (parts: OutboxParts, delivery: Delivery, settlement: Settlement): Promise<void> => {
  const told = await parts.drawTrouble(delivery, settlement);
  const { workspace, channel } = delivery;
  for (const person of told?.people ?? [])
    if (told !== undefined) await parts.platformOf(workspace).tell({ workspace, channel, person }, told.card);
};

const send = async (parts: OutboxParts, delivery: Delivery): Promise<Settlement> => {
  const platform = parts.platformOf(delivery.workspace);
  const { clock } = parts;
  const { repeatablePosts, redrawWaitMs } = platform.capabilities;
  if (delivery.interrupted && !repeatablePosts) return { type: "uncertain" };
  const card = await parts.draw(delivery);
  if (card === undefined) return { type: "gone", why: "nothing-to-show" };
  if (!isCreation(parts, delivery)) {
    const sent = await platform.update(destinationOf(delivery), delivery.message ?? "", card);
    return settlementOf(sent, clock.now(), redrawWaitMs, true);
  }
  const sent = await create(parts, delivery, card);
  try {
    return settlementOf(sent, clock.now(), redrawWaitMs, repeatablePosts);
  } catch (fault) {
    // What may stand there is never posted again, whatever fails after it.
    if (repeatablePosts) throw fault;
    parts.reportFault(fault, { session: delivery.session, slot: delivery.slot });
    return { type: "uncertain" };
  }
};

/** `repeatable`: sending the same again has no second effect. */
const settlementOf = (sent: Sent, now: number, redrawWaitMs: number, repeatable: boolean): Settlement => {
  switch (sent.type) {
    case "posted":
      return { type: "drawn", message: sent.message, nextAt: now + redrawWaitMs, unsure: sent.unsure === true };
    case "partly":
      return { type: "partly", message: sent.message, nextAt: now + sent.waitMs, unsure: sent.unsure === true };
    case "later":
      return { type: "retry", nextAt: now + sent.waitMs };
    case "uncertain":
      return repeatable ? { type: "retry", nextAt: now + faultWaitMs } : { type: "uncertain" };
    case "gone":
      return sent;
    default:
      return sent satisfies never;
  }
};

/** A private message that the platform can't replace is created anew. */
const isCreation = ({ platformOf }: OutboxParts, { workspace, message, person }: Delivery): boolean =>
  message === null || (person !== null && !platformOf(workspace).capabilities.updatesPrivate);

const create = async (parts: OutboxParts, delivery: Delivery, card: Card): Promise<Sent> => {
  const key = `${delivery.session}/${delivery.slot}${delivery.message === null ? "" : `/${delivery.wanted}`}`;
  try {
    return await parts.platformOf(delivery.workspace).post(destinationOf(delivery), card, key);
  } catch (fault) {
    parts.reportFault(fault, aboutOf(delivery));
    return { type: "uncertain" };
  }
};

const destinationOf = ({ workspace, channel, place, thread, person }: Delivery): Destination => ({
  workspace,
  channel,
  ...(place === "thread" && thread !== null ? { thread } : {}),
  ...(person === null ? {} : { person }),
});
