/**
 * Forgetting a person while the program runs: no byte of the database names them or says what they
 * wrote, and the sums are as before.
 */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { teamsTables } from "../../adapters/teams/tables.ts";
import { openFrozen } from "../../src/activities/kinds.ts";
import { randomIds } from "../../src/clock.ts";
import { adapters } from "../../src/main.ts";
import { endLeaderless } from "../../src/requests/forget-person.ts";
import { hashPerson } from "../../src/requests/participant.ts";
import { textOf } from "../../src/search/session-text.ts";
import { forgottenPerson, isForgotten } from "../../src/session/forgotten.ts";
import { findText } from "../../src/store/find-text.ts";
import { type Forgotten, forgetInRows } from "../../src/store/forget.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { type PlaygroundPeople, peopleOf } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import type { World } from "../../testkit/world.ts";
import { openWorlds } from "../../testkit/worlds.ts";

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
});

const forgetByCommand = (database: string, person: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DATABASE_URL: `file:${database}` };
    execFile(process.execPath, ["src/main.ts", "forget", "playground", person], { env }, (fault, stdout, stderr) =>
      fault === null ? resolve(stdout) : reject(new Error(stdout + stderr)),
    );
  });

const bytesOf = (database: string): string =>
  [database, `${database}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file).toString("latin1"))
    .join("\n");

const secrets = ["what Sora thinks at first", "what Sora thinks then", "an anonymous thought", "hello from Sora"];

/** Sora starts, responds, talks, is named as the decision's owner, and has a schedule. */
const live = async (people: PlaygroundPeople): Promise<void> => {
  const session = await people.start("sora", "startup-support-chatbot --discuss");
  const respond = (person: string, choice: string, reason: string, round: number): Promise<void> =>
    people.respond(person, session, { choice, reason, chance: "80" }, round);
  await respond("sora", "fine-tuning", secrets[0] ?? "", 1);
  await respond("alex", "rag", "kept of Alex", 1);
  for (const verb of ["end-round", "discuss", "vote-again"]) await people.press("sora", `${verb}:${session}:1`);
  await respond("sora", "rag", secrets[1] ?? "", 2);
  await respond("alex", "rag", "kept of Alex", 2);
  for (const verb of ["end-round", "reveal"]) await people.press("sora", `${verb}:${session}:2`);
  await people.fillIn("sora", `ask-decision:${session}:2`, { text: "We take RAG", owner: "sora" });
  const anonymous = await people.start("alex", "startup-support-chatbot --anonymous");
  await people.respond("sora", anonymous, { choice: "rag", reason: secrets[2] });
  await people.say("sora", secrets[3] ?? "");
  await people.say("sora", "/workshop schedule weekly mon 10:00 --from discussion");
  await people.start("sora", "medical-diagnosis-assistant");
};

test("nothing in the file or its log names the person or holds what they wrote, sums and shifts stay, and the program goes on", async () => {
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({ database });
  programs.push(program);
  const people = peopleOf(program.address);
  await live(people);
  await expect.poll(() => people.reads("alex"), { timeout: 60_000 }).toContain("We take RAG");
  for (const word of ["sora", ...secrets]) expect(bytesOf(database)).toContain(word);

  const said = await forgetByCommand(database, "sora");
  expect(said).toContain("Responses that lost name and words, or were withdrawn: 3.");
  expect(said).toContain(
    "Schedules of theirs that were deleted: 1. Sessions that were ended since nobody else leads them: 1.",
  );
  for (const word of ["sora", ...secrets]) expect(bytesOf(database)).not.toContain(word);

  // Whatever anyone does next has the cards drawn anew.
  await people.say("alex", "/workshop start legal-contract-analysis");
  const room = async (): Promise<string> => people.reads("alex");
  await expect.poll(room, { timeout: 60_000 }).toContain("1 person moved: Fine-tuning → RAG over the FAQ");
  await expect.poll(room, { timeout: 60_000 }).toContain("a removed person");
  const seen = await room();
  expect(seen).toContain("2 (100%)");
  expect(seen).toContain("kept of Alex");
  expect(seen).toContain("We take RAG");
  expect(seen.replace(/^.*?"messages"/s, "")).not.toContain("sora");
  expect(await program.stop()).toBe(0);
  for (const word of ["sora", ...secrets]) expect(bytesOf(database)).not.toContain(word);
});

describe.each(everyDatabase)("in the rows of $name", (databases) => {
  const open = openWorlds(databases);
  const forgetIn = (world: World, person: string, workspace = "w1"): Promise<Forgotten> =>
    forgetInRows(world.opened.database, {
      workspace,
      person,
      pseudonym: () => forgottenPerson(randomIds.next()),
      participantIn: (key) => hashPerson(person, key),
      withoutWords: (activity, answer) => openFrozen(activity).withoutWords(answer),
      textOf,
      records: adapters.map(({ records }) => records),
      at: world.clock.now(),
    });

  test("only that person of that workspace is forgotten, whatever letters their id has", async () => {
    const world = await open();
    const session = await world.start("fay", "start startup-support-chatbot");
    for (const person of ["a_n%", "axnb", 'q"\\'])
      await world.respond(person, session, { choice: "rag", reason: `of ${person}` });
    expect((await forgetIn(world, "a_n%", "w2")).sessions).toEqual([]);
    expect((await forgetIn(world, "a_n%")).responses).toBe(1);
    expect((await forgetIn(world, 'q"\\')).responses).toBe(1);
    const kept = await world.opened.store.in("w1").loadResponses(session.id);
    expect(kept.map(({ participant }) => isForgotten(participant) || participant)).toEqual(["axnb", true, true]);
    expect(kept.map(({ answer }) => answer)).toEqual(
      ["of axnb", "", ""].map((reason) => ({ choice: "rag", reason, chance: null })),
    );
    expect(await findText(world.opened.database, 'q"\\')).toEqual([]);
  });

  test("who added an option stands beside it no longer; the option stays", async () => {
    const world = await open();
    const session = await world.start("fay", 'ask "Which?" "a" "b" --open');
    const purpose = { type: "add-option", nonce: "nonce-of-ann", session: session.id, round: 1 };
    await world.workshop.submit(world.origin("ann"), purpose, { option: "c" });
    expect((await world.session(session.id)).changes.traces).toMatchObject([{ by: "ann", label: "c" }]);
    await forgetIn(world, "ann");
    const [trace] = (await world.session(session.id)).changes.traces;
    expect(trace).toMatchObject({ label: "c" });
    expect(isForgotten(trace?.by ?? "")).toBe(true);
    expect(await findText(world.opened.database, "ann")).toEqual([]);
  });

  test("a change that was decided before is decided anew, and a session that another leads goes on", async () => {
    const world = await open();
    const session = await world.start("fay", "start startup-support-chatbot");
    const token = await world.workshop.press(world.origin("fay"), `ask-add-facilitator:${session.id}:1`);
    if (token.type !== "form") throw new Error("A form was asked for");
    await world.workshop.submit(world.origin("fay"), token.form.token, { person: "gus" });
    const before = await world.session(session.id);
    const { sessions } = await forgetIn(world, "fay");
    const change = { session: session.id, events: [{ type: "session-cancelled" }], after: before, notes: [] } as const;
    const guard = { type: "revision", session: session.id, revision: before.revision } as const;
    const store = world.opened.store.in("w1");
    expect(
      await store.commit({ ...change, guard, intent: { name: "late", person: "fay", corrects: null }, at: 1 }),
    ).toEqual({ type: "stale" });
    expect(await endLeaderless({ store: world.opened.store, clock: world.clock }, "w1", sessions)).toBe(0);
    expect(await world.press("fay", session, "end-round")).toMatchObject({ type: "refused", code: "not-facilitator" });
    expect(await world.press("gus", session, "end-round")).toEqual({ type: "done" });
    expect((await world.session(session.id)).state).toBe("ended");
    expect(await findText(world.opened.database, "fay")).toEqual([]);
  });

  test("what they wrote is found no more, nor what they saw to; what others wrote is", async () => {
    const world = await open();
    const session = await world.start("fay", "start startup-support-chatbot");
    for (const [person, reason] of [
      ["ann", "the okapi"],
      ["bob", "the giraffe"],
    ] as const)
      await world.respond(person, session, { choice: "rag", reason });
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
    const asked = await world.press("fay", session, "ask-decision");
    if (asked.type !== "form") throw new Error("A form was asked for");
    await world.workshop.submit(world.origin("fay"), asked.form.token, { text: "RAG", owner: "ann" });
    const finds = async (words: string): Promise<boolean> =>
      JSON.stringify(await world.workshop.run(world.origin("fay"), `find ${words}`)).includes(session.id);
    expect([await finds("okapi"), await finds("giraffe")]).toEqual([true, true]);
    await forgetIn(world, "ann");
    expect([await finds("okapi"), await finds("giraffe")]).toEqual([false, true]);
    const kept = await world.opened.database.selectFrom("session_texts").selectAll().execute();
    expect(kept).toMatchObject([{ owner: null, decided: 1 }]);
    expect(JSON.stringify(kept)).not.toContain("okapi");
  });

  test("they are reminded no more, and whose id ends like theirs still is", async () => {
    const world = await open();
    world.platform.members = ["ann", "team/ann"].map((person) => ({ person, zone: "America/New_York" }));
    const session = await world.start("fay", "start startup-support-chatbot");
    const asked = await world.press("fay", session, "ask-reminder");
    if (asked.type !== "form") throw new Error("A form was asked for");
    await world.workshop.submit(world.origin("fay"), asked.form.token, { at: "4h" });
    world.clock.advance(4 * 3_600_000);
    await world.workshop.runDue();
    await forgetIn(world, "ann");
    world.clock.advance(12 * 3_600_000);
    await world.workshop.runDue();
    expect(world.platform.told.map((line) => line.split(":")[0])).toEqual(["team/ann"]);
  });

  test("Teams no longer knows how to reach them alone, nor what they pressed", async () => {
    const world = await open();
    const database = teamsTables(world.opened.database);
    const chat = { workspace: "w1", kind: "personal", service_url: "https://s", bot: "28:b", team: null } as const;
    for (const person of ["eva", "bob"]) {
      const id = `a:1-${person}`;
      await database
        .insertInto("teams_conversations")
        .values({ ...chat, id, person })
        .execute();
      const sent = { workspace: "w1", conversation: id, message: "1", channel: "19:c" };
      await database.insertInto("teams_private_messages").values(sent).execute();
      for (const meant of [
        { intent: "press/n/a", person },
        { intent: `said/${id}/7`, person: "" },
      ])
        await database
          .insertInto("intents")
          .values({ workspace: "w1", ...meant, revision: 1, round: null, session: "s" })
          .execute();
    }
    await forgetIn(world, "eva");
    const left = await Promise.all(
      (["teams_conversations", "teams_private_messages", "intents"] as const).map((table) =>
        database.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(left.map((rows) => rows.length)).toEqual([1, 1, 2]);
    expect(JSON.stringify(left)).not.toContain("eva");
  });

  test("in an anonymous session that isn't revealed their response is withdrawn, since without words it would give its choice away", async () => {
    const world = await open();
    const session = await world.start("fay", "start startup-support-chatbot --anonymous");
    for (const person of ["ann", "bob"])
      await world.respond(person, session, { choice: "rag", reason: `of ${person}` });
    expect((await forgetIn(world, "ann")).responses).toBe(1);
    const kept = await world.opened.store.in("w1").loadResponses(session.id);
    expect(kept.map(({ answer }) => answer)).toEqual([{ choice: "rag", reason: "of bob", chance: null }]);
  });
});
