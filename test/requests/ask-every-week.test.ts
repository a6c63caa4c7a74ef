/**
 * A schedule that asks a question of one's own: made in a line or in the form, kept over a restart,
 * asked every week as it was typed.
 */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { openWorld, openWorldBy, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { scenario, schedule: say, commands } = t.messages;
const hostile = "*x* <!channel> [y](javascript:alert(1))";
const dayMs = 24 * 60 * 60 * 1000;

const cardIn = (reply: Reply): string => {
  if (reply.type !== "card") throw new Error(sentenceOf(reply));
  return plainCard(reply.card);
};

const askedIn = async (world: World): Promise<readonly string[]> => {
  const sessions = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 50 });
  return sessions
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map(({ activity, startedAt, settings }) => {
      const shown = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Seoul", weekday: "short" });
      expect(activity).toMatchObject({ pack: null, id: "ask", content: { title: { typed: `${hostile}?` } } });
      return `${shown.format(startedAt)} ${settings.anonymous}`;
    });
};

test.each([
  `schedule ask "${hostile}?" "Cost" "Time" --every monday 10:00 --anonymous --for 2d`,
  `예약 질문 「${hostile}?」 「Cost」 「Time」 --주기 매주 월 10:00 --익명 --동안 2일`,
])("%s", async (line) => {
  const world = await openWorld();
  const kept = await world.workshop.run(world.origin("fay"), line);
  expect(cardIn(kept)).toContain(`${hostile}?`);
  expect(cardIn(await world.workshop.run(world.origin("ann"), "schedules"))).toContain(`${hostile}?`);
  let running = world;
  for (let day = 0; day < 22; day += 1) {
    world.clock.advance(dayMs);
    // Every other day another process takes over.
    running = await openWorldBy(world.clock, world.file, true);
    await running.workshop.runDue();
  }
  expect(await askedIn(running)).toEqual(["Mon true", "Mon true", "Mon true"]);
  expect(world.faults).toEqual([]);
});

test("the form asks for the question, says what is wrong at its fields, and shows it again", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "schedule");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { token } = asked.form;
  const when = { every: "weekly", weekday: "mon", time: "10:00", zone: "Asia/Seoul", language: "en", from: "ask" };
  const redrawn = await world.workshop.redraw(world.origin("fay"), token, when, undefined);
  expect(redrawn.type === "form" && redrawn.form.fields.map(({ id }) => id)).toContain("question");
  const wrong = await world.workshop.submit(world.origin("fay"), token, { ...when, options: "one", time: "soon" });
  expect(wrong).toEqual({
    type: "mistakes",
    mistakes: {
      question: scenario.own.questionMissing,
      options: scenario.own.optionsCount({ count: 1, min: 2, max: 10 }),
      time: expect.any(String),
    },
  });
  const values = { ...when, question: `${hostile}?`, options: "Cost\nTime", background: hostile, reasons: "none" };
  const kept = await world.workshop.submit(world.origin("fay"), token, values);
  expect(cardIn(kept)).toContain(say.kept);
  // The same form once more is the same schedule.
  expect(cardIn(await world.workshop.submit(world.origin("fay"), token, values))).toBe(cardIn(kept));
  const [schedule] = await world.opened.store.in("w1").listSchedules("c1");
  const edited = await world.workshop.press(world.origin("fay"), `schedule:${schedule?.id}`);
  if (edited.type !== "form") throw new Error(sentenceOf(edited));
  const shown = Object.fromEntries(edited.form.fields.map((field) => [field.id, "value" in field ? field.value : ""]));
  expect(shown).toMatchObject({ from: "ask", question: `${hostile}?`, options: "Cost\nTime", reasons: "none" });
  const toPack = { ...when, from: "discussion" };
  expect((await world.workshop.submit(world.origin("fay"), edited.form.token, toPack)).type).toBe("card");
  const [after] = await world.opened.store.in("w1").listSchedules("c1");
  expect(after).not.toHaveProperty("own");
  expect(after?.from).toEqual(["discussion"]);
});

test.each([
  ['schedule ask "Which?" "A" "B"', "every", "how often"],
  ['schedule ask "Which?" "A" --every mon 10:00', "options", scenario.own.optionsCount({ count: 1, min: 2, max: 10 })],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --nonsense', "form", "--nonsense"],
  ['schedule ask "Which?" "A" "B" --every mon 25:00', "time", "25:00"],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --from discussion', "form", "--from"],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --for 2h --until 17:00', "end", commands.refusals.deadlineTwice],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --for soon', "end", "soon"],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --method borda', "method", "borda"],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --zone Seoul', "zone", "Asia/Seoul"],
  ['schedule ask "Which?" "A" "B" --every mon 10:00 --quorum many', "quorum", "many"],
  ["예약 질문 「Which?」 「A」 「B」 --주기 매주 월 25:00", "time", "25:00"],
])("%s opens the form with what was understood, and nothing is kept", async (line, field, sentence) => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), line);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { fields, intro, fold } = asked.form;
  const shown = Object.fromEntries(fields.map((one) => [one.id, "value" in one ? one.value : ""]));
  expect(shown).toMatchObject({ from: "ask", question: "Which?", every: "weekly", weekday: "mon" });
  const wrong = fields.filter(({ mistake }) => mistake !== undefined);
  if (field === "form") expect(JSON.stringify(intro)).toContain(sentence);
  else expect(wrong).toMatchObject([{ id: field, mistake: expect.stringContaining(sentence) }]);
  // A mistake is never behind a fold.
  expect(wrong.every(({ folded }) => folded !== true) || fold?.isOpen).toBe(true);
  expect(await world.opened.store.in("w1").listSchedules("c1")).toEqual([]);
});

test("members may add options to what is asked every week, and so many responses are wanted", async () => {
  const world = await openWorld();
  const line = 'schedule ask "Which?" "A" "B" --every mon 10:00 --open --quorum 3 --method ranked';
  expect(cardIn(await world.workshop.run(world.origin("fay"), line))).toContain("Which?");
  const [schedule] = await world.opened.store.in("w1").listSchedules("c1");
  const edited = await world.workshop.press(world.origin("fay"), `schedule:${schedule?.id}`);
  if (edited.type !== "form") throw new Error(sentenceOf(edited));
  const shown = Object.fromEntries(edited.form.fields.map((one) => [one.id, "value" in one ? one.value : ""]));
  expect(shown).toMatchObject({ open: true, quorum: 3, method: "ranked" });
  expect(await world.workshop.submit(world.origin("fay"), edited.form.token, { ...shown, quorum: "0" })).toMatchObject({
    type: "mistakes",
    mistakes: { quorum: commands.startForm.badQuorum },
  });
  expect(cardIn(await world.workshop.submit(world.origin("fay"), edited.form.token, shown))).toContain("Which?");
  for (let day = 0; day < 8; day += 1) {
    world.clock.advance(dayMs);
    await world.workshop.runDue();
  }
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  expect(session?.settings).toMatchObject({ open: true, quorum: 3 });
  expect(session?.activity.content).toMatchObject({ method: "ranked" });
});
