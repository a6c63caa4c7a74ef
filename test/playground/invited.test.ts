/** Who is asked, in the playground: named as they are called there, and nobody whom it lacks. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { withIds } from "../../adapters/playground/called.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { callChannel, callPerson } from "../../src/text/called.ts";
import { peopleOf, postAs } from "../../testkit/playground/people.ts";
import { startProgram, temporaryFolder } from "../../testkit/process.ts";

test.each([
  ["start x --ask @minji @Alex Rivera, @박지훈", ["minji", "alex", "jihoon"]],
  ["start x --ask @MINJI", ["minji"]],
  ["start x --ask @nobody minji@example.com", []],
])("%s names those who are there", (words, ids) => {
  const found = withIds(words);
  for (const id of ids) expect(found).toContain(callPerson(id));
  expect(found.split(callPerson("").slice(0, 2))).toHaveLength(ids.length + 1);
});

test("a channel is named as well, and a forged mark is none", () => {
  expect(withIds("tell #random")).toBe(`tell ${callChannel("random", "random")}`);
  expect(withIds(`ask ${callPerson("minji")}`)).toBe("ask @minji".replace("@minji", callPerson("minji")));
});

test("the people named respond, and the last of them ends the round", async () => {
  const { roles: say, session } = translatorFor("en").messages;
  const program = await startProgram({ database: join(temporaryFolder(), "workshop.db"), env: {} });
  const people = peopleOf(program.address);
  const id = await people.start("minji", "startup-support-chatbot --ask @priya @김민지 --when-all --reveal");
  const answer = { choice: "rag", reason: "r", confidence: "" };
  const pressed = await people.press("tom", `respond:${id}:1`);
  expect(JSON.stringify(pressed)).toContain(say.refusals.notAsked);
  await people.respond("minji", id, answer);
  await people.respond("priya", id, answer);
  await expect.poll(() => people.reads("tom"), { timeout: 15_000 }).toContain(session.revealTitle);
  const form = await people.say("minji", "/workshop start");
  const values = { activity: "startup-support-chatbot", language: "en", invited: ["nobody"] };
  expect((await postAs(program.address, "minji", "submit", { token: form.form?.token, values })).status).toBe(400);
  await program.stop();
});
