/**
 * Schedules as people use them: made by words or form, listed, changed, and run by the clock, on a
 * real database file.
 */
import { describe, expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const hour = 3_600_000;
const week = 7 * 24 * hour;
const { schedule: say, commands, addressed } = translatorFor("en").messages;
const refusals = { ...commands.refusals, ...addressed.refusals };

/** The world opens on Monday 2026-11-23 at 10:00 in Seoul. */
const read = (reply: Reply): string => (reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply));

const schedules = (world: World) => world.opened.store.in("w1").listSchedules("c1");

const only = async (world: World) => {
  const [schedule, ...more] = await schedules(world);
  if (schedule === undefined || more.length > 0) throw new Error("One schedule was expected");
  return schedule;
};

const started = async (world: World): Promise<readonly string[]> => {
  const store = world.opened.store.in("w1");
  const [open, over] = await Promise.all(
    [false, true].map((over) => store.listSessions({ channel: "c1", over, limit: 100 })),
  );
  return [...(open ?? []), ...(over ?? [])]
    .sort((a, b) => a.startedAt - b.startedAt)
    .map(({ activity }) => activity.id);
};

const prompts = ["fine-tuning-alternatives", "rag-or-tools", "fine-tuning-future"];

test("a weekly rotation starts every prompt in turn, none twice before all have run", async () => {
  const world = await openWorld();
  const words = "schedule weekly mon 10:00 --zone Asia/Seoul --from discussion --for 2d";
  const reply = await world.workshop.run(world.origin("fay"), words);
  expect(read(reply)).toContain("Every Monday at 10:00 (Asia/Seoul)");
  for (let weeks = 0; weeks < 4; weeks += 1) {
    world.clock.advance(week);
    await world.workshop.runDue();
    await world.workshop.runDue();
  }
  const ran = await started(world);
  expect(ran).toHaveLength(4);
  expect([...ran].slice(0, 3).sort()).toEqual([...prompts].sort());
  expect(ran[3]).toBe(ran[0]);
  const [newest] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect(newest).toMatchObject({ facilitators: ["fay"], settings: { roundMs: 48 * hour, language: "en" } });
  expect(newest?.deadline).toBe(world.clock.now() + 48 * hour);
  expect(world.faults).toEqual([]);
});

test("what was missed within the grace time is started late, what was missed longer is skipped, and both are listed", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from rag-or-tools");
  world.clock.advance(week + 2 * hour);
  await world.workshop.runDue();
  world.clock.advance(week + 5 * hour);
  await world.workshop.runDue();
  expect(await started(world)).toEqual(["rag-or-tools"]);
  const list = read(await world.workshop.run(world.origin("fay"), "schedules"));
  expect(list).toContain(say.outcome.late);
  expect(list).toContain(say.outcome.skipped);
});

test("a button acts once, on what it was drawn for", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekdays 9:00 --from discussion");
  const before = await only(world);
  const skip = `schedule:${before.id}:skip:${before.revision}`;
  const press = world.origin("fay");
  const first = await world.workshop.press(press, skip);
  expect(await world.workshop.press(press, skip)).toEqual(first);
  expect(sentenceOf(await world.workshop.press(world.origin("fay"), skip))).toBe(refusals.scheduleChanged);
  const after = await only(world);
  expect(after.next?.at).toBe((before.next?.at ?? 0) + 24 * hour);
  expect(read(first)).toContain(say.outcome["skipped-by-hand"]);
  await world.workshop.press(world.origin("fay"), `schedule:${after.id}:run:${after.revision}`);
  expect(await started(world)).toEqual([prompts[0]]);
  expect((await only(world)).next).toEqual(after.next);
});

test("a paused schedule starts nothing and makes up for nothing; a deleted one is gone", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  const press = async (verb: string): Promise<string> => {
    const { id, revision } = await only(world);
    return read(await world.workshop.press(world.origin("fay"), `schedule:${id}:${verb}:${revision}`));
  };
  expect(await press("pause")).toContain(say.paused);
  world.clock.advance(3 * week + hour);
  await world.workshop.runDue();
  expect(await started(world)).toEqual([]);
  await press("resume");
  await world.workshop.runDue();
  expect(await started(world)).toEqual([]);
  world.clock.advance(week);
  await world.workshop.runDue();
  expect(await started(world)).toHaveLength(1);
  expect(await press("delete")).toContain(say.none);
  world.clock.advance(week);
  await world.workshop.runDue();
  expect(await started(world)).toHaveLength(1);
});

