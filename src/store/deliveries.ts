/** The cards that wait to be drawn: claimed in order, settled one by one. */
import { type Kysely, sql } from "kysely";
import type { Delivery, Settlement, Trouble } from "./store.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

export type Deliveries = {
  readonly claim: (database: Database, now: number, limit: number) => Promise<readonly Delivery[]>;
  /** Lets cards out of hand: settled, or claimed by a transaction that failed. */
  readonly release: (claimed: readonly Delivery[]) => void;
  readonly settle: (database: Database, delivery: Delivery, settlement: Settlement) => Promise<void>;
};

/** One process serves one SQLite file, so that what it has in hand is known in memory; a creation is marked in the table too, for the process after a crash. */
export const makeDeliveries = (): Deliveries => {
  const inHand = new Set<string>();
  const keyOf = (card: { readonly session: string; readonly slot: string }): string => `${card.session} ${card.slot}`;
  return {
    claim: async (database, now, limit) => {
      const rows = await findWaiting(database, now, limit + inHand.size);
      const claimed = rows.filter((row) => !inHand.has(keyOf(row))).slice(0, limit);
      for (const row of claimed) {
        if (row.message === null) await setCard(database, row, { state: "sending" });
      }
      for (const row of claimed) inHand.add(keyOf(row));
      return claimed.map(({ state, ...row }) => ({ ...row, interrupted: state === "sending" }));
    },
    release: (claimed) => {
      for (const delivery of claimed) inHand.delete(keyOf(delivery));
    },
    settle: async (database, delivery, settlement) => {
      await setCard(database, delivery, valuesOf(delivery, settlement));
    },
  };
};

const findWaiting = (database: Database, now: number, limit: number) =>
  database
    .selectFrom("cards")
    .leftJoin("cards as root", (join) => join.onRef("root.session", "=", "cards.session").on("root.slot", "=", "case"))
    .select(["cards.workspace", "cards.session", "cards.channel", "cards.slot", "cards.place", "cards.person"])
    .select(["cards.message", "cards.wanted", "cards.state", "root.message as thread"])
    .whereRef("cards.wanted", ">", "cards.drawn")
    .where("cards.next_at", "<=", now)
    .where("cards.state", "in", ["waiting", "sending", "posted"])
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
              .where("earlier.state", "in", ["waiting", "sending"]),
          ),
        ),
      ]),
    )
    .orderBy("cards.next_at")
    .orderBy("cards.sequence")
    .limit(limit)
    .execute();

type CardValues = Partial<Pick<Tables["cards"], "state" | "message" | "drawn" | "next_at" | "why">>;

const valuesOf = (delivery: Delivery, settlement: Settlement): CardValues => {
  switch (settlement.type) {
    case "drawn":
      return { state: "posted", message: settlement.message, drawn: delivery.wanted, next_at: settlement.nextAt };
    case "retry":
      return { state: delivery.message === null ? "waiting" : "posted", next_at: settlement.nextAt };
    case "partly":
      return { state: "posted", message: settlement.message, next_at: settlement.nextAt };
    case "uncertain":
      return { state: "uncertain" };
    case "gone":
      return { state: "gone", why: settlement.why };
    default:
      return settlement satisfies never;
  }
};

const setCard = async (
  database: Database,
  { session, slot }: { readonly session: string; readonly slot: string },
  values: CardValues,
): Promise<void> => {
  await database.updateTable("cards").set(values).where("session", "=", session).where("slot", "=", slot).execute();
};

export const listTroubles = async (
  database: Database,
  workspace: string,
  session: string,
): Promise<readonly Trouble[]> => {
  const query = database.selectFrom("cards").select(["slot", "state", "why"]);
  const rows = await query.where("workspace", "=", workspace).where("session", "=", session).execute();
  return rows.flatMap(({ slot, state, why }) =>
    state === "uncertain" || state === "gone" ? [{ slot, type: state, why }] : [],
  );
};

/** When a card becomes due that isn't by `now`. */
export const nextDeliveryAt = async (database: Database, now: number): Promise<number | undefined> => {
  const row = await database
    .selectFrom("cards")
    .select(({ fn }) => fn.min("next_at").as("at"))
    .whereRef("wanted", ">", "drawn")
    .where("state", "in", ["waiting", "posted"])
    .where("next_at", ">", now)
    .executeTakeFirst();
  return row?.at ?? undefined;
};
