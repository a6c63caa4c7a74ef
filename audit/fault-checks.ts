/**
 * Judges a session of which one call failed: by what is kept, and by what people see beside a
 * session of which none did.
 */
import { z } from "zod";
import { translatorFor } from "../src/i18n/translator.ts";
import { where } from "./fault-platform.ts";
import { decisionText, expectedEvents, expectedReasons, messagesPerCardMax } from "./fault-story.ts";
import type { FaultWorld } from "./fault-world.ts";

const reasonsOf = z.object({ reason: z.string() });
const { undelivered: said } = translatorFor("en").messages.session;

/**
 * What is wrong with it, in sentences. `unfailing` is what all see of a session without a fault.
 */
export const checkStory = async (
  world: FaultWorld,
  session: string,
  unfailing: readonly string[],
): Promise<readonly string[]> => {
  const cards = await world.database.selectFrom("cards").selectAll().where("session", "=", session).execute();
  const undelivered = cards.filter(({ state }) => state === "uncertain" || state === "gone").map(({ slot }) => slot);
  const backlog = cards.filter(({ wanted, drawn, slot }) => wanted > drawn && !undelivered.includes(slot));
  const seen = seenIn(world);
  const [missing, surplus] = [lacking(unfailing, seen), lacking(seen, unfailing)];
  const told = world.faulty.seenAlone().some((words) => words.includes(said.uncertain));
  // Under a root that may not stand nothing is drawn. Of any other card that may not stand, or
  // stands unknown, the facilitator is told, and it alone may differ.
  const rootless = undelivered.includes("case");
  const differMax = told ? messagesPerCardMax : 0;
  return [
    ...(await checkKept(world, session)),
    ...(undelivered.length > 1 ? [`${undelivered.join()} stay out after one fault`] : []),
    ...(undelivered.length === 0 || told ? [] : [`the facilitator isn't told that ${undelivered.join()} stays out`]),
    ...(rootless || backlog.length === 0 ? [] : [`still to be drawn: ${backlog.map(({ slot }) => slot).join()}`]),
    ...(rootless || missing.length <= differMax ? [] : [`not seen: ${missing.map(titleOf).join(" — ")}`]),
    ...(surplus.length <= differMax ? [] : [`seen, but not without a fault: ${surplus.map(titleOf).join(" — ")}`]),
    ...doubled(world.faulty.seenByAll().map(titleOf)).map((title) => `posted twice: ${title}`),
    ...doubled(world.faulty.seenAlone()).map((words) => `sent twice to one person: ${titleOf(words)}`),
    ...world.wrong,
    ...world.faulty.wrong,
  ];
};

/**
 * What all see in the end, in an order of its own: neither that of the messages nor that of
 * reasons, which are shuffled.
 */
export const seenIn = ({ faulty }: FaultWorld): readonly string[] =>
  faulty
    .seenByAll()
    .map((words) => words.split("\n").toSorted().join("\n"))
    .toSorted();

const lacking = (these: readonly string[], in_: readonly string[]): readonly string[] =>
  these.filter((words) => !in_.includes(words));

const titleOf = (words: string): string => words.split("\n")[0] ?? "";

const doubled = (items: readonly string[]): readonly string[] =>
  items.filter((item, index) => items.indexOf(item) !== index);

const checkKept = async ({ database, store }: FaultWorld, session: string): Promise<readonly string[]> => {
  const rows = await database.selectFrom("responses").selectAll().where("session", "=", session).execute();
  const kept = rows.map(({ answer }) => reasonsOf.parse(JSON.parse(answer)).reason);
  const events = await database.selectFrom("session_events").selectAll().where("session", "=", session).execute();
  const found = await store.in(where.workspace).loadSession(session);
  const ended = found?.state === "closed" && found.decision?.text === decisionText;
  return [
    ...(kept.toSorted().join() === expectedReasons.toSorted().join() ? [] : [`kept is ${kept.join("; ")}`]),
    ...(events.length === expectedEvents
      ? []
      : [`${events.length} events: ${events.map(({ event }) => event).join()}`]),
    ...(ended ? [] : [`it ended as ${found?.state}`]),
  ];
};
