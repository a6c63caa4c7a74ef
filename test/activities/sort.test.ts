/** Sorting: what its form takes, and what the team sees of it. */
import { expect, test } from "vitest";
import type { OpenActivity } from "../../src/activities/open-activity.ts";
import { sort } from "../../src/activities/sort/kind.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { shipped } from "../../testkit/shipped.ts";
import { openWorld } from "../../testkit/world.ts";

const en = translatorFor("en");
const ko = translatorFor("ko");
const say = en.messages.sort;
const routes = { b: "base-model", r: "retrieval", t: "tools", s: "specialised" } as const;
type Letter = keyof typeof routes;

/** A draft by letters, one for each request in order: b, r, t or s. */
const drafted = (open: OpenActivity, letters: string): Record<string, string> =>
  Object.fromEntries(
    open.form({}, en).fields.map(({ id }, index) => {
      const letter = Object.keys(routes).find((one): one is Letter => one === letters[index]);
      return [id, letter === undefined ? "" : routes[letter]];
    }),
  );

const revealed = async (all: readonly string[]): Promise<string> => {
  const { open } = await shipped("which-route");
  const responses = all.map((letters, index) => {
    const checked = open.check(drafted(open, letters), en);
    if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
    return { round: 1, participant: `p${index}`, revision: 1, at: 0, answer: checked.answer };
  });
  const session = { session: "s", anonymous: false, discussion: false, round: 1, responses };
  return plainCard({ title: words(""), blocks: open.reveal(session, en) });
};

// As in the pack: thanks, refund, policy, one sentence, parcel, warranty, fault codes, apology.
const asInThePack = "btrbtrsb";

test("the most divided requests come first, each with the pack's route and why; those alike after them", async () => {
  const card = await revealed([asInThePack, "btrbrrsb", "btrbsrtb"]);
  expect(card).toContain(say.matches({ count: 7, of: 8 }));
  const [split = "", same = ""] = card.split(say.sameTitle);
  expect(split).toMatch(
    /left yet.* \| Retrieve, then generate 1 · Tools 1 · Specialised model 1 \| Tools \| .*shipping/,
  );
  expect(split.indexOf("left yet")).toBeLessThan(split.indexOf("fault codes"));
  expect(split).toMatch(/fault codes.* \| Specialised model 2 · Tools 1 \| Specialised model/);
  expect(same).toContain("Tools 3 | Tools");
  expect(card).not.toContain("@p");
});

test("with fewer than three responses nothing is shown of them, and nobody is said to be nobody", async () => {
  const few = await revealed([asInThePack, asInThePack]);
  expect(few).toContain("fewer than three");
  expect(few).not.toContain("Tools");
  expect(await revealed([])).toContain(say.nobody);
});

test("a request without a route, or with one that isn't offered, is a mistake at its field", async () => {
  const { open } = await shipped("which-route");
  const draft = { ...drafted(open, asInThePack), "route-thanks": "", "route-refund": "moon" };
  expect(open.check(draft, ko)).toEqual({
    type: "mistakes",
    mistakes: { "route-thanks": ko.messages.sort.chooseOne, "route-refund": ko.messages.sort.chooseOne },
  });
  const whole = drafted(open, asInThePack);
  const checked = open.check(whole, en);
  expect(checked.type === "answer" && open.draftOf(checked.answer)).toEqual(whole);
});

test("nobody learns the pack's routes before the reveal, not from their own receipt either", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start which-route");
  const { open } = await shipped("which-route");
  const reply = await world.respond("ann", session, drafted(open, asInThePack));
  const told = reply.type === "card" ? plainCard(reply.card) : "";
  expect(told).not.toContain("shipping system");
  expect(plainCard({ title: words(""), blocks: open.opening(en) })).not.toContain("shipping system");
  expect(world.faults).toEqual([]);
});

test("a route that the pack doesn't declare is named", async () => {
  const { content } = await shipped("which-route");
  const item = { id: "x", label: { en: "x" }, route: "moon", why: { en: "x" } };
  const wrong = { ...Object(content), items: [item, { ...item, id: "y", route: "tools" }] };
  expect(sort.content.safeParse(wrong).error?.issues).toMatchObject([
    { path: ["items", 0, "route"], params: { code: "not-declared", id: "moon" } },
  ]);
});
