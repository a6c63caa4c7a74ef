/**
 * Draws the cards that wait: posts or updates each by the platform port and settles what came of
 * it.
 */
import type { Card } from "../cards/card.ts";
import { type Clock, waitMsMax } from "../clock.ts";
import type { Destination, Platform, Sent } from "../platform.ts";
import { cardKeyOf, cardSlotTypeOf } from "../session/card-slot.ts";
import type { Delivery, Settlement } from "../store/port/delivery.ts";
import type { Store } from "../store/port/store.ts";
import { Undrawable } from "./draw-in-time.ts";
import { afterFailure, type Drawing, type Drawn, makeDrawing } from "./drawing.ts";
import { makePlaces, type Places } from "./places.ts";

/** Runs `act` after `waitMs` milliseconds; the answer calls it off. */
export type Timer = (waitMs: number, act: () => void) => () => void;

export type OutboxParts = {
  readonly store: Pick<Store, "listBacklogs" | "claimDeliveries" | "settleDelivery" | "noteTries" | "nextDeliveryAt">;
  readonly clock: Clock;
  /** The platform a workspace is on. */
  readonly platformOf: (workspace: string) => Platform;
  /** Loads what a card is drawn from as it is stored now; the answer draws it. */
  readonly draw: (delivery: Delivery) => Promise<Drawing>;
  /**
   * What the facilitators are told when a message stays out; undefined when there is nothing they
   * could do.
   */
  readonly drawUndelivered: (delivery: Delivery, settlement: Settlement) => Promise<UndeliveredTold | undefined>;
  /** Told of a fault with the ids of what it concerned, never of what people said. */
  readonly reportFault: (fault: unknown, about: { readonly session?: string; readonly slot?: string }) => void;
  readonly timer?: Timer | undefined;
  /**
   * How long drawing a card may take, in milliseconds, before it counts as failed.
   * @default 3_000
   */
  readonly drawMsMax?: number;
};

export type UndeliveredTold = { readonly people: readonly string[]; readonly card: Card };

export type Outbox = {
  /** Something may wait; returns at once. */
  readonly wake: () => void;
  /** Resolves when everything that can be drawn now is drawn. */
  readonly settled: () => Promise<void>;
  /** Finishes what is in hand and takes nothing more. */
  readonly stop: () => Promise<void>;
};

/** How long a faulty update waits before it is tried again, in milliseconds. */
const faultWaitMs = 5_000;

const systemTimer: Timer = (waitMs, act) => {
  const handle = setTimeout(act, waitMs);
  return () => clearTimeout(handle);
};