test("only its maker and the workspace's admins may change it; elsewhere it doesn't exist", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  const { id, revision } = await only(world);
  const pause = `schedule:${id}:pause:${revision}`;
  expect(sentenceOf(await world.workshop.press(world.origin("ann"), pause))).toBe(refusals.notScheduleOwner);
  expect(sentenceOf(await world.workshop.press(world.origin("ann"), `schedule:${id}`))).toBe(refusals.notScheduleOwner);
  expect(read(await world.workshop.run(world.origin("ann"), "schedules"))).not.toContain(`[${say.verbs.pause}]`);
  for (const change of [{ channel: "c2" }, { workspace: "w2" }])
    expect(sentenceOf(await world.workshop.press(world.origin("fay", change), pause))).toBe(refusals.noSuchSchedule);
  expect((await only(world)).state).toBe("active");
  world.platform.admins = ["ann"];
  await world.workshop.press(world.origin("ann"), pause);
  expect((await only(world)).state).toBe("paused");
});

test("the form asks for what the rule needs, names mistakes at their fields, and its schedule can be edited", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "schedule");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { token } = asked.form;
  const cron = await world.workshop.redraw(world.origin("fay"), token, { every: "cron" }, null);
  expect(cron.type === "form" && cron.form.fields.map(({ id }) => id)).toEqual(expect.arrayContaining(["cron"]));
  expect(cron.type === "form" && cron.form.fields.map(({ id }) => id)).not.toContain("weekday");
  const right = {
    every: "biweekly",
    weekday: "tue",
    time: "9:30",
    zone: "Asia/Seoul",
    from: "checklist",
    language: "ko",
  };
  const wrong = {
    ...right,
    time: "soon",
    zone: "Asia/Soul",
    rotation: "rag-or-tool",
    end: "later",
    skip: "2026-13-01",
  };
  const mistakes = await world.workshop.submit(world.origin("fay"), token, wrong);
  expect(mistakes.type === "mistakes" && Object.keys(mistakes.mistakes).sort()).toEqual(
    ["end", "rotation", "skip", "time", "zone"].sort(),
  );
  expect(mistakes.type === "mistakes" && mistakes.mistakes.zone).toContain("Asia/Seoul");
  expect(await world.workshop.submit(world.origin("fay"), token, right)).toEqual(
    await world.workshop.submit(world.origin("fay"), token, right),
  );
  const kept = await only(world);
  expect(kept).toMatchObject({ rule: { type: "weekly", every: 2, weekday: 2, at: "09:30" }, from: ["checklist"] });
  const editing = await world.workshop.press(world.origin("fay"), `schedule:${kept.id}`);
  if (editing.type !== "form") throw new Error(sentenceOf(editing));
  const shown = Object.fromEntries(
    editing.form.fields.map((field) => [field.id, "value" in field ? field.value : undefined]),
  );
  expect(shown).toMatchObject({ every: "biweekly", weekday: "tue", time: "09:30", from: "checklist", language: "ko" });
  await world.workshop.submit(world.origin("fay"), editing.form.token, { ...shown, every: "weekdays" });
  expect((await only(world)).rule).toEqual({ type: "weekdays", at: "09:30" });
});

describe.each([
  ["schedule weekly mon 10:00", refusals.missingSource],
  [
    "schedule weekly mon 10:00 --from disscussion",
    refusals.unknownSource({ given: "disscussion", nearest: ["discussion"] }),
  ],
  ["schedule weekly mon 25:00 --from discussion", refusals.badRule({ part: "time", given: "25:00" })],
  ["schedule weekly moonday 10:00 --from discussion", refusals.badRule({ part: "weekday", given: "moonday" })],
  ["schedule dayly 10:00 --from discussion", refusals.badRule({ part: "how-often", given: "dayly" })],
  ["schedule cron * * * * * --from discussion", refusals.badRule({ part: "cron", given: "* * * * *" })],
])("%s", (words, sentence) => {
  test("is refused with a sentence that says what to do", async () => {
    const world = await openWorld();
    expect(sentenceOf(await world.workshop.run(world.origin("fay"), words))).toBe(sentence);
    expect(await schedules(world)).toEqual([]);
  });
});

