/**
 * What shows the playground to whoever is alone, forged: it acts where it says it does alone, and
 * what those answer who aren't there is as unseen as anybody's answer.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { type PlaygroundPeople, peopleOf, postAs } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const { sayings } = playgroundMessages("en").demo;

let program: Program;
let people: PlaygroundPeople;
beforeAll(async () => {
  program = await startProgram({
    database: join(temporaryFolder(), "workshop.db"),
    env: { LOG_LEVEL: "trace", WORKSHOP_PLAYGROUND: "1" },
  });
  people = peopleOf(program.address);
});
afterAll(async () => {
  expect(await program.stop()).toBe(0);
});

const show = (body: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
  postAs(program.address, "minji", "show", { intent: randomUUID(), ...body }, headers);

const started = async (words: string): Promise<string> => people.start("minji", `${words} --demo`);

/** What is said for any of the options, as far as it holds none of its words. */
const saidOf = (): readonly string[] => sayings.map((say) => say({ option: undefined }).slice(0, 25));

test.each([
  { what: "everything" },
  { what: ["example"] },
  { what: "example", person: "nobody" },
  { what: "example", channel: "elsewhere" },
  { what: "example", intent: "" },
  { what: "example", intent: { a: 1 } },
  { what: "example", language: "xx" },
  {},
])("%j is refused, and nothing is shown", async (body) => {
  const before = await people.messages("minji");
  expect((await show(body)).status).toBe(400);
  expect(await people.messages("minji")).toEqual(before);
});

test("a page of another origin shows nothing and takes nothing away", async () => {
  expect((await show({ what: "no-example" }, { origin: "https://evil.example" })).status).toBe(403);
});

test("the example is run once, and taking it away takes nothing else", async () => {
  await started("startup-support-chatbot");
  // Cards go on being drawn.
  const idsOf = async () => (await people.messages("minji")).map((one) => /"id":"(\w+)"/.exec(one)?.[1]);
  const before = await idsOf();
  for (let time = 0; time < 3; time += 1) expect((await show({ what: "example" })).status).toBe(200);
  const roots = (await people.messages("minji")).filter((one) => /"channel":"example","thread":null/.test(one));
  expect(roots).toHaveLength(1);
  expect((await show({ what: "no-example", channel: "random" })).status).toBe(200);
  expect(await idsOf()).toEqual(before);
});

test("what those answer who aren't there is unseen until the reveal, in every window and in the log", async () => {
  const session = await started("legal-contract-analysis --discuss");
  const look = async (): Promise<void> => {
    for (const person of ["minji", "jihoon", "alex"]) {
      const read = (await people.messages(person)).filter((one) => one.includes(session)).join("\n");
      for (const said of saidOf()) expect(read).not.toContain(said);
    }
    for (const said of saidOf()) expect(program.output()).not.toContain(said);
  };
  await look();
  await people.press("minji", `end-round:${session}:1`);
  await look();
});

test("a press that is refused has nobody answer: whoever doesn't facilitate can't fill in for those who are there", async () => {
  const session = await started("shop-recommendation --discuss");
  for (const verb of ["end-round", "discuss", "vote-again"]) await people.press("minji", `${verb}:${session}:1`);
  expect((await people.press("jihoon", `vote-again:${session}:1`)).type).toBe("refused");
  const own = z.looseObject({ form: z.looseObject({ fields: z.array(z.looseObject({ id: z.string() })) }) });
  const asked = own.parse(await people.press("minji", `respond:${session}:2`));
  const reason = asked.form.fields.find(({ id }) => id === "reason");
  for (const said of saidOf()) expect(String(reason?.value ?? "")).not.toContain(said);
});
