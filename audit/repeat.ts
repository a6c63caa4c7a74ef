/**
 * The same things delivered again and again, at once, in any order and late: each takes effect
 * once, is answered as the first time, and the last intent stands. Some forms come again with other
 * values, which correct what they said.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import { startProgram, temporaryFolder } from "../testkit/process.ts";
import { openSlackServer } from "../testkit/slack/server.ts";
import { openTeamsServer } from "../testkit/teams/server.ts";
import { type AnswerValues, ownRuns, packRun, type Run } from "./answer-values.ts";
import { type Findings, type Ledger, openLedger } from "./findings.ts";
import { readDatabase } from "./read-database.ts";
import { playgroundSenders, type Senders, slackSenders, type Token, teamsSenders } from "./repeat-senders.ts";

type Sizes = { readonly seed: number; readonly deliveries: number; readonly ledger: string };

/** What is run, in turn: a pack's scenario, and a question by each method to which options come. */
const startLabels = ["one", "two"];
const runs = [packRun, ...ownRuns(startLabels)];
const addedMax = 2;
const peopleCount = 8;
const intentsPerPerson = 3;
const timesMax = 4;
/**
 * The share of forms that are sent again with another answer, as somebody does whose first one
 * seemed not to arrive.
 */
const correctedShare = 0.3;

type Opened = Awaited<ReturnType<typeof readDatabase>>;
type Audit = {
  readonly senders: Senders;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly opened: Opened;
  readonly wrong: string[];
};

/** `deliveries` are made on each platform. */
export const auditRepeat = async ({ seed, deliveries, ledger: path }: Sizes): Promise<Findings> => {
  const server = await openSlackServer(peopleCount);
  const teams = await openTeamsServer(peopleCount);
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({
    database,
    env: { HOST: "127.0.0.1", WORKSHOP_PLAYGROUND: "1", TEAMS_LOCAL: "1", ...server.env },
  });
  const opened = await readDatabase(database);
  const ledger = openLedger(path);
  const chance = chanceFrom(seed);
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  try {
    const { address } = program;
    let begun = 0;
    for (const senders of [slackSenders(server, address), teamsSenders(teams, address), playgroundSenders(address)]) {
      let sent = 0;
      while (sent < deliveries) {
        sent += await repeatSession({ senders, chance, ledger, opened, wrong }, runs[begun % runs.length] ?? packRun);
        begun += 1;
        for (const { messages, calls } of [server, teams]) {
          messages.length = 0;
          calls.length = 0;
        }
      }
      counts[`deliveries on ${senders.name}`] = sent;
    }
  } finally {
    await program.stop();
    await opened.destroy();
    await server.close();
    await teams.close();
    ledger.close();
  }
  return { counts: { ...counts, ...ledger.counts() }, wrong };
};

/** Delivers one intent several times at once, and answers the one answer that all of them got. */
const deliver = async (
  { chance, wrong, ledger, senders }: Audit,
  intent: string,
  send: (delivery: string) => Promise<string>,
): Promise<{ readonly answer: string; readonly times: number }> => {
  const times = 1 + chance.below(timesMax);
  const answers = await Promise.all(Array.from({ length: times }, () => send(randomUUID())));
  const [answer = ""] = answers;
  for (const other of answers) {
    ledger.write({ platform: senders.name, intent, outcome: other.includes('"errors"') ? "refused" : "ok" });
    if (other !== answer) wrong.push(`${intent} was answered “${answer}” and “${other}”`);
  }
  return { answer, times };
};

/**
 * Runs one session in which everything comes more than once; answers how many deliveries that took.
 */
const repeatSession = async (audit: Audit, run: Run): Promise<number> => {
  const { senders, opened, wrong, chance } = audit;
  const { words, open } = run;
  const [facilitator = "", ...others] = senders.people;
  const begun = `start-${randomUUID()}`;
  let sent = (await deliver(audit, begun, (at) => senders.start(facilitator, words, begun, at))).times;
  const ongoing = opened.selectFrom("sessions").select("id").where("workspace", "=", senders.workspace);
  const [session, ...more] = await ongoing.where("state", "=", "collecting").execute();
  if (session === undefined || more.length > 0) throw new Error(`${1 + more.length} sessions run after one start`);
  const changes = run === packRun ? [] : await changeInTurn(audit, session.id, open);
  sent += changes.reduce((sum, { times }) => sum + times, 0);
  const asked = { session: session.id, run, edition: changes.length };
  const first = await Promise.all(others.map((person) => respondInTurn(audit, person, asked)));
  const late = chance.shuffle([...changes, ...first.flatMap(({ done }) => done)]);
  sent += first.reduce((sum, { times }) => sum + times, 0);
  const repeatLate = async (): Promise<void> => {
    for (const { intent, answer, send, corrected, shows = false } of late) {
      const again = await deliver(audit, intent, send);
      sent += again.times;
      // Whether a form's first answer is late or meant anew nobody can tell, so it is told that
      // another stands.
      if (corrected && again.answer === answer) wrong.push(`${intent}, corrected since, was acknowledged again`);
      if (!corrected && !shows && again.answer !== answer)
        wrong.push(`${intent}, late: “${again.answer}”, at first: “${answer}”`);
    }
  };
  await repeatLate();
  for (const verb of ["end-round", "reveal", "close"]) {
    const intent = `${verb}-${randomUUID()}`;
    sent += (await deliver(audit, intent, (at) => senders.press(facilitator, `${verb}:${session.id}:1`, intent, at)))
      .times;
  }
  // After the session is over, too, what was acknowledged is acknowledged again.
  await repeatLate();
  wrong.push(...(await check(opened, session.id, first, changes)));
  return sent;
};

