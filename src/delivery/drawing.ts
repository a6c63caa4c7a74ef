/**
 * Draws the cards that wait, so that none of them can keep the program from running: each in
 * bounded time, and one that fails, or with which processes die, is set aside after three tries of
 * its own.
 */
import type { Card } from "../cards/card.ts";
import type { Delivery, Settlement } from "../store/port/delivery.ts";
import type { Store } from "../store/port/store.ts";
import { drawInTime } from "./draw-in-time.ts";

export type DrawingParts = {
  readonly store: Pick<Store, "noteTries">;
  /** Loads what a card is drawn from; the answer draws it, and does nothing else. */
  readonly draw: (delivery: Delivery) => Promise<Drawing>;
  /** How long a card may take, in milliseconds. */
  readonly drawMsMax?: number;
};

/** Undefined when there is nothing to show any more. */
export type Drawing = () => Card | undefined;

/**
 * A process has died with the card in hand; others were in its hands too, so this one is only in
 * doubt.
 */
const inDoubt = 1;
const triesMax = inDoubt + 3;

/** What another try that came to nothing means; `nextAt` in UTC milliseconds. */
export const afterFailure = ({ tries }: Delivery, nextAt: number): Settlement => {
  const next = Math.max(tries, inDoubt) + 1;
  return next < triesMax ? { type: "undrawn", tries: next, nextAt } : setAside;
};

const setAside: Settlement = { type: "gone", why: "not-drawable" };

/**
 * What is there to send, or how the delivery ends without. Throws `Undrawable`, or what loading
 * throws.
 */
export type Drawn =
  | { readonly type: "card"; readonly card: Card }
  | { readonly type: "settled"; readonly settlement: Settlement };

/**
 * Cards in doubt are drawn one at a time, each try counted on disk before it begins and taken back
 * once it went well: if the process dies, that one card did it. The others pay for no such writes.
 */
export const makeDrawing = ({ store, draw, drawMsMax }: DrawingParts): ((delivery: Delivery) => Promise<Drawn>) => {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(act, act);
    last = answer.catch(() => undefined);
    return answer;
  };
  return async (delivery) => {
    if (delivery.tries >= triesMax) return { type: "settled", settlement: setAside };
    const drawing = await draw(delivery);
    if (delivery.tries < inDoubt) return drawn(drawInTime(drawing, drawMsMax));
    return alone(async () => {
      await store.noteTries(delivery, delivery.tries + 1);
      const card = drawInTime(drawing, drawMsMax);
      await store.noteTries(delivery, 0);
      return drawn(card);
    });
  };
};

const drawn = (card: Card | undefined): Drawn =>
  card === undefined
    ? { type: "settled", settlement: { type: "gone", why: "nothing-to-show" } }
    : { type: "card", card };
