/**
 * A form that is sent again, as each platform sends it: the same is answered as at first, other
 * values correct it, and what they corrected changes nothing when it comes late.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDatabase } from "../../audit/read-database.ts";
import { playgroundSenders, type Senders, slackSenders, teamsSenders } from "../../audit/repeat-senders.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { openSlackServer, type SlackServer } from "../../testkit/slack/server.ts";
import { openTeamsServer, type TeamsServer } from "../../testkit/teams/server.ts";

const { sentAgain } = translatorFor("en").messages.commands.refusals;
const { stale } = translatorFor("en").messages.session.mending;

let program: Program;
let slack: SlackServer;
let teams: TeamsServer;
let opened: Awaited<ReturnType<typeof readDatabase>>;

beforeAll(async () => {
  [slack, teams] = [await openSlackServer(3), await openTeamsServer(3)];
  const database = join(temporaryFolder(), "workshop.db");
  const env = { HOST: "127.0.0.1", WORKSHOP_PLAYGROUND: "1", TEAMS_LOCAL: "1", ...slack.env };
  program = await startProgram({ database, env });
  opened = await readDatabase(database);
});
afterAll(async () => {
  await program.stop();
  await opened.destroy();
  await slack.close();
  await teams.close();
});

const platforms: readonly (readonly [name: string, senders: () => Senders])[] = [
  ["Slack", () => slackSenders(slack, program.address)],
  ["Teams", () => teamsSenders(teams, program.address)],
  ["the playground", () => playgroundSenders(program.address)],
];

const startIn = async ({ start, workspace }: Senders, person: string, words: string): Promise<string> => {
  await start(person, words, randomUUID(), randomUUID());
  const query = opened.selectFrom("sessions").select("id").where("workspace", "=", workspace);
  return (await query.where("state", "=", "collecting").orderBy("started_at", "desc").executeTakeFirstOrThrow()).id;
};

/** One after the other, each delivered anew; answers what was told each time. */
const sendEach = async (
  send: (value: string, delivery: string) => Promise<string>,
  ...values: readonly string[]
): Promise<readonly string[]> => {
  const told: string[] = [];
  for (const value of values) told.push(await send(value, randomUUID()));
  return told;
};

describe.each(platforms)("in %s", (_, sendersOf) => {
  test("a response and a decision", async () => {
    const senders = sendersOf();
    const [fay = "", ann = ""] = senders.people;
    const session = await startIn(senders, fay, "start startup-support-chatbot");
    const form = { type: "respond", nonce: randomUUID(), session, round: 1, seen: 0 } as const;
    const respond = (choice: string, delivery: string) =>
      senders.submit(ann, form, { choice, reason: `for ${choice}`, chance: "75" }, delivery);
    const responses = await sendEach(respond, "rag", "rag", "hybrid", "hybrid", "rag");
    expect(responses[1]).toBe(responses[0]);
    expect(responses[2]).not.toBe(responses[0]);
    expect(responses[3]).toBe(responses[2]);
    expect(responses[4]).toContain(sentAgain);
    const kept = opened.selectFrom("responses").select(["answer", "revision"]).where("session", "=", session);
    const answers = (await kept.orderBy("revision").execute()).map(({ answer }) => JSON.parse(answer).choice);
    expect(answers).toEqual(["rag", "hybrid"]);

    for (const verb of ["end-round", "reveal"])
      await senders.press(fay, `${verb}:${session}:1`, randomUUID(), randomUUID());
    const nonce = randomUUID();
    const decide = (text: string, delivery: string) =>
      senders.submit(fay, { type: "record-decision", nonce, session }, { text }, delivery);
    const decisions = await sendEach(decide, "We take RAG", "We take RAG", "We take both", "We take RAG");
    expect(decisions[1]).toBe(decisions[0]);
    expect(decisions[3]).toContain(sentAgain);
    const events = await opened.selectFrom("session_events").select("event").where("session", "=", session).execute();
    const recorded = events.map(({ event }) => JSON.parse(event)).filter(({ type }) => type === "decision-recorded");
    expect(recorded.map(({ decision }) => decision.text)).toEqual(["We take RAG", "We take both"]);
  });

  test("an option that is added, and a response that it comes between", async () => {
    const senders = sendersOf();
    const [fay = "", ann = "", bob = ""] = senders.people;
    const session = await startIn(senders, fay, 'ask "Which?" "one" "two" --open');
    const adding = { type: "add-option", nonce: randomUUID(), session, round: 1 } as const;
    const add = (option: string, delivery: string) => senders.submit(ann, adding, { option }, delivery);
    const told = await sendEach(add, "three", "three");
    expect(told[1]).toBe(told[0]);
    const events = opened.selectFrom("session_events").select("event").where("session", "=", session);
    const types = (await events.orderBy("sequence").execute()).map(({ event }) => JSON.parse(event).type);
    expect(types).toEqual(["session-started", "option-added"]);
    // A form that was opened before the option came is shown it first, whatever it says.
    const form = { type: "respond", nonce: randomUUID(), session, round: 1, seen: 0 } as const;
    const answer = { choice: "option-1", reason: "for one", chance: "75" };
    expect(await senders.submit(bob, form, answer, randomUUID())).toContain(stale);
    await senders.submit(bob, { ...form, edition: 1 }, answer, randomUUID());
    const kept = await opened.selectFrom("responses").select("answer").where("session", "=", session).execute();
    expect(kept.map((row) => JSON.parse(row.answer).reason)).toEqual(["for one"]);
  });
});
