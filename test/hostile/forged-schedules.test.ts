/**
 * Every button and the form of a schedule, forged from where it must not work: nothing changes in
 * any table, and what is elsewhere is answered like what does not exist.
 */
import { beforeAll, expect, test } from "vitest";
import { scheduleVerbs } from "../../src/cards/action.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import type { Schedule } from "../../src/schedule/schedule.ts";
import { openWorld, type World } from "../../testkit/world.ts";
import { refusalOf } from "./unchanged.ts";

const { commands, addressed } = translatorFor("en").messages;
const refusals = { ...commands.refusals, ...addressed.refusals };

let world: World;
let schedule: Schedule;
/** What its form holds, so that nothing but where it comes from speaks against it. */
let filled: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  world = await openWorld();
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  const [made] = await world.opened.store.in("w1").listSchedules("c1");
  if (made === undefined) throw new Error("No schedule was made");
  schedule = made;
  const editing = await world.workshop.press(world.origin("fay"), `schedule:${made.id}`);
  if (editing.type !== "form") throw new Error(editing.type);
  filled = Object.fromEntries(editing.form.fields.map((field) => [field.id, "value" in field ? field.value : ""]));
});

type Forged = {
  readonly name: string;
  readonly send: (origin: Origin, schedule: string, revision: number) => Promise<Reply>;
};

const all: readonly Forged[] = [
  ...scheduleVerbs.map((verb) => ({
    name: `button ${verb}`,
    send: (origin: Origin, id: string, revision: number) =>
      world.workshop.press(origin, `schedule:${id}:${verb}:${revision}`),
  })),
  { name: "button edit", send: (origin, id) => world.workshop.press(origin, `schedule:${id}`) },
  {
    name: "form schedule",
    send: (origin, id, revision) =>
      world.workshop.submit(origin, { type: "schedule", nonce: origin.intent, schedule: id, revision }, filled),
  },
];

test.each(all)("$name from another workspace or channel is answered like what does not exist", async ({ send }) => {
  for (const change of [{ workspace: "w2" }, { channel: "c2" }])
    for (const person of ["fay", "zoe"])
      expect(await refusalOf(world, () => send(world.origin(person, change), schedule.id, schedule.revision))).toBe(
        refusals.noSuchSchedule,
      );
});

test.each(all)("$name of a schedule that does not exist is answered so", async ({ send }) => {
  for (const id of ["nowhere", `${schedule.id}x`])
    expect(await refusalOf(world, () => send(world.origin("fay"), id, schedule.revision))).toBe(
      refusals.noSuchSchedule,
    );
});

test.each(all)("$name by whoever neither made it nor administers the workspace changes nothing", async ({ send }) => {
  for (const person of ["ann", "zoe"])
    expect(await refusalOf(world, () => send(world.origin(person), schedule.id, schedule.revision))).toBe(
      refusals.notScheduleOwner,
    );
});

test.each(all.filter(({ name }) => name !== "button edit"))(
  "$name of another revision changes nothing",
  async ({ send }) => {
    for (const revision of [schedule.revision + 1, 99_999])
      expect(await refusalOf(world, () => send(world.origin("fay"), schedule.id, revision))).toBe(
        refusals.scheduleChanged,
      );
  },
);
