/**
 * The session that the audit of faults lets happen: from its start through two rounds to its
 * decision, step by step.
 */
import { reasonLengthMax } from "../src/activities/scenario/methods/given.ts";
import { facilitator, where } from "./fault-platform.ts";
import { type FaultWorld, faultOrigin } from "./fault-world.ts";

/** Slack takes one card in two messages, the others in one. */
export const messagesPerCardMax = 2;

const people = ["ann", "bob", "cho", "dee", "eve"];

/**
 * So long, since JSON escapes each quotation mark, that the reasons of all people take two messages
 * in Slack.
 */
const reasonOf = (nonce: string): string => nonce.padEnd(reasonLengthMax, `"`);

/** The reason of each response. */
export const expectedReasons = [...people.map((person) => `${person}-1-0`), "ann-1-1", "ann-2-0", "bob-2-0"].map(
  reasonOf,
);
export const expectedEvents = 8;
export const decisionText = "RAG";

/** Answers the session's id. Throws when there isn't one session after the start. */
export const runStory = async ({ workshop, ask, store, draw, drawAll }: FaultWorld): Promise<string> => {
  const started = faultOrigin(facilitator, "start");
  await ask("start", () => workshop.run(started, "start startup-support-chatbot --discuss"));
  await draw();
  const sessions = await store.in(where.workspace).listSessions({ channel: where.channel, over: false, limit: 9 });
  const [session] = sessions;
  if (session === undefined || sessions.length > 1) throw new Error(`${sessions.length} sessions after one start`);
  const { id } = session;
  const respond = async (person: string, round: number, seen: number): Promise<void> => {
    const nonce = `${person}-${round}-${seen}`;
    const token = { type: "respond", nonce, session: id, round, seen };
    const values = { choice: "rag", reason: reasonOf(nonce), chance: "80" };
    await ask(nonce, () => workshop.submit(faultOrigin(person, ""), token, values));
    await draw();
  };
  const press = async (verb: string, round: number): Promise<void> => {
    const intent = `${verb}-${round}`;
    await ask(intent, () => workshop.press(faultOrigin(facilitator, intent), `${verb}:${id}:${round}`));
    await draw();
  };
  for (const person of people) await respond(person, 1, 0);
  await respond("ann", 1, 1);
  await press("end-round", 1);
  await press("discuss", 1);
  await press("vote-again", 1);
  for (const person of ["ann", "bob"]) await respond(person, 2, 0);
  await press("end-round", 2);
  await press("reveal", 2);
  const decision = { type: "record-decision", nonce: "decision", session: id };
  const values = { text: decisionText, owner: "", date: "" };
  await ask("decision", () => workshop.submit(faultOrigin(facilitator, ""), decision, values));
  await draw();
  await drawAll();
  return id;
};
