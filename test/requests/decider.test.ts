/**
 * Whoever was named to decide: alone records the decision, and says why where others had more
 * votes.
 */
import { expect, test } from "vitest";
import { plainCard, plainText } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { hashPerson } from "../../src/requests/participant.ts";
import type { Reply } from "../../src/requests/request.ts";
import { textOf } from "../../src/search/session-text.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import { forgottenPerson } from "../../src/session/forgotten.ts";
import { noOption, type Session } from "../../src/session/session.ts";
import { forgetInRows } from "../../src/store/forget.ts";
import { callPerson } from "../../src/text/called.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { roles: say, session: sayOf } = t.messages;

const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const formOf = (reply: Reply) => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form;
};

const revealed = async (words = ""): Promise<{ readonly world: World; readonly session: Session }> => {
  const world = await openWorld();
  const session = await world.start("fay", `start startup-support-chatbot --decider ${callPerson("dan")} ${words}`);
  for (const [person, choice] of [
    ["ann", "rag"],
    ["bob", "rag"],
    ["cho", "fine-tuning"],
  ] as const) {
    const reply = await world.respond(person, session, { choice, reason: "r", confidence: "" });
    expect(reply.type, sentenceOf(reply)).toBe("card");
  }
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  return { world, session };
};

test("only the person named records it, has controls for it, and others are told", async () => {
  const { world, session } = await revealed();
  expect(await cardOf(world, session, "case")).toContain(`${say.decides}: @dan`);
  for (const person of ["fay", "ann"])
    expect(sentenceOf(await world.press(person, session, "ask-decision"))).toBe(say.refusals.notDecider);
  expect((await world.press("ann", session, "controls")).type).toBe("refused");
  const controls = await world.press("dan", session, "controls");
  if (controls.type !== "card") throw new Error(sentenceOf(controls));
  expect(plainText(controls.card.title)).toBe(say.deciderTitle);
  expect(plainCard(controls.card)).toContain(sayOf.controls.verbs["record-decision"]);
  expect(plainCard(controls.card)).not.toContain(sayOf.controls.verbs.close);
  const cards = await world.opened.database.selectFrom("cards").select("person").execute();
  expect(cards.map(({ person }) => person)).toContain("dan");
});

test("against more votes, the reason is asked before anything is saved, and stands with the decision", async () => {
  const { world, session } = await revealed();
  const { token } = formOf(await world.press("dan", session, "ask-decision"));
  const submit = (about: unknown, values: object) => world.workshop.submit(world.origin("dan"), about, values);
  expect(await submit(token, { text: "We train." })).toEqual({ type: "mistakes", mistakes: { takes: sayOf.required } });
  const values = { text: "We train.", owner: "ann", date: "", takes: "fine-tuning" };
  const again = formOf(await submit(token, values));
  const opposed = { count: 2, of: 3 };
  expect(JSON.stringify(again.intro)).toContain(say.youDecideAgainst(opposed));
  expect(again.fields.find(({ id }) => id === "text")).toMatchObject({ value: "We train." });
  expect((await world.session(session.id)).decision).toBeNull();
  expect((await submit(again.token, { ...values, against: "The tone matters most." })).type).toBe("done");
  expect(await cardOf(world, session, "decision")).toContain(`${say.against(opposed)}: The tone matters most.`);
  expect((await world.session(session.id)).decision).toMatchObject({ takes: "fine-tuning", against: opposed });
  expect(world.faults).toEqual([]);
});

test("with the votes, or against none of them that may be shown, no reason is asked", async () => {
  const { world, session } = await revealed();
  const { token } = formOf(await world.press("dan", session, "ask-decision"));
  const given = { text: "As you say.", takes: "rag" };
  expect((await world.workshop.submit(world.origin("dan"), token, given)).type).toBe("done");
  expect((await world.session(session.id)).decision).toEqual({
    text: "As you say.",
    owner: null,
    date: null,
    takes: "rag",
  });
  // Correcting it to none of the options is against all of them.
  const { token: next } = formOf(await world.press("dan", session, "ask-decision"));
  const other = formOf(await world.workshop.submit(world.origin("dan"), next, { ...given, takes: noOption }));
  expect(JSON.stringify(other.intro)).toContain(say.youDecideAgainst({ count: 3, of: 3 }));
});

test("once who was to decide is forgotten, whoever leads records it", async () => {
  const { world, session } = await revealed();
  await forgetInRows(world.opened.database, {
    ...{ workspace: "w1", person: "dan", at: world.clock.now(), records: [], textOf },
    pseudonym: () => forgottenPerson("x1"),
    participantIn: (key) => hashPerson("dan", key),
    withoutWords: (_activity, answer) => answer,
  });
  expect((await world.session(session.id)).roles.decider).toMatch(/^forgotten:/u);
  expect((await world.press("fay", session, "ask-decision")).type).toBe("form");
});
