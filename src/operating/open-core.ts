/** Puts the core together: the workshop, and the outbox that draws what it leaves to draw. */
import { type Clock, type Ids, randomIds } from "../clock.ts";
import { coalesce } from "../delivery/coalesce.ts";
import { makeOutbox, type Outbox, type Timer } from "../delivery/outbox.ts";
import type { Library } from "../packs/library.ts";
import type { Platform } from "../platform.ts";
import type { Observe } from "../requests/observation.ts";
import type { Store } from "../store/port/store.ts";
import { makeWorkshop, type Workshop } from "../workshop.ts";

/** Responses that come within this time of each other cost one look for cards to draw. */
const coalesceMs = 50;

/** What the core stands on. */
export type CoreParts = {
  readonly store: Store;
  readonly library: Library;
  readonly clock: Clock;
  /** @default randomIds */
  readonly ids?: Ids;
  /** The platform a workspace is on. */
  readonly platformOf: (workspace: string) => Platform;
  /**
   * The IANA zone of people whose own is unknown.
   * @default "UTC"
   */
  readonly zone?: string;
  /**
   * Told of every fault; `about` holds the ids of the card that it concerned, where it concerned
   * one, and never what people said.
   */
  readonly reportFault: (fault: unknown, about?: AboutCard) => void;
  /** Told of every answer; absent where nobody counts them. */
  readonly observe?: Observe | undefined;
  /** As in `WorkshopParts`. */
  readonly answerMsMax?: number | undefined;
  /**
   * When cards are drawn. `by-itself`: soon after each commit that left some, and again when the
   * time of one that waits has come. `when-woken`: only when `outbox.wake` is called, as tests do
   * that own the clock.
   * @default "by-itself"
   */
  readonly drawing?: "by-itself" | "when-woken";
};

export type AboutCard = { readonly session?: string; readonly slot?: string };

export type Core = { readonly workshop: Workshop; readonly outbox: Outbox };

const noTimer: Timer = () => () => undefined;

/**
 * Nothing is drawn before something is committed or `outbox.wake` is called; `outbox.stop` finishes
 * what is in hand.
 *
 * @example
 * const { store, clock } = await openStore("file:./data/workshop.db"); const library = await
 * readLibrary(["./packs"], "en"); const { workshop, outbox } = openCore({ store, clock, library,
 * platformOf: () => platform, reportFault });
 */
export const openCore = ({ drawing = "by-itself", zone = "UTC", ids = randomIds, ...parts }: CoreParts): Core => {
  const { store, library, clock, platformOf } = parts;
  const outbox = makeOutbox({
    store,
    clock,
    platformOf,
    draw: (delivery) => workshop.draw(delivery),
    drawUndelivered: (delivery, settlement) => workshop.drawUndelivered(delivery, settlement),
    reportFault: parts.reportFault,
    timer: drawing === "when-woken" ? noTimer : undefined,
  });
  const workshop = makeWorkshop({
    store,
    library,
    clock,
    ids,
    platformOf,
    zone,
    wake: drawing === "by-itself" ? coalesce(outbox.wake, coalesceMs) : () => undefined,
    reportFault: (fault) => parts.reportFault(fault),
    observe: parts.observe,
    answerMsMax: parts.answerMsMax,
  });
  return { workshop, outbox };
};
