/** An assessment in Teams, from the project's form to the reveal, five people step by step. */
import { afterEach, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { filledByLabel, projectByLabel, toldOfAll } from "../../testkit/assessment-story.ts";
import { partsIn } from "../../testkit/teams/adaptive-cards.ts";
import type { TeamsPerson } from "../../testkit/teams/people.ts";
import { openTeamsWorld } from "../../testkit/teams/world.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

/** The labels of what can be filled in on the newest card with a form. */
const labelsOf = (person: TeamsPerson): readonly string[] => {
  const forms = person.cards().filter((card) => partsIn(card).some(({ verb }) => verb === "submit"));
  return partsIn(forms.at(-1)).flatMap(({ type, label }) => (type.startsWith("Input.") ? [String(label)] : []));
};

test.each(["ko", "en"] as const)("in %s", async (language) => {
  const t = translatorFor(language);
  const { session: say, assessment, commands } = t.messages;
  const world = await openTeamsWorld({ locale: language, people: 5 });
  closers.push(world.close);
  const people = [0, 1, 2, 3, 4].map((index) => world.person(index));
  const [fay, ann] = people;
  if (fay === undefined || ann === undefined) throw new Error("Five people are needed");
  await fay.say(language === "ko" ? "진단" : "assess");
  await until(fay.reads, assessment.title);
  await fay.press(assessment.title);
  const marked = Object.fromEntries(
    Object.entries(projectByLabel(t)).map(([label, value]) => [
      labelsOf(fay).find((one) => one.replace(/ \*$/u, "") === label) ?? label,
      value,
    ]),
  );
  await fay.press(commands.startForm.submit, marked);
  await until(fay.reads, say.controls.title);
  for (const [index, person] of people.entries()) {
    await person.press(say.respond);
    for (let step = 1; step < 6; step += 1)
      await person.press(say.responseForm.next, filledByLabel(labelsOf(person), index, t));
    const told = await person.press(say.responseForm.submit, filledByLabel(labelsOf(person), index, t));
    expect(told).toContain(say.recorded.first);
  }
  await until(ann.reads, say.responded({ count: people.length }));
  expect(ann.reads()).not.toContain("because 0");
  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, `[${say.controls.verbs.reveal}]`);
  await fay.press(say.controls.verbs.reveal);
  await fay.press(say.controls.verbs.reveal).catch(() => undefined);
  for (const told of toldOfAll(t)) await until(ann.reads, told);
  await until(ann.reads, "because 4");
  expect(world.server.mistakes).toEqual([]);
});