test.each([
  [
    "schedule 매주 월 10:00 --활동 discussion --동안 2d --언어 ko",
    { type: "weekly", every: 1, weekday: 1, at: "10:00" },
  ],
  ["예약 평일 9:00 --활동 discussion", { type: "weekdays", at: "09:00" }],
  ["schedule cron 0 9 * * 1-5 --from discussion", { type: "cron", expression: "0 9 * * 1-5" }],
])("%s is understood", async (words, rule) => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), words);
  expect((await only(world)).rule).toMatchObject(rule);
});

test("a round's end is kept as what it means, and shown in the words of whoever changes the schedule", async () => {
  const world = await openWorld();
  for (const [typed, shown, lastsMs] of [
    ["--for 2시간", "2h", 2 * hour],
    ["--for 90m", "90m", 1.5 * hour],
    ["--until 9:30", "09:30", 23.5 * hour],
  ] as const) {
    const made = await world.workshop.run(world.origin("fay"), `schedule weekdays 10:00 --from discussion ${typed}`);
    expect(made.type).toBe("card");
    const { id, next, revision } = await only(world);
    const asked = await world.workshop.press(world.origin("fay"), `schedule:${id}`);
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    expect(asked.form.fields.find((field) => field.id === "end")).toMatchObject({ value: shown });
    world.clock.advance((next?.at ?? 0) - world.clock.now());
    await world.workshop.runDue();
    const [newest] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
    expect((newest?.deadline ?? 0) - world.clock.now()).toBe(lastsMs);
    const now = await only(world);
    expect(now.revision).toBeGreaterThan(revision);
    await world.workshop.press(world.origin("fay"), `schedule:${id}:delete:${now.revision}`);
  }
});

test("a channel without a schedule is offered one, which one click sets up", async () => {
  const world = await openWorld();
  expect(read(await world.workshop.run(world.origin("fay"), ""))).toContain(`[${say.offer}]`);
  await world.workshop.press(world.origin("fay"), "take-offer");
  expect(await only(world)).toMatchObject({ zone: "Asia/Seoul", from: ["discussion"] });
  expect(read(await world.workshop.run(world.origin("fay"), ""))).not.toContain(`[${say.offer}]`);
});

describe("a reminder", () => {
  const remind = async (world: World, person: string, id: string, at: string): Promise<Reply> => {
    const asked = await world.press(person, await world.session(id), "ask-reminder");
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    return world.workshop.submit(world.origin(person), asked.form.token, { at });
  };
  const answer = { choice: "rag", reason: "because", chance: "80" };

  test("reaches those who have not responded, each alone, at most twice a round", async () => {
    const world = await openWorld();
    world.platform.members = ["fay", "ann", "bob"].map((person) => ({ person, zone: "Asia/Seoul" }));
    const session = await world.start("fay", "start startup-support-chatbot --for 8h");
    await world.respond("ann", session, answer);
    expect((await remind(world, "fay", session.id, "9h")).type).toBe("refused");
    await remind(world, "fay", session.id, "1h");
    world.clock.advance(hour);
    await world.workshop.runDue();
    expect(world.platform.told.map((told) => told.split(":")[0]).sort()).toEqual(["bob", "fay"]);
    await remind(world, "fay", session.id, "1h");
    world.clock.advance(hour);
    await world.respond("bob", session, answer);
    await world.workshop.runDue();
    expect(world.platform.told.map((told) => told.split(":")[0]).sort()).toEqual(["bob", "fay", "fay"]);
    expect(sentenceOf(await remind(world, "fay", session.id, "1h"))).toBe(refusals.remindersUsedUp({ most: 2 }));
  });

  test("waits for the morning where it is night, and comes to nobody once the round is over", async () => {
    const world = await openWorld();
    world.platform.members = [
      { person: "ann", zone: "Asia/Seoul" },
      { person: "lea", zone: "America/New_York" },
    ];
    const session = await world.start("fay", "start startup-support-chatbot");
    await remind(world, "fay", session.id, "4h");
    world.clock.advance(4 * hour);
    await world.workshop.runDue();
    expect(world.platform.told.map((told) => told.split(":")[0])).toEqual(["ann"]);
    world.clock.advance(7 * hour);
    await world.workshop.runDue();
    expect(world.platform.told).toHaveLength(1);
    world.clock.advance(2 * hour);
    await world.workshop.runDue();
    expect(world.platform.told.map((told) => told.split(":")[0])).toEqual(["ann", "lea"]);
    await remind(world, "fay", session.id, "1h");
    await world.press("fay", session, "end-round");
    world.clock.advance(24 * hour);
    await world.workshop.runDue();
    expect(world.platform.told).toHaveLength(2);
  });

  test("found due at night, since nothing ran until then, waits for the morning too", async () => {
    const world = await openWorld();
    world.platform.members = [{ person: "ann", zone: "Asia/Seoul" }];
    const session = await world.start("fay", "start startup-support-chatbot");
    await remind(world, "fay", session.id, "14h");
    // Midnight: planned for eight in the morning.
    world.clock.advance(14 * hour);
    await world.workshop.runDue();
    for (const asleep of [23, 0.5, 8]) {
      world.clock.advance(asleep * hour);
      await world.workshop.runDue();
      expect(world.platform.told).toEqual([]);
    }
    world.clock.advance(0.5 * hour);
    await world.workshop.runDue();
    expect(world.platform.told.map((told) => told.split(":")[0])).toEqual(["ann"]);
  });

  test("is one line in the thread where the platform can't say who is there", async () => {
    const world = await openWorld();
    const session = await world.start("fay", "start startup-support-chatbot");
    await remind(world, "fay", session.id, "1h");
    world.clock.advance(hour);
    await world.workshop.runDue();
    const drawn: string[] = [];
    for (let pass = 0; pass < 5; pass += 1)
      for (const delivery of await claimCards(world.opened.store, world.clock.now(), 100)) {
        drawn.push(delivery.slot);
        const card = (await world.workshop.draw(delivery))();
        expect(card).toBeDefined();
        await world.opened.store.settleDelivery(delivery, {
          type: "drawn",
          message: delivery.slot,
          nextAt: 0,
          mayLackParts: false,
        });
      }
    expect(drawn).toContain("reminder/1/1");
    expect(world.platform.told).toEqual([]);
    expect((await world.session(session.id)).reminder).toEqual({ at: null, sent: 1 });
  });
});

