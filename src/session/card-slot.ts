/**
 * The cards a session has, and which of them an event changes. A slot is one message; its name is
 * what the store and the outbox know.
 */
import type { SessionEvent } from "./event.ts";
import { isForgotten } from "./forgotten.ts";
import { deciderOf } from "./roles.ts";
import type { Session } from "./session.ts";

export type CardSlot =
  | { readonly type: "case" }
  | { readonly type: "ballot"; readonly round: number }
  | { readonly type: "round-ended"; readonly round: number }
  | { readonly type: "discussion"; readonly round: number }
  | { readonly type: "reminder"; readonly round: number; readonly number: number }
  | { readonly type: "reveal" }
  | { readonly type: "decision" }
  /** Asks whether it turned out, for the `number`th time. */
  | { readonly type: "review"; readonly number: number }
  /** Tells the channel of its open reviews. */
  | { readonly type: "open-reviews"; readonly number: number }
  | { readonly type: "cancelled" }
  | { readonly type: "controls"; readonly person: string };

/** A slot as the store and the outbox know it: `case`, `ballot/2`, `controls/U123`. */
export type CardSlotName =
  | "case"
  | "reveal"
  | "decision"
  | "cancelled"
  | `${"ballot" | "round-ended" | "discussion"}/${number}`
  | `${"review" | "open-reviews"}/${number}`
  | `reminder/${number}/${number}`
  | `controls/${string}`;

/** A card that must be drawn anew: which one, and for whom alone if not for the whole channel. */
export type Note = {
  /** Names the card within its session; one message a slot. */
  readonly slot: CardSlotName;
  readonly place: "channel" | "thread";
  readonly person?: string | undefined;
};

/** A message whose creation is uncertain, or whose place is gone: shown to the facilitators. */
export type Undelivered = {
  readonly slot: CardSlotName;
  readonly type: "uncertain" | "gone";
  readonly why: string | null;
};

/** What those who are away want to see in the channel as well, not in the thread alone. */
export const isForAll = (name: CardSlotName): boolean => cardSlotTypeOf(name) === "reveal";

const separator = "/";

export const formatCardSlot = (slot: CardSlot): CardSlotName => {
  switch (slot.type) {
    case "ballot":
    case "round-ended":
    case "discussion":
      return `${slot.type}/${slot.round}`;
    case "review":
    case "open-reviews":
      return `${slot.type}/${slot.number}`;
    case "reminder":
      return `${slot.type}/${slot.round}/${slot.number}`;
    case "controls":
      return `${slot.type}/${slot.person}`;
    case "case":
    case "reveal":
    case "decision":
    case "cancelled":
      return slot.type;
    default:
      return slot satisfies never;
  }
};

/**
 * Names a card among all sessions' to a platform, by which it knows a message that is posted again.
 *
 * @example
 * cardKeyOf("s1", formatCardSlot({ type: "case" })); // "s1/case"
 */
export const cardKeyOf = (session: string, slot: CardSlotName): string => `${session}${separator}${slot}`;

/** Which card it is, without the person it may be for. */
export const cardSlotTypeOf = (name: CardSlotName): string => partsOf(name).type;

const partsOf = (name: CardSlotName) => {
  const cut = name.indexOf(separator);
  return cut < 0 ? { type: name, rest: "" } : { type: name.slice(0, cut), rest: name.slice(cut + 1) };
};

/** Reads what `formatCardSlot` wrote. Throws for a name this program never wrote. */
export const parseCardSlot = (name: CardSlotName): CardSlot => {
  const { type, rest } = partsOf(name);
  switch (type) {
    case "case":
    case "reveal":
    case "decision":
    case "cancelled":
      return { type };
    case "ballot":
    case "round-ended":
    case "discussion":
      return { type, round: Number(rest) };
    case "review":
    case "open-reviews":
      return { type, number: Number(rest) };
    case "reminder": {
      const [round, number] = rest.split(separator);
      return { type, round: Number(round), number: Number(number) };
    }
    case "controls":
      return { type, person: rest };
    default:
      throw new Error(`No card is called ${name}`);
  }
};

/** From then on whoever takes the decision has something to do. */
const isRevealed = ({ state }: Session): boolean => state === "revealed" || state === "closed";

/** The cards that must be drawn anew after an event; `after` is the session it led to. */
const slotsChangedBy = (event: SessionEvent, after: Session): readonly CardSlot[] => {
  const caseCard = { type: "case" } as const;
  const ballot = { type: "ballot", round: after.round } as const;
  const decider = isRevealed(after) ? deciderOf(after) : undefined;
  const controls = [...new Set([...after.facilitators, ...(decider === undefined ? [] : [decider])])]
    .filter((person) => !isForgotten(person))
    .map((person) => ({ type: "controls", person }) as const);
  switch (event.type) {
    case "session-started":
      return after.state === "closed" ? [caseCard] : [caseCard, ballot, ...controls];
    case "round-opened":
    case "deadline-moved":
      return [caseCard, ballot, ...controls];
    case "responded":
      return [caseCard, ballot];
    case "mended":
    case "option-added":
      return [caseCard, ballot, ...controls];
    case "round-ended":
      return [caseCard, ballot, { type: "round-ended", round: event.round }, ...controls];
    case "round-reopened":
      return [caseCard, ballot, { type: "round-ended", round: event.round }, ...controls];
    case "discussion-opened":
      return [caseCard, { type: "discussion", round: event.round }, ...controls];
    case "reminded":
      return event.inThread ? [{ type: "reminder", round: event.round, number: event.number }, ...controls] : controls;
    case "reminder-set":
    case "facilitator-added":
      return controls;
    case "revealed":
      return [caseCard, { type: "reveal" }, ...controls];
    case "decision-recorded":
      return [caseCard, { type: "decision" }, ...controls];
    case "review-requested":
      return [{ type: "review", number: event.number }, ...controls];
    case "reviews-told":
      return event.open === null ? [] : [{ type: "open-reviews", number: after.reviewing.told }];
    case "reviewed": {
      const { asked } = after.reviewing;
      const asking: readonly CardSlot[] = asked === 0 ? [] : [{ type: "review", number: asked }];
      return [caseCard, { type: "decision" }, ...asking, ...controls];
    }
    case "session-closed":
      return [caseCard, ...controls];
    case "session-cancelled":
      return [caseCard, ballot, { type: "cancelled" }, ...controls];
    default:
      return event satisfies never;
  }
};

/**
 * The notes that go with a change, each slot once, in the order in which new messages should
 * appear.
 */
export const notesFor = (events: readonly SessionEvent[], after: Session): readonly Note[] => {
  const slots = events.flatMap((event) => slotsChangedBy(event, after));
  const bySlot = new Map(slots.map((slot) => [formatCardSlot(slot), noteFor(slot)]));
  return [...bySlot.values()];
};

const noteFor = (slot: CardSlot): Note => ({
  slot: formatCardSlot(slot),
  place: slot.type === "case" || slot.type === "open-reviews" ? "channel" : "thread",
  person: slot.type === "controls" ? slot.person : undefined,
});
