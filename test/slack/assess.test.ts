/** An assessment in Slack, from the project's form to the reveal, five people step by step. */
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { translatorFor } from "../../src/i18n/translator.ts";
import { filledByLabel, projectByLabel, toldOfAll } from "../../testkit/assessment-story.ts";
import type { Person } from "../../testkit/slack/people.ts";
import { openSlackWorld } from "../../testkit/slack/world.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

/** The labels of the inputs of the dialog that stands open. */
const labelsOf = (person: Person): readonly string[] =>
  inputs.parse(person.view()?.blocks).flatMap(({ label }) => label?.text ?? []);

const inputs = z.array(z.looseObject({ label: z.looseObject({ text: z.string() }).optional() }));

test.each(["ko", "en"] as const)("in %s", async (language) => {
  const t = translatorFor(language);
  const { session: say, assessment } = t.messages;
  const world = await openSlackWorld({ locale: language, people: 5 });
  closers.push(world.close);
  const { people } = world;
  const [fay, ann] = people;
  if (fay === undefined || ann === undefined) throw new Error("Five people are needed");
  await fay.command(language === "ko" ? "진단" : "assess");
  await fay.submit(projectByLabel(t));
  await until(fay.reads, say.controls.title);
  for (const [index, person] of people.entries()) {
    await person.press(say.respond);
    for (let step = 1; step < 6; step += 1) {
      const answered = await person.submit(filledByLabel(labelsOf(person), index, t));
      expect(answered.body, JSON.stringify(answered.body)).toMatchObject({ response_action: "update" });
      // Closed and opened again, it goes on where it was left.
      if (index === 0 && step === 2) await person.press(say.respond);
    }
    const last = await person.submit(filledByLabel(labelsOf(person), index, t));
    expect(JSON.stringify(last.body)).toContain(say.recorded.first);
  }
  await until(ann.reads, say.responded({ count: people.length }));
  expect(ann.reads()).not.toContain("because 0");
  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, `\n${say.controls.verbs.reveal}\n`);
  await fay.press(say.controls.verbs.reveal);
  for (const told of toldOfAll(t)) await until(ann.reads, told);
  await until(ann.reads, "because 4");
  expect(ann.reads()).toContain(assessment.factVerdicts["not-so"]);
});