/** Opens the form of the channel's schedule and submits it as it stands. */
const editUnchanged = async (world: World): Promise<void> => {
  const editing = await world.workshop.press(world.origin("fay"), `schedule:${(await only(world)).id}`);
  if (editing.type !== "form") throw new Error(sentenceOf(editing));
  const values = editing.form.fields.map((field) => [field.id, "value" in field ? field.value : ""]);
  await world.workshop.submit(world.origin("fay"), editing.form.token, Object.fromEntries(values));
};

test("one skipped by hand comes due again when the schedule is edited after that, and nothing is stuck", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from rag-or-tools");
  const before = await only(world);
  await world.workshop.press(world.origin("fay"), `schedule:${before.id}:skip:${before.revision}`);
  await editUnchanged(world);
  const { next } = await only(world);
  expect(next).toEqual(before.next);
  world.clock.advance(week);
  await world.workshop.runDue();
  expect(world.faults).toEqual([]);
  expect(await started(world)).toEqual(["rag-or-tools"]);
  const kept = await world.opened.store.in("w1").listOccurrences(before.id, 10);
  expect(kept.map(({ at, outcome }) => [at, outcome])).toEqual([[before.next?.at, "started"]]);
});

test("one that has started does not start again, though the clock is set back and the schedule edited", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  world.clock.advance(week);
  await world.workshop.runDue();
  world.clock.advance(-hour);
  await editUnchanged(world);
  world.clock.advance(hour);
  await world.workshop.runDue();
  expect(world.faults).toEqual([]);
  expect(await started(world)).toHaveLength(1);
  expect((await only(world)).next?.at).toBe(world.clock.now() + week);
});

test("due times computed with other zone data are computed again, each once", async () => {
  const world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  const { database, store } = world.opened;
  const before = await only(world);
  if (before.next === null) throw new Error("Nothing is due");
  const mistaken = { ...before, next: { ...before.next, at: before.next.at + hour }, revision: before.revision + 1 };
  const change = { schedule: mistaken, expects: before.revision, occurrence: null, starts: [], intent: null };
  expect(await store.commitSchedule(change)).toBe("committed");
  await world.workshop.recomputeOutdated();
  expect((await only(world)).next).toEqual(mistaken.next);
  for (const other of ["2020a", "2099z"]) {
    await database.updateTable("schedules").set({ zones: other }).execute();
    await world.workshop.recomputeOutdated();
    expect((await only(world)).next).toEqual(before.next);
  }
  expect(await store.listOutdatedSchedules(10)).toEqual([]);
  world.clock.advance(week);
  await world.workshop.runDue();
  expect(await started(world)).toHaveLength(1);
});