type Changed = Sent & { readonly times: number; readonly event: "option-added" | "mended" };

/** People add an option each, and the question gets other words; each several times at once. */
const changeInTurn = async (audit: Audit, session: string, open: boolean): Promise<readonly Changed[]> => {
  const { senders } = audit;
  const done: Changed[] = [];
  const change = async (person: string, token: Token, values: AnswerValues, event: Changed["event"]): Promise<void> => {
    const send = (delivery: string) => senders.submit(person, token, values, delivery);
    done.push({
      intent: token.nonce,
      send,
      corrected: false,
      shows: event === "mended",
      event,
      ...(await deliver(audit, token.nonce, send)),
    });
  };
  const labels = [...startLabels];
  for (const person of senders.people.slice(0, open ? addedMax : 0)) {
    const nonce = randomUUID();
    labels.push(`of ${nonce}`);
    const token = { type: "add-option", nonce, session, round: 1 };
    await change(person, token, { option: `of ${nonce}` }, "option-added");
  }
  const token = { type: "mend", nonce: randomUUID(), session };
  const values = { question: `Which of ${token.nonce}?`, ...(open ? { options: labels.join("\n") } : {}) };
  await change(senders.people[0] ?? "", token, values, "mended");
  return done;
};

type Asked = { readonly session: string; readonly run: Run; readonly edition: number };

type Sent = {
  readonly intent: string;
  readonly answer: string;
  readonly send: (delivery: string) => Promise<string>;
  /** The same form was sent with another answer after it. */
  readonly corrected: boolean;
  /** It is answered with what stands there, which goes on. */
  readonly shows?: boolean;
};
type Responded = { readonly person: string; readonly done: readonly Sent[]; readonly times: number };

/** A person responds and changes the response; each submission comes several times at once. */
const respondInTurn = async (audit: Audit, person: string, { session, run, edition }: Asked): Promise<Responded> => {
  const done: Sent[] = [];
  const added = Array.from(
    { length: Math.max(0, edition - 1) },
    (_, index) => `option-${startLabels.length + 1 + index}`,
  );
  const options = [...run.options, ...added];
  let times = 0;
  for (let form = 0; form < intentsPerPerson; form += 1) {
    const nonce = randomUUID();
    const form: Token = { type: "respond", nonce, session, round: 1, seen: done.length };
    const token = edition === 0 ? form : { ...form, edition };
    const isCorrected = audit.chance.next() < correctedShare;
    const intents = isCorrected ? [nonce, `${nonce} corrected`] : [nonce];
    for (const [index, intent] of intents.entries()) {
      const values = { ...run.answer(options, audit.chance), reason: intent, chance: "75" };
      const send = (delivery: string) => audit.senders.submit(person, token, values, delivery);
      const sent = await deliver(audit, intent, send);
      times += sent.times;
      done.push({ intent, answer: sent.answer, send, corrected: index < intents.length - 1 });
    }
  }
  return { person, done, times };
};

const check = async (
  database: Opened,
  session: string,
  responded: readonly Responded[],
  changes: readonly Changed[],
): Promise<readonly string[]> => {
  const rows = await database.selectFrom("responses").selectAll().where("session", "=", session).execute();
  const events = await database.selectFrom("session_events").selectAll().where("session", "=", session).execute();
  const happened = events.map(({ event }) => z.object({ type: z.string() }).parse(JSON.parse(event)).type);
  const changed = changes.map(({ event }) => event);
  const expected = ["session-started", ...changed, "round-ended", "revealed", "session-closed"];
  return [
    ...(happened.join() === expected.join() ? [] : [`${session}: ${happened.join()}`]),
    ...responded.flatMap(({ person, done }) => {
      const kept = rows
        .filter(({ participant }) => participant === person)
        .toSorted((a, b) => a.revision - b.revision)
        .map(({ answer }) => z.object({ reason: z.string() }).parse(JSON.parse(answer)).reason);
      const intents = done.map(({ intent }) => intent);
      return kept.join() === intents.join() ? [] : [`${person} meant ${intents.join()}; kept is ${kept.join()}`];
    }),
  ];
};
