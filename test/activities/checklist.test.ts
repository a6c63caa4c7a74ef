/** Checklists: what a form takes, what a person is told alone, and what the team sees. */
import { expect, test } from "vitest";
import type { CollectedSession, OpenActivity } from "../../src/activities/open-activity.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { contentOf, shipped } from "../../testkit/shipped.ts";
import { openWorld } from "../../testkit/world.ts";

const en = translatorFor("en");
const ko = translatorFor("ko");
const items = async (id: string): Promise<readonly string[]> =>
  (await shipped(id)).open.form({}, en).fields.flatMap((field) => (field.type === "choice" ? [field.id] : []));

/** Answers by letters: y, n or u for each item in order. */
const drafted = async (id: string, letters: string): Promise<Record<string, string>> => {
  const verdicts = new Map([
    ["y", "yes"],
    ["n", "no"],
    ["u", "unsure"],
  ]);
  return Object.fromEntries(
    (await items(id)).map((field, index) => [field, verdicts.get(letters[index] ?? "") ?? ""] as const),
  );
};

const answered = (open: OpenActivity, draft: Readonly<Record<string, unknown>>): unknown => {
  const checked = open.check(draft, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  return checked.answer;
};

const revealed = async (
  id: string,
  all: readonly string[],
  { anonymous = false, notes = {} }: { anonymous?: boolean; notes?: Readonly<Record<string, string>> } = {},
): Promise<string> => {
  const { open } = await shipped(id);
  const responses = await Promise.all(
    all.map(async (letters, index) => ({
      round: 1,
      participant: `p${index}`,
      revision: 1,
      at: 0,
      answer: answered(open, { ...(await drafted(id, letters)), ...(index === 0 ? notes : {}) }),
    })),
  );
  const session: CollectedSession = { session: "s", anonymous, discussion: false, round: 1, responses };
  return plainCard({ title: words(""), blocks: open.reveal(session, en) });
};

test.each([
  ["all eight yes", ["yyyyyyyy", "yyyyyyyy"], "fine-tuning may be considered", "speak against"],
  ["one no by a majority", ["nyyyyyyy", "nyyyyyyy", "yyyyyyyy"], "speak against fine-tuning", "may be considered"],
  ["half is no majority", ["nyyyyyyy", "yyyyyyyy"], "speak against fine-tuning", "may be considered"],
])("what follows for the team: %s", async (_, all, expected, absent) => {
  const card = await revealed("before-fine-tuning", all);
  expect(card).toContain(expected);
  expect(card).not.toContain(absent);
});

test("the items the team disagrees on come first, the most open one at the top; counts stand beside each", async () => {
  const card = await revealed("before-fine-tuning", ["yyynyyyu", "yyyyyyyn", "yyyyyyyy"]);
  const [open = "", agreed = ""] = card.split("Agreed");
  expect(open).toMatch(
    /Item \| Yes \| No \| Not sure\n.*decisive for the business \| 1 \| 1 \| 1\n.*specific to our domain \| 2 \| 1 \| 0/,
  );
  expect(agreed).toMatch(/RAG can’t solve the problem \| 3 \| 0 \| 0/);
});

test("each yes points to its alternative; none yes says so", async () => {
  const card = await revealed("alternatives-first", ["nyn", "nyn"]);
  expect(card).toContain("Tool use: let the model call");
  expect(card).not.toContain("RAG: retrieve");
  expect(await revealed("alternatives-first", ["nnu", "nnn"])).toContain("None of the alternatives fits");
});

test("notes stand with names, without them when anonymous; too few anonymous responses show nothing", async () => {
  const notes = { "note-rag": "policies change weekly" };
  expect(await revealed("alternatives-first", ["yyy"], { notes })).toMatch(/“policies change weekly” — @p0/);
  const anonymous = await revealed("alternatives-first", ["yyy", "yyy", "yyy"], { notes, anonymous: true });
  expect(anonymous).toContain("policies change weekly");
  expect(anonymous).not.toContain("@p0");
  const few = await revealed("alternatives-first", ["yyy", "yyy"], { notes, anonymous: true });
  expect(few).toContain("fewer than three");
  expect(few).not.toContain("policies");
});

test("missing answers and long notes are mistakes at their fields", async () => {
  const { open } = await shipped("alternatives-first");
  const say = ko.messages.checklist;
  expect(open.check({ "verdict-rag": "yes", "verdict-hybrid": "maybe", "note-rag": "x".repeat(301) }, ko)).toEqual({
    type: "mistakes",
    mistakes: {
      "verdict-tool-use": say.answerEach,
      "verdict-hybrid": say.answerEach,
      "note-rag": say.noteTooLong({ over: 1, max: 300 }),
    },
  });
  const draft = { ...(await drafted("alternatives-first", "ynu")), "note-rag": "why" };
  expect(open.draftOf(answered(open, draft))).toEqual(draft);
});

test("a self-check shows the result to its person alone, and only sums of three or more to the team", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start paradigm-shift");
  const asked = await world.workshop.press(world.origin("ann"), `respond:${session.id}:1`);
  expect(JSON.stringify(asked)).toContain("Your answers are for you alone");
  const draft = await drafted("paradigm-shift", "yyyyn");
  const reply = await world.respond("ann", session, draft);
  const told = reply.type === "card" ? plainCard(reply.card) : "";
  expect(told).toContain("yes to 4 of 5");
  expect(told).toContain("Worth another look");
  expect(told).toContain("cost efficiency");
  expect(world.faults).toEqual([]);
  expect(await revealed("paradigm-shift", ["yyyyn", "yyyyy"])).not.toMatch(/\| \d/);
  const card = await revealed("paradigm-shift", ["yyyyn", "yyyyy", "yyyyy"]);
  expect(card).toContain("cost efficiency in view | 2 | 1 | 0");
  expect(card).not.toContain("@p");
});

test.each([
  ["before-fine-tuning", 8, ["10,000", "10,000건", "KRW 5 million", "500만원", "RAG", "Tool use", "도구 사용"]],
  ["alternatives-first", 3, ["fresh information", "최신 정보", "Live data", "실시간", "combination", "조합"]],
  ["paradigm-shift", 5, ["popular", "RAG", "tool use", "criteria", "cost efficiency", "한계", "기준"]],
])("the shipped %s carries its facts", async (id, count, facts) => {
  expect(await items(id)).toHaveLength(count);
  for (const fact of facts) expect(await contentOf(id), fact).toContain(fact);
});
