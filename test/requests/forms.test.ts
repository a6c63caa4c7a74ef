/** What forms ask of whoever starts and schedules: as little as is left to ask, and in order. */
import { expect, test } from "vitest";
import { drawForm as drawForSlack } from "../../adapters/slack/draw/draw-form.ts";
import type { Form } from "../../src/cards/form.ts";
import { plainText } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { openWorld } from "../../testkit/world.ts";

const { messages } = translatorFor("en");

const formOf = (reply: Reply): Form => {
  if (reply.type !== "form") throw new Error(`A form was expected: ${JSON.stringify(reply)}`);
  return reply.form;
};

const read = ({ intro, outro = [] }: Form): string => JSON.stringify([intro, outro]);

test("what a button of the list names is started without being asked for again", async () => {
  const world = await openWorld();
  const form = formOf(await world.workshop.press(world.origin("fay"), "start:before-fine-tuning"));
  expect(form.fields.map(({ id }) => id)).toEqual([
    "ends",
    "end",
    "invited",
    "whenAll",
    "reveal",
    "quorum",
    "discussion",
    "anonymous",
    "decider",
    "observe",
    "language",
  ]);
  expect(read(form)).toContain("Before you fine-tune");
  const values = { discussion: false, anonymous: false, ends: "none", end: "", language: "en" };
  expect(await world.workshop.submit(world.origin("fay"), form.token, values)).toEqual({ type: "done" });
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect(session?.activity.id).toBe("before-fine-tuning");
});

test("a purpose that names what can't be started is refused", async () => {
  const world = await openWorld();
  const token = { type: "start", nonce: "n-1", activity: "key-message" };
  const values = { discussion: false, anonymous: false, ends: "none", end: "", language: "en" };
  expect(await world.workshop.submit(world.origin("fay"), token, values)).toMatchObject({ type: "refused" });
});

test("the start form puts what can be started under its kinds, with what each is, and folds the rest", async () => {
  const world = await openWorld();
  const form = formOf(await world.workshop.press(world.origin("fay"), "start"));
  const [activity, ...others] = form.fields;
  if (activity?.type !== "choice") throw new Error("What to start is chosen first");
  const titles = activity.options.map(({ group }) => group?.title);
  // What stands together in the form stands under one title.
  expect(titles.filter((title, index) => title !== titles[index - 1])).toHaveLength(new Set(titles).size);
  expect(titles[0]).toBe(messages.scenario.kind.one);
  expect(others.every(({ folded }) => folded === true)).toBe(true);
  expect(form.fold?.isOpen).toBe(false);
  const drawn = JSON.stringify(drawForSlack(form, { channel: "C1" }));
  expect(drawn).toContain('"option_groups"');
});

test("the schedule form says when it starts next, in its own zone, as one fills it in", async () => {
  const world = await openWorld();
  const form = formOf(await world.workshop.press(world.origin("fay"), "schedule"));
  const values = { every: "weekly", weekday: "wed", time: "09:30", zone: "Europe/Berlin", from: "" };
  const again = formOf(await world.workshop.redraw(world.origin("fay"), form.token, values, undefined));
  const [next] = again.outro ?? [];
  expect(next?.type === "facts" && plainText(next.facts[0]?.values[0] ?? [])).toBe("Wed, Nov 25, 09:30");
  const unsound = formOf(
    await world.workshop.redraw(world.origin("fay"), form.token, { ...values, time: "9:" }, undefined),
  );
  expect(unsound.outro).toBeUndefined();
});
