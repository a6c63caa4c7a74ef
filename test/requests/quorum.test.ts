/**
 * How many responses a round wants, a reveal with the deadline that ends it, and an end that is
 * taken back: through the one door.
 */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { session: say, commands } = t.messages;
const scenario = "start startup-support-chatbot";
const hour = 3_600_000;

const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const respond = async (world: World, session: Session, ...people: readonly string[]): Promise<void> => {
  for (const person of people) {
    const reply = await world.respond(person, session, { choice: "rag", reason: "r", chance: "" });
    expect(reply.type, sentenceOf(reply)).toBe("card");
  }
};

const passDeadline = async (world: World): Promise<void> => {
  world.clock.advance(hour);
  await world.workshop.runDue();
};

test("with --reveal the deadline ends and reveals in one commit", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --for 1h --reveal`);
  await respond(world, session, "ann");
  await passDeadline(world);
  const after = await world.session(session.id);
  expect(after).toMatchObject({ state: "revealed", revision: session.revision + 2 });
  const { database } = world.opened;
  const events = await database.selectFrom("session_events").select(["event", "at"]).orderBy("sequence").execute();
  expect(events.map(({ event }) => JSON.parse(event).type)).toEqual(["session-started", "round-ended", "revealed"]);
  expect(world.faults).toEqual([]);
});

test("an anonymous session that reveals itself loses its key in that commit", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --for 1h --reveal --anonymous`);
  await respond(world, session, "ann", "bob", "cho");
  await passDeadline(world);
  expect((await world.session(session.id)).state).toBe("revealed");
  expect(await world.opened.store.in("w1").loadParticipantKey(session.id)).toBeUndefined();
});

test("without its quorum nothing is revealed by itself, and every card says so until the decision", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --for 1h --공개 --정족수 3`);
  await respond(world, session, "ann", "bob");
  await passDeadline(world);
  expect((await world.session(session.id)).state).toBe("ended");
  const lacks = { standing: 2, quorum: 3 };
  expect(await cardOf(world, session, "round-ended/1")).toContain(say.quorum.missing(lacks));
  expect(await cardOf(world, session, "controls/fay")).toContain(say.quorum.reveal);
  await world.press("fay", session, "reveal");
  expect(await cardOf(world, session, "reveal")).toContain(say.quorum.without(lacks));
  const asked = await world.press("fay", session, "ask-decision");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  await world.workshop.submit(world.origin("fay"), asked.form.token, { text: "So be it" });
  expect(await cardOf(world, session, "decision")).toContain(say.quorum.without(lacks));
});

test("with its quorum it is revealed, and nothing is said of it", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --for 1h --reveal --quorum 2`);
  await respond(world, session, "ann", "bob");
  await passDeadline(world);
  expect((await world.session(session.id)).state).toBe("revealed");
  expect(await cardOf(world, session, "reveal")).not.toContain(say.quorum.without({ standing: 2, quorum: 2 }));
});

test("an ended round is reopened as the same one, by a facilitator, until something is shown", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --discuss`);
  await respond(world, session, "ann");
  await world.press("fay", session, "end-round");
  expect((await world.press("ann", session, "reopen")).type).toBe("refused");
  expect((await world.press("fay", session, "reopen")).type).toBe("done");
  expect(await world.session(session.id)).toMatchObject({ state: "collecting", round: 1, deadline: null });
  expect(await cardOf(world, session, "round-ended/1")).toContain(say.reopened({ round: 1 }));
  await respond(world, session, "ann", "bob");
  const kept = await world.opened.store.in("w1").loadResponses(session.id);
  expect(kept.map(({ participant, revision }) => [participant, revision])).toEqual([
    ["ann", 2],
    ["bob", 1],
  ]);
  for (const verb of ["end-round", "discuss"]) await world.press("fay", session, verb);
  expect(sentenceOf(await world.press("fay", session, "reopen"))).toBe(
    commands.refusals.wrongState({ command: "reopen", state: "discussing" }),
  );
  expect(world.faults).toEqual([]);
});

test("what is no number of responses is said, in the line and at its field", async () => {
  const world = await openWorld();
  for (const words of ["0", "-1", "five", "1000"])
    expect((await world.workshop.run(world.origin("fay"), `${scenario} --quorum ${words}`)).type).toBe("refused");
  const asked = await world.workshop.run(world.origin("fay"), "start");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const submit = (quorum: string) =>
    world.workshop.submit(world.origin("fay"), asked.form.token, {
      activity: "startup-support-chatbot",
      quorum,
      reveal: true,
      language: "en",
    });
  expect(await submit("few")).toEqual({ type: "mistakes", mistakes: { quorum: commands.startForm.badQuorum } });
  expect((await submit("4")).type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect(session?.settings).toMatchObject({ quorum: 4, revealAtEnd: true });
});
