/** The everyday pack: each question by the method that fits it, from the start to the reveal. */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { shipped, shippedPacks } from "../../testkit/shipped.ts";

const en = translatorFor("en");

/** What one participant fills in, by activity; the reveal's first words once all three did. */
const drafts: Readonly<Record<string, (fields: readonly string[]) => Readonly<Record<string, unknown>>>> = {
  "build-or-buy": () => ({ "rank-1": "managed", "rank-2": "stay", reason: "we are four people" }),
  "quiet-afternoon": () => ({ choice: "consent" }),
  "release-go": (fields) => Object.fromEntries(fields.map((id) => [id, id.startsWith("verdict-") ? "yes" : ""])),
  "retrospective-topic": () => ({ "points-slowed": "3", "points-together": "2" }),
  "team-temperature": (fields) => Object.fromEntries(fields.map((id) => [id, id.startsWith("points-") ? "4" : ""])),
};

test("every activity of it is tried here", async () => {
  const pack = (await shippedPacks).find(({ id }) => id === "everyday");
  expect(pack?.activities.map(({ id }) => id).toSorted()).toEqual(Object.keys(drafts).toSorted());
});

test.each([
  ["build-or-buy", "Buy a managed service"],
  ["quiet-afternoon", "Carried"],
  ["release-go", "Go."],
  ["retrospective-topic", "What slowed us down"],
  ["team-temperature", "My workload is doable"],
])("%s is answered and revealed", async (id, told) => {
  const { open } = await shipped(id);
  const fields = open.form({}, en).fields.map((field) => field.id);
  const checked = open.check(drafts[id]?.(fields) ?? {}, en);
  if (checked.type === "mistakes") throw new Error(JSON.stringify([fields, checked.mistakes]));
  const responses = ["p1", "p2", "p3"].map((participant) => ({
    round: 1,
    participant,
    revision: 1,
    at: 0,
    answer: checked.answer,
  }));
  const session = { session: "s", anonymous: false, discussion: false, round: 1, responses };
  const card = plainCard({ title: words(""), blocks: open.reveal(session, en) });
  expect(card).toContain(told);
  expect(card).not.toContain(en.messages.scenario.noRecommendation);
});
