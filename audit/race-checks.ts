/**
 * Judges one raced session by what each process was answered and when, and by what the database
 * holds.
 */
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Tables } from "../src/store/tables.ts";
import type { Done, Order } from "./race-order.ts";

export type Raced = {
  readonly session: string;
  readonly done: readonly { readonly order: Order; readonly done: Done }[];
};

const answer = z.object({ reason: z.string() });
const trace = z.object({ type: z.string(), label: z.string().optional() });
const event = z.object({
  type: z.string(),
  round: z.number().optional(),
  trace: trace.optional(),
  traces: z.array(trace).optional(),
});
const token = z.object({ round: z.number() });

/** The event that each verb leads to. */
const events: Readonly<Record<string, string>> = {
  "end-round": "round-ended",
  "vote-again": "round-opened",
  discuss: "discussion-opened",
  reveal: "revealed",
  close: "session-closed",
  cancel: "session-cancelled",
};

export const checkRace = async (database: Kysely<Tables>, { session, done }: Raced): Promise<readonly string[]> => {
  const rows = await database.selectFrom("responses").selectAll().where("session", "=", session).execute();
  const kept = new Map(rows.map((row) => [answer.parse(JSON.parse(row.answer)).reason, row]));
  const happened = (
    await database.selectFrom("session_events").selectAll().where("session", "=", session).orderBy("sequence").execute()
  ).map((row) => event.parse(JSON.parse(row.event)));
  const submitted = done.filter(({ order }) => order.type === "submit");
  return [
    ...submitted.flatMap(({ order, done: { outcome } }) => {
      if (outcome === "ok") return kept.has(order.id) ? [] : [`lost: ${order.id} of ${session}`];
      return kept.has(order.id) ? [`refused but kept: ${order.id} of ${session}`] : [];
    }),
    ...(rows.length === kept.size ? [] : [`one submission stands twice in ${session}`]),
    ...revisionMistakes(session, rows),
    ...eventMistakes(session, done, happened),
    ...(await changeMistakes(database, session, done, rows.length)),
    ...lateOnes(done).map((id) => `taken after its round had ended: ${id} of ${session}`),
  ];
};

/** Revisions of one participant and round count from 1 without a gap. */
const revisionMistakes = (
  session: string,
  rows: readonly Pick<Tables["responses"], "participant" | "round" | "revision">[],
): readonly string[] => {
  const groups = Map.groupBy(rows, ({ participant, round }) => `${participant} ${round}`);
  return [...groups].flatMap(([of, group]) =>
    group
      .map(({ revision }) => revision)
      .sort((a, b) => a - b)
      .every((revision, index) => revision === index + 1)
      ? []
      : [`revisions with a gap: ${of} in ${session}`],
  );
};

/** Each acknowledged verb happened once, and nothing happened that nobody was acknowledged. */
const eventMistakes = (
  session: string,
  done: Raced["done"],
  happened: readonly { readonly type: string }[],
): readonly string[] => {
  const acknowledged = done.flatMap(({ order, done: { outcome } }) => {
    if (outcome !== "ok" || order.type === "submit") return [];
    if (order.type === "change") return [order.label === "" ? "mended" : "option-added"];
    return [events[order.action.split(":")[0] ?? ""] ?? "?"];
  });
  const told = [...acknowledged, "session-started"].sort().join(", ");
  const found = happened
    .map(({ type }) => type)
    .sort()
    .join(", ");
  return told === found ? [] : [`${session}: acknowledged ${told}; in the database ${found}`];
};

/**
 * Submissions that were sent only after the end of their round had been acknowledged, and were
 * taken all the same.
 */
const lateOnes = (done: Raced["done"]): readonly string[] => {
  const overAt = (round: number): number =>
    Math.min(
      ...done.flatMap(({ order, done: { outcome, to } }) => {
        if (order.type !== "press" || outcome !== "ok") return [];
        const [verb, , of] = order.action.split(":");
        return (verb === "end-round" && Number(of) === round) || verb === "cancel" ? [to] : [];
      }),
    );
  const over = [overAt(1), overAt(2)];
  return done.flatMap(({ order, done: { outcome, from } }) => {
    if (order.type !== "submit" || outcome !== "ok") return [];
    const { round } = token.parse(order.token);
    return from > (over[round - 1] ?? Number.POSITIVE_INFINITY) ? [order.id] : [];
  });
};

/**
 * Each option that was acknowledged came once, while the first round was open; what was changed
 * without a trace, nobody had answered.
 */
const changeMistakes = async (
  database: Kysely<Tables>,
  session: string,
  done: Raced["done"],
  responses: number,
): Promise<readonly string[]> => {
  const query = database.selectFrom("session_events").select("event").where("session", "=", session);
  const happened = (await query.orderBy("sequence").execute()).map((row) => event.parse(JSON.parse(row.event)));
  const ended = happened.findIndex(({ type }) => type === "round-ended");
  const added = happened.flatMap(({ type, trace: of }) => (type === "option-added" ? [of?.label ?? ""] : []));
  const told = done.flatMap(({ order, done: { outcome } }) =>
    order.type === "change" && order.label !== "" && outcome === "ok" ? [order.label] : [],
  );
  const isLate = happened.some(({ type }, index) => type === "option-added" && ended >= 0 && index > ended);
  const isFree = happened.some(({ type, traces }) => type === "mended" && traces?.length === 0);
  return [
    ...(added.toSorted().join() === told.toSorted().join()
      ? []
      : [`${session}: told of ${told.join()}; added ${added.join()}`]),
    ...(standsTwice(happened) ? [`${session}: an option stands twice`] : []),
    ...(isLate ? [`${session}: an option came after the end of the round`] : []),
    ...(isFree && responses > 0 ? [`${session}: words were taken away under a response`] : []),
  ];
};

/** Words that were changed before anybody had answered take what was added out again. */
const standsTwice = (happened: readonly z.infer<typeof event>[]): boolean => {
  const added = new Set<string>();
  return happened.some(({ type, trace: of, traces }) => {
    if (type === "mended" && traces?.length === 0) added.clear();
    if (type !== "option-added" || of?.label === undefined) return false;
    const before = added.size;
    return added.add(of.label).size === before;
  });
};
