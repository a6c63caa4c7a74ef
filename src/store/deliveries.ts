/**
 * The cards that wait to be drawn: claimed in order for a time, by whichever process comes first,
 * and settled one by one.
 */
import { type Kysely, sql } from "kysely";
import { waitMsMax } from "../clock.ts";
import type { Undelivered } from "../session/card-slot.ts";
import { clockLeewayMs } from "./due-work.ts";
import type { Backlog, Delivery, Settlement, Share } from "./port/delivery.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/**
 * So long a claim holds, in milliseconds; the cards of a process that has died come free then. A
 * card that may have to be created is out of reach for longer than a process can take over it,
 * since a second one would take it for interrupted: a platform's call lasts 10 s at most, a card at
 * most a few of them, 60 s together. An update may be repeated freely, so it is tried again soon.
 */
export const leaseMs = { create: 90_000, update: 15_000 } as const;

/** A claim that seems to hold longer was made by a clock that has since been set back. */
const claimMsMax = leaseMs.create + clockLeewayMs;

/** So does what seems to wait for longer, which is due. */
const nextMsMax = waitMsMax + clockLeewayMs;

/** Of each workspace up to its share; those that have waited longest come first. */
export const claimDeliveries = async (
  database: Database,
  now: number,
  shares: readonly Share[],
): Promise<readonly Delivery[]> => {
  const claimed: Delivery[] = [];
  for (const share of shares) claimed.push(...(await claimShare(database, now, share)));
  return claimed;
};

/** One statement on both databases. Rows that another process is claiming are passed over. */
const claimShare = async (database: Database, now: number, share: Share): Promise<readonly Delivery[]> => {
  const rows = await database
    .with("due", (query) => selectShare(query, now, share))
    .updateTable("cards")
    .set(({ eb }) => ({
      claimed_until: eb
        .case()
        .when(eb.or([eb("message", "is", null), eb("person", "is not", null)]))
        .then(eb.lit(now + leaseMs.create))
        .else(eb.lit(now + leaseMs.update))
        .end(),
      state: eb
        .case()
        .when("message", "is not", null)
        .then(eb.ref("state"))
        .when("state", "=", "waiting")
        .then(eb.val("sending" as const))
        .else(eb.val("interrupted" as const))
        .end(),
      tries: eb
        .case()
        .when(eb.and([eb("claimed_until", ">", 0), eb("tries", "=", 0)]))
        .then(eb.lit(1))
        .else(eb.ref("tries"))
        .end(),
    }))
    .where(({ eb, refTuple, selectFrom }) =>
      eb(refTuple("session", "slot"), "in", selectFrom("due").select(["session", "slot"]).$asTuple("session", "slot")),
    )
    .returning(["workspace", "session", "channel", "slot", "place", "person", "message", "wanted", "state", "tries"])
    .returning(["next_at", "sequence"])
    .execute();
  const threads = await loadThreads(database, rows);
  return rows
    .toSorted((a, b) => a.next_at - b.next_at || a.sequence - b.sequence)
    .map(({ state, next_at: _at, sequence: _sequence, ...row }) => ({
      ...row,
      thread: threads.get(row.session) ?? null,
      interrupted: state === "interrupted",
    }));
};

/** The root message of each session, where it stands. */
const loadThreads = async (
  database: Database,
  rows: readonly { readonly session: string }[],
): Promise<ReadonlyMap<string, string | null>> => {
  if (rows.length === 0) return new Map();
  const sessions = [...new Set(rows.map(({ session }) => session))];
  const query = database.selectFrom("cards").select(["session", "message"]).where("slot", "=", "case");
  const roots = await query.where("session", "in", sessions).execute();
  return new Map(roots.map(({ session, message }) => [session, message]));
};

export const settleDelivery = (database: Database, delivery: Delivery, settlement: Settlement): Promise<void> =>
  setCard(database, delivery, { ...valuesOf(delivery, settlement), claimed_until: 0 });

/** Keeps how often drawing came to nothing, whatever becomes of the card. */
export const noteTries = (database: Database, delivery: Delivery, tries: number): Promise<void> =>
  setCard(database, delivery, { tries });

/**
 * Lets everything out of hand: the processes that held it are gone. Of a card it stays known that
 * one died with it.
 */
export const freeClaims = async (database: Database): Promise<void> => {
  await database.updateTable("cards").set({ claimed_until: 1 }).where("claimed_until", ">", 0).execute();
  await database.updateTable("due_work").set({ claimed_until: 0 }).where("claimed_until", ">", 0).execute();
};

const selectShare = (database: Pick<Database, "selectFrom">, now: number, { workspace, limit }: Share) =>
  selectDue(database, now)
    .select(["cards.session", "cards.slot"])
    .where("cards.workspace", "=", workspace)
    .orderBy("cards.next_at")
    .orderBy("cards.sequence")
    .limit(limit)
    .forUpdate("cards")
    .skipLocked();

