/** Discussion prompts: what is asked, and how it closes. */
import { expect, test } from "vitest";
import { discussion } from "../../src/activities/discussion/kind.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { contentOf, shipped } from "../../testkit/shipped.ts";

const en = translatorFor("en");
const ko = translatorFor("ko");
const given = (positions: readonly (string | null)[], anonymous = false) => ({
  session: "s",
  anonymous,
  discussion: false,
  round: 1,
  responses: positions.map((position, index) => ({
    round: 1,
    participant: `p${index}`,
    revision: 1,
    at: 0,
    answer: { position },
  })),
});

test("the reveal shows the prompt, every position with its name, and what to take along", async () => {
  const { open } = await shipped("rag-or-tools");
  const card = plainCard({ title: words(""), blocks: open.reveal(given(["RAG for the FAQ"]), en) });
  for (const part of ["which fits which", "“RAG for the FAQ” — @p0", "Many systems need both"])
    expect(card).toContain(part);
  const anonymous = plainCard({ title: words(""), blocks: open.reveal(given(["a1", "b2", "c3"], true), ko) });
  expect(anonymous).toContain("b2");
  expect(anonymous).not.toContain("@p");
  expect(plainCard({ title: words(""), blocks: open.reveal(given(["a1", "b2"], true), en) })).not.toContain("b2");
  expect(plainCard({ title: words(""), blocks: open.reveal(given([]), en) })).toContain("Nobody responded");
});

test("a long list is cut with the number left out, and shown whole on request", async () => {
  const { open } = await shipped("rag-or-tools");
  const many = given(Array.from({ length: 13 }, (_, index) => `position ${index}`));
  expect(plainCard({ title: words(""), blocks: open.reveal(many, en) })).toContain("and 3 more positions");
  expect(plainCard({ title: words(""), blocks: open.allReasons(many, en) })).toContain("position 12");
});

test.each([
  ["", en.messages.discussion.givePosition],
  ["   ", en.messages.discussion.givePosition],
  ["x".repeat(501), en.messages.discussion.positionTooLong({ over: 1, max: 500 })],
])("the position %j is a mistake at its field", async (position, sentence) => {
  const { open } = await shipped("rag-or-tools");
  expect(open.check({ position }, en)).toEqual({ type: "mistakes", mistakes: { position: sentence } });
});

test("a prompt without positions asks nothing and counts who took part", () => {
  const text = { en: "T", ko: "글" };
  const open = discussion.open({ title: text, prompt: text, asksPosition: false }, {});
  expect(open.form({}, en).fields).toEqual([]);
  expect(open.check({}, en)).toEqual({ type: "answer", answer: { position: null } });
  const card = plainCard({ title: words(""), blocks: open.reveal(given([null, null]), en) });
  expect(card).toContain("2 people took part");
});

test.each([
  ["fine-tuning-alternatives", ["weighing fine-tuning", "alternative", "파인튜닝을 고민"]],
  ["rag-or-tools", ["RAG or tool use", "which situation", "어떤 상황"]],
  ["fine-tuning-future", ["over for good", "particular fields", "특정 분야"]],
])("the shipped %s asks its question", async (id, facts) => {
  for (const fact of facts) expect(await contentOf(id)).toContain(fact);
});
