/**
 * Two processes on one PostgreSQL behind one address run sessions; one of them is killed in the
 * middle. Answers what was seen.
 */

import { setTimeout as wait } from "node:timers/promises";
import { people as everyone } from "../adapters/playground/people.ts";
import { playgroundTables } from "../adapters/playground/tables.ts";
import { type OpenedStore, openStore } from "../src/store/open.ts";
import { type OneAddress, openOneAddress } from "./one-address.ts";
import { type PlaygroundPeople, peopleOf } from "./playground/people.ts";
import { startPostgres } from "./postgres.ts";
import { type Program, startProgram } from "./process.ts";

export type Size = {
  /** Sessions that run beside each other. */
  readonly sessions: number;
  /** How often each person responds in each: once, and then changes it. */
  readonly responses: number;
};

export type Seen = {
  /** Responses that a person was told are recorded, before and after the kill. */
  readonly acknowledged: { readonly before: number; readonly after: number };
  /** Of those, how many the database doesn't hold. */
  readonly lost: number;
  /** Requests that each process answered, the killed one first. */
  readonly answered: readonly number[];
  readonly sessions: number;
  /**
   * Sessions whose reveal counts everybody, and shows everybody's last reason and no other of
   * theirs.
   */
  readonly revealedRight: number;
  /**
   * Cards that the database and the room don't agree on: not drawn to the end, or standing there
   * twice.
   */
  readonly cardsWrong: number;
};

type Running = {
  readonly programs: readonly [Program, Program];
  readonly front: OneAddress;
  readonly people: PlaygroundPeople;
  readonly opened: OpenedStore;
};

const [facilitator = ""] = everyone.map(({ id }) => id);
const reasonOf = (session: string, person: string, number: number): string => `because ${session} ${person} ${number}.`;

/** `tell` hears of each step. */
export const runReplicas = async (size: Size, tell: (line: string) => void): Promise<Seen> => {
  const server = await startPostgres();
  const started: Program[] = [];
  try {
    const database = await server.createDatabase();
    const env = { LOG_LEVEL: "silent", WORKSHOP_PLAYGROUND: "1" };
    // Both at once, on an empty database.
    const programs = await Promise.all([startProgram({ database, env }), startProgram({ database, env })]);
    started.push(...programs);
    const front = await openOneAddress(programs.map(({ address }) => address));
    const opened = await openStore(database);
    tell(`Two processes serve ${front.address}: ${programs.map(({ address }) => address).join(" and ")}`);
    try {
      return await play({ programs, front, opened, people: peopleOf(front.address) }, size, tell);
    } finally {
      await front.close();
      await opened.store.close();
    }
  } finally {
    await Promise.all(started.map(({ kill }) => kill()));
    await server.stop();
  }
};

const play = async (running: Running, size: Size, tell: (line: string) => void): Promise<Seen> => {
  const { people, opened, programs, front } = running;
  const sessions = await startSessions(running, size.sessions);
  tell(`${sessions.length} sessions have begun`);
  const wanted = sessions.length * everyone.length * size.responses;
  const acknowledged: string[] = [];
  let before = -1;
  const respond = async (session: string, person: string): Promise<void> => {
    for (let number = 1; number <= size.responses; number += 1) {
      const asked = await people.press(person, `respond:${session}:1`);
      const reason = reasonOf(session, person, number);
      const told = await people.submit(person, asked.form?.token, { choice: "rag", reason });
      if (told.type === "card") acknowledged.push(reason);
      if (before >= 0 || acknowledged.length < wanted / 2) continue;
      before = acknowledged.length;
      await programs[0].kill();
      tell(`One process is killed after ${before} of ${wanted} responses`);
    }
  };
  await Promise.all(sessions.flatMap((session) => everyone.map(({ id }) => respond(session, id))));
  tell(`${acknowledged.length} responses are acknowledged`);
  for (const session of sessions) {
    await people.press(facilitator, `end-round:${session}:1`);
    await people.press(facilitator, `reveal:${session}:1`);
  }
  await untilDrawn(opened);
  tell("Every session is revealed, and every card drawn");
  const revealed: boolean[] = [];
  for (const session of sessions) revealed.push(await isRevealed(people, session, size.responses));
  const answers = await opened.database.selectFrom("responses").select("answer").execute();
  const kept = answers.map(({ answer }) => answer).join("\n");
  return {
    acknowledged: { before, after: acknowledged.length - before },
    lost: acknowledged.filter((reason) => !kept.includes(reason)).length,
    answered: [...front.answered.values()],
    sessions: sessions.length,
    revealedRight: revealed.filter(Boolean).length,
    cardsWrong: await countWrong(opened),
  };
};

/** Starts them one by one and waits until their first cards stand. */
const startSessions = async ({ people, opened }: Running, count: number): Promise<readonly string[]> => {
  for (let started = 0; started < count; started += 1)
    await people.say(facilitator, "/workshop start startup-support-chatbot");
  await untilDrawn(opened);
  const rows = await opened.database.selectFrom("sessions").select("id").execute();
  return rows.map(({ id }) => id);
};

const isRevealed = async (people: PlaygroundPeople, session: string, responses: number): Promise<boolean> => {
  const card = (await people.messages(facilitator)).find((message) =>
    message.includes(`"verb":"all-reasons","session":"${session}"`),
  );
  const reasons = JSON.stringify(await people.press(facilitator, `all-reasons:${session}:1`));
  const numbers = Array.from({ length: responses }, (_, index) => index + 1);
  const shown = everyone.every(({ id }) =>
    numbers.every((number) => reasons.includes(reasonOf(session, id, number)) === (number === responses)),
  );
  return shown && card?.includes(`"${everyone.length} (100%)"`) === true;
};

const backlog = ({ database }: OpenedStore) => database.selectFrom("cards").whereRef("wanted", ">", "drawn");

/** What a killed process had in hand comes free by its lease, so this takes up to that long. */
const untilDrawn = async (opened: OpenedStore): Promise<void> => {
  while ((await backlog(opened).select("slot").execute()).length > 0) await wait(100);
};

const countWrong = async (opened: OpenedStore): Promise<number> => {
  const { database } = opened;
  const cards = await database.selectFrom("cards").select(["session", "slot", "message", "state"]).execute();
  const rows = await playgroundTables(database)
    .selectFrom("playground_messages")
    .select("id")
    .where("author", "is", null)
    .execute();
  const standing = new Set(rows.map(({ id }) => String(id)));
  const wrong = cards.filter(({ state, message }) => state !== "posted" || message === null || !standing.has(message));
  // Each card is one message, and each message of the workshop's is one card.
  return wrong.length + Math.abs(standing.size - cards.length);
};
