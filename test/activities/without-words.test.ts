/** An answer without its words: nothing that was written is left, and it is counted as before. */
import { expect, test } from "vitest";
import { roiContent } from "../../src/activities/roi/content.ts";
import { exampleOf } from "../../src/activities/roi/figures.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { shipped } from "../../testkit/shipped.ts";

const t = translatorFor("en");
const secret = "something only I would say";

const costs = { present_cost: "4200", present_performance: "85", expected_cost: "2100", expected_performance: "85" };

/**
 * What a participant fills in, with words wherever they may be written; and what the reveal counts
 * of it.
 */
const filled: readonly (readonly [id: string, draft: Readonly<Record<string, unknown>>, counted: string])[] = [
  ["startup-support-chatbot", { choice: "rag", reason: secret, chance: "80" }, "3 (100%)"],
  ["which-approach", { "node-simple-prompt": "yes", why: secret }, "Prompt engineering (3"],
  ["fine-tuning-future", { position: secret }, "3 people took part"],
  ["cost-analysis", { ...costs, present_approach: secret, alternative_approach: secret }, "2 times"],
];

test.each(filled)("%s keeps what was chosen alone", async (id, draft, counted) => {
  const { open } = await shipped(id);
  const checked = open.check(draft, t);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked));
  const bare = open.withoutWords(checked.answer);
  expect(JSON.stringify(checked.answer)).toContain(secret);
  expect(JSON.stringify(bare)).not.toContain(secret);
  const responses = (answer: unknown) =>
    ["ann", "bob", "cho"].map((participant) => ({ round: 1, participant, revision: 1, answer, at: 0 }));
  const reveal = (answer: unknown, anonymous: boolean): string =>
    plainCard({
      title: [],
      blocks: open.reveal({ session: "s", anonymous, discussion: false, round: 1, responses: responses(answer) }, t),
    });
  for (const anonymous of [false, true]) {
    expect(reveal(checked.answer, anonymous)).toContain(secret);
    expect(reveal(bare, anonymous)).not.toContain(secret);
    expect(reveal(bare, anonymous)).toContain(counted);
  }
  const collected = { session: "s", anonymous: false, discussion: false, round: 1, responses: responses(bare) };
  expect(open.bareReasons(collected).shown).toEqual([]);
});

test("a checklist keeps the verdicts and loses the notes", async () => {
  const { open } = await shipped("before-fine-tuning");
  const fields = open.form({}, t).fields;
  const draft = Object.fromEntries(fields.map(({ id, type }) => [id, type === "choice" ? "yes" : secret]));
  const checked = open.check(draft, t);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked));
  expect(Object.values(open.draftOf(checked.answer))).toContain(secret);
  expect(open.draftOf(open.withoutWords(checked.answer))).toEqual(
    Object.fromEntries(fields.flatMap(({ id, type }) => (type === "choice" ? [[id, "yes"]] : []))),
  );
});

test("what holds figures alone stays as it is", async () => {
  const { open, content } = await shipped("approach-roi");
  const answer = exampleOf(roiContent.parse(content));
  expect(open.withoutWords(answer)).toEqual(answer);
});