export const makeOutbox = (given: OutboxParts): Outbox => {
  const timer = given.timer ?? systemTimer;
  const places = makePlaces({
    clock: given.clock,
    groupOf: (workspace) => given.platformOf(workspace).capabilities.group,
    reportHang: (workspace) =>
      given.reportFault(new Error(`The platform of ${workspace} does not answer; its cards wait`), {}),
  });
  const parts: Parts = { ...given, places, drawCard: makeDrawing(given) };
  const { store, clock } = parts;
  const inHand = new Set<Promise<void>>();
  const teller = makeTeller(parts);
  let stopped = false;
  let wanted = false;
  let callOff = (): void => undefined;
  let running: Promise<void> = Promise.resolve();
  let active = false;

  const begin = (delivery: Delivery): void => {
    places.take(delivery.workspace);
    const work = deliver(parts, delivery)
      .then((settlement) => teller.tell(delivery, settlement))
      .catch((fault: unknown) => parts.reportFault(fault, aboutOf(delivery)))
      .finally(() => {
        inHand.delete(work);
        places.leave(delivery.workspace);
        wake();
      });
    inHand.add(work);
  };

  const pass = async (): Promise<void> => {
    let now = clock.now();
    while (wanted && !stopped) {
      wanted = false;
      now = clock.now();
      const shares = places.share(await store.listBacklogs(now));
      if (shares.length > 0) for (const delivery of await store.claimDeliveries(now, shares)) begin(delivery);
    }
    // What is due already and was not claimed waits for a place or another card, which brings the
    // next pass when it is done.
    const due = stopped ? undefined : await store.nextDeliveryAt(now);
    const nextAt = Math.min(due ?? Number.POSITIVE_INFINITY, places.nextAt() ?? Number.POSITIVE_INFINITY);
    if (!stopped && Number.isFinite(nextAt)) callOff = timer(Math.max(0, nextAt - clock.now()), wake);
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

  const settled = async (): Promise<void> => {
    const underWay = () => [...inHand, ...teller.underWay()];
    while (active || underWay().length > 0) await Promise.all([running, ...underWay()]);
  };

  return {
    wake,
    settled,
    stop: async () => {
      stopped = true;
      callOff();
      await settled();
    },
  };
};

/**
 * Tells facilitators of what stays out: one after another in a workspace, and outside the places,
 * since a platform that hangs must not hold up a card by this too.
 */
const makeTeller = (parts: OutboxParts) => {
  const telling = new Map<string, Promise<void>>();
  return {
    tell: (delivery: Delivery, settlement: Settlement): void => {
      const { workspace } = delivery;
      const told = (telling.get(workspace) ?? Promise.resolve())
        .then(() => tellUndelivered(parts, delivery, settlement))
        .catch((fault: unknown) => parts.reportFault(fault, aboutOf(delivery)))
        .finally(() => {
          if (telling.get(workspace) === told) telling.delete(workspace);
        });
      telling.set(workspace, told);
    },
    underWay: (): readonly Promise<void>[] => [...telling.values()],
  };
};

type Parts = OutboxParts & { readonly places: Places; readonly drawCard: (delivery: Delivery) => Promise<Drawn> };

const deliver = async (parts: Parts, delivery: Delivery): Promise<Settlement> => {
  const settlement = await send(parts, delivery).catch((fault: unknown): Settlement => {
    // Loading, drawing or updating failed, so nothing was created and it may be tried again.
    parts.reportFault(fault instanceof Undrawable ? (fault.cause ?? fault) : fault, aboutOf(delivery));
    const nextAt = parts.clock.now() + faultWaitMs;
    return fault instanceof Undrawable ? afterFailure(delivery, nextAt) : { type: "retry", nextAt };
  });
  // Where this fails, a creation stays marked as being sent, and the next claim tells of it as
  // interrupted.
  await parts.store.settleDelivery(delivery, settlement);
  return settlement;
};

const aboutOf = ({ session, slot }: Delivery) => ({ session, slot: cardSlotTypeOf(slot) });

const tellUndelivered = async (parts: OutboxParts, delivery: Delivery, settlement: Settlement): Promise<void> => {
  const told = await parts.drawUndelivered(delivery, settlement);
  const { workspace, channel } = delivery;
  for (const person of told?.people ?? [])
    if (told !== undefined) await parts.platformOf(workspace).sendPrivately({ workspace, channel, person }, told.card);
};

const send = async (parts: Parts, delivery: Delivery): Promise<Settlement> => {
  const platform = parts.platformOf(delivery.workspace);
  const { clock } = parts;
  const { repeatablePosts, redrawWaitMs } = platform.capabilities;
  if (delivery.interrupted && !repeatablePosts) return { type: "uncertain" };
  const drawn = await parts.drawCard(delivery);
  if (drawn.type === "settled") return drawn.settlement;
  const { card } = drawn;
  if (!isCreation(parts, delivery)) {
    const update = () => platform.update(destinationOf(delivery), delivery.message ?? "", card);
    const sent = await parts.places.watch(delivery.workspace, update, isDone);
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

const isDone = ({ type }: Sent): boolean => type === "posted" || type === "posted-in-part" || type === "gone";

/** `repeatable`: sending the same again has no second effect. */
const settlementOf = (sent: Sent, now: number, redrawWaitMs: number, repeatable: boolean): Settlement => {
  switch (sent.type) {
    case "posted":
      return {
        type: "drawn",
        message: sent.message,
        nextAt: now + redrawWaitMs,
        mayLackParts: sent.mayLackParts === true,
      };
    case "posted-in-part":
      return {
        type: "posted-in-part",
        message: sent.message,
        nextAt: now + waitOf(sent),
        mayLackParts: sent.mayLackParts === true,
      };
    case "later":
      return { type: "retry", nextAt: now + waitOf(sent) };
    case "uncertain":
      return repeatable ? { type: "retry", nextAt: now + faultWaitMs } : { type: "uncertain" };
    case "gone":
      return sent;
    default:
      return sent satisfies never;
  }
};

const waitOf = ({ waitMs }: { readonly waitMs: number }): number => Math.min(waitMs, waitMsMax);

/** A private message that the platform can't replace is created anew. */
const isCreation = ({ platformOf }: OutboxParts, { workspace, message, person }: Delivery): boolean =>
  message === null || (person !== null && !platformOf(workspace).capabilities.updatesPrivate);

const create = async (parts: Parts, delivery: Delivery, card: Card): Promise<Sent> => {
  const { workspace } = delivery;
  const cardKey = cardKeyOf(delivery.session, delivery.slot);
  const key = delivery.message === null ? cardKey : `${cardKey}/${delivery.wanted}`;
  try {
    const platform = parts.platformOf(workspace);
    const to = { ...destinationOf(delivery), ...(card.broadcast ? { broadcast: true } : {}) };
    const post = () => platform.post(to, card, key);
    return await parts.places.watch(workspace, post, isDone);
  } catch (fault) {
    if (fault instanceof Undrawable) throw fault;
    parts.reportFault(fault, aboutOf(delivery));
    return { type: "uncertain" };
  }
};

const destinationOf = ({ workspace, channel, place, thread, person }: Delivery): Destination => ({
  workspace,
  channel,
  thread: place === "thread" && thread !== null ? thread : undefined,
  person: person === null ? undefined : person,
});
