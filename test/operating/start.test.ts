/**
 * What earlier versions left in the database can't keep the program from starting, nor from serving
 * everybody else.
 */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test, vi } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type PlaygroundPeople, peopleOf } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
});

const start = async (database: string): Promise<Program & { readonly people: PlaygroundPeople }> => {
  const program = await startProgram({ database });
  programs.push(program);
  return { ...program, people: peopleOf(program.address) };
};

const sheet = {
  present_approach: "Fine-tuning",
  present_cost: "4,200",
  present_performance: "85",
  alternative_approach: "RAG",
  expected_cost: "2100",
  expected_performance: "85",
};

/** What a pack could say before formulas had rules. */
const endless = `"${"a".repeat(40)}b".matches("^(a+)+$") ? 1.0 : 2.0`;

test("a formula without end, and content that no longer opens, are in the database; it starts and tells", async () => {
  const database = join(temporaryFolder(), "workshop.db");
  const before = await start(database);
  const worksheet = await before.people.start("minji", "cost-analysis");
  await before.people.respond("minji", worksheet, sheet);
  await before.people.press("minji", `end-round:${worksheet}:1`);
  await before.people.press("minji", `reveal:${worksheet}:1`);
  await vi.waitFor(async () => expect(await before.people.reads("minji")).toContain("2 times"), 10_000);
  const lost = await before.people.start("minji", "legal-contract-analysis");
  await before.stop();

  const file = new Sqlite(database);
  file
    .prepare("update sessions set activity = json_set(activity, '$.content.computed[0].formula', ?) where id = ?")
    .run(endless, worksheet);
  file.prepare("update sessions set activity = json_set(activity, '$.kind', 'gone') where id = ?").run(lost);
  file.prepare("update cards set wanted = wanted + 1").run();
  file.close();

  const { address, people } = await start(database);
  expect((await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) })).status).toBe(200);
  await vi.waitFor(async () => expect(await people.reads("minji")).not.toContain("2 times"), 10_000);
  const { "not-drawable": told } = translatorFor("en").messages.session.undelivered;
  await vi.waitFor(async () => expect(await people.reads("minji")).toContain(told), 30_000);
  expect(await people.reads("jihoon")).not.toContain(told);
}, 60_000);
