/**
 * Draws a card, or a platform's form of it, in bounded time; what can't be drawn is told apart from
 * what can't be sent.
 */
import { runBounded } from "../analysis/bounded.ts";

/** Drawing takes a few milliseconds, that of a thousand reasons a few hundred on a slow machine. */
const drawMsMax = 3_000;

/**
 * Thrown while a card is drawn, so that nothing of it was sent: the data or the code are at fault,
 * and `cause` says how.
 */
export class Undrawable extends Error {
  override readonly name = "Undrawable";
}

/**
 * What `act` draws, which must do nothing else. Throws `Undrawable` where it throws, or takes too
 * long.
 *
 * @example
 * const messages = drawInTime(() => drawCard(card));
 */
export const drawInTime = <Drawn>(act: () => Drawn, msMax: number = drawMsMax): Drawn => {
  const bounded = attempt(() => runBounded(act, msMax));
  if (bounded.type === "done") return bounded.value;
  throw new Undrawable(`Drawing was broken off after ${msMax} ms`);
};

const attempt = <Answer>(act: () => Answer): Answer => {
  try {
    return act();
  } catch (cause) {
    throw cause instanceof Undrawable ? cause : new Undrawable("A card could not be drawn", { cause });
  }
};