export const listBacklogs = async (database: Database, now: number): Promise<readonly Backlog[]> => {
  const rows = await selectDue(database, now)
    .select(({ fn }) => ["cards.workspace", fn.countAll().as("cards"), fn.min("cards.next_at").as("since")] as const)
    .groupBy("cards.workspace")
    .orderBy("since")
    .orderBy("cards.workspace")
    .execute();
  return rows.map(({ workspace, cards }) => ({ workspace, cards: Number(cards) }));
};

/** Cards that could be claimed by `now`. */
const selectDue = (database: Pick<Database, "selectFrom">, now: number) =>
  database
    .selectFrom("cards")
    .leftJoin("cards as root", (join) => join.onRef("root.session", "=", "cards.session").on("root.slot", "=", "case"))
    .whereRef("cards.wanted", ">", "cards.drawn")
    .where(({ eb, or }) => or([eb("cards.next_at", "<=", now), eb("cards.next_at", ">", now + nextMsMax)]))
    .where(({ eb, or }) => or([eb("cards.claimed_until", "<=", now), eb("cards.claimed_until", ">", now + claimMsMax)]))
    .where("cards.state", "in", ["waiting", "sending", "interrupted", "posted"])
    .where((where) => where.or([where("cards.place", "=", "channel"), where("root.message", "is not", null)]))
    // New messages of a session appear in the order in which they were first wanted.
    .where(({ or, not, exists, selectFrom, eb }) =>
      or([
        eb("cards.message", "is not", null),
        not(
          exists(
            selectFrom("cards as earlier")
              .select(sql`1`.as("one"))
              .whereRef("earlier.session", "=", "cards.session")
              .whereRef("earlier.sequence", "<", "cards.sequence")
              .where("earlier.message", "is", null)
              .where("earlier.state", "in", ["waiting", "sending", "interrupted"]),
          ),
        ),
      ]),
    );

type CardValues = Partial<
  Pick<Tables["cards"], "state" | "message" | "drawn" | "next_at" | "why" | "claimed_until" | "tries">
>;

const valuesOf = (delivery: Delivery, settlement: Settlement): CardValues => {
  switch (settlement.type) {
    case "drawn":
      return { state: "posted", message: settlement.message, drawn: delivery.wanted, next_at: settlement.nextAt };
    case "retry":
      return { ...triedAgainAt(delivery, settlement.nextAt), tries: Math.min(delivery.tries, 1) };
    case "undrawn":
      return { ...triedAgainAt(delivery, settlement.nextAt), tries: settlement.tries };
    case "posted-in-part":
      return { state: "posted", message: settlement.message, next_at: settlement.nextAt };
    case "uncertain":
      return { state: "uncertain" };
    case "gone":
      return { state: "gone", why: settlement.why };
    default:
      return settlement satisfies never;
  }
};

const triedAgainAt = ({ message }: Delivery, nextAt: number): CardValues => ({
  state: message === null ? "waiting" : "posted",
  next_at: nextAt,
});

const setCard = async (
  database: Database,
  { session, slot }: Pick<Delivery, "session" | "slot">,
  values: CardValues,
): Promise<void> => {
  await database.updateTable("cards").set(values).where("session", "=", session).where("slot", "=", slot).execute();
};

export const listUndelivered = async (
  database: Database,
  workspace: string,
  session: string,
): Promise<readonly Undelivered[]> => {
  const query = database.selectFrom("cards").select(["slot", "state", "why"]);
  const rows = await query.where("workspace", "=", workspace).where("session", "=", session).execute();
  return rows.flatMap(({ slot, state, why }) =>
    state === "uncertain" || state === "gone" ? [{ slot, type: state, why }] : [],
  );
};

/** When a card comes due, or out of a hand that may be dead, that isn't by `now`. */
export const nextDeliveryAt = async (database: Database, now: number): Promise<number | undefined> => {
  const row = await database
    .selectFrom((from) =>
      from
        .selectFrom("cards")
        .select(({ eb, ref }) =>
          eb
            .case()
            .when(
              eb.and([
                eb.or([eb("claimed_until", ">", ref("next_at")), eb("next_at", ">", now + nextMsMax)]),
                eb("claimed_until", "<=", now + claimMsMax),
              ]),
            )
            .then(ref("claimed_until"))
            .when("next_at", ">", now + nextMsMax)
            .then(eb.lit(0))
            .else(ref("next_at"))
            .end()
            .as("at"),
        )
        .whereRef("wanted", ">", "drawn")
        .where("state", "in", ["waiting", "sending", "interrupted", "posted"])
        .as("free"),
    )
    .select(({ fn }) => fn.min("free.at").as("at"))
    .where("free.at", ">", now)
    .executeTakeFirst();
  return row?.at ?? undefined;
};
