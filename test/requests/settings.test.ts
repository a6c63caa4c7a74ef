/** What a channel presets: who changes it, where each value comes from, and what it does. */
import { afterEach, expect, test } from "vitest";
import type { Form } from "../../src/cards/form.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const { opened, faults } of worlds.splice(0)) {
    await opened.store.close();
    expect(faults).toEqual([]);
  }
});

const open = async (): Promise<World> => {
  const world = await openWorld();
  worlds.push(world);
  world.platform.admins = ["ada"];
  return world;
};

const read = (reply: Reply): string => (reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply));

const formOf = (reply: Reply): Form => {
  if (reply.type !== "form") throw new Error(`A form was expected: ${sentenceOf(reply)}`);
  return reply.form;
};

type Values = Readonly<Record<string, unknown>>;

const change = async (world: World, values: Values, { person = "ada", scope = "channel" } = {}): Promise<Reply> => {
  const form = formOf(await world.workshop.press(world.origin(person), `settings:${scope}`));
  return world.workshop.submit(world.origin(person), form.token, values);
};

const fieldsOf = (form: Form): Readonly<Record<string, unknown>> =>
  Object.fromEntries(form.fields.map((field) => [field.id, "value" in field ? field.value : undefined]));

test("everybody sees what holds and who chose it, in every language; an admin changes it", async () => {
  const world = await open();
  for (const language of languageCodes) {
    const shown = await world.workshop.run(world.origin("zoe", { language }), "settings");
    if (shown.type !== "card") throw new Error(sentenceOf(shown));
    expect(shown.card.blocks.some(({ type }) => type === "buttons")).toBe(false);
  }
  expect(read(await change(world, { anonymous: "on" }, { scope: "workspace" }))).toContain(
    "Anonymous: On · the workspace",
  );
  expect(read(await change(world, { discussion: "on", anonymous: "off" }))).toMatch(
    /Discussion and a second round: On · this channel\n[\s\S]*Anonymous: Off · this channel/u,
  );
  const again = formOf(await world.workshop.press(world.origin("ada"), "settings:channel"));
  expect(fieldsOf(again)).toMatchObject({ anonymous: "off", discussion: "on", method: "inherit" });
  expect(JSON.stringify(again)).toContain("As in the workspace: On");
  expect(read(await change(world, { anonymous: "inherit" }))).toContain("Anonymous: On · the workspace");
  expect(read(await world.workshop.run(world.origin("zoe", { channel: "c2" }), "설정"))).toContain(
    "Discussion and a second round: Off · built in",
  );
  for (const scope of ["channel", "workspace"])
    expect(await world.workshop.press(world.origin("zoe"), `settings:${scope}`)).toMatchObject({
      code: "not-settings",
    });
});

test("whom the channel has named may change it too, and is forgotten with all else", async () => {
  const world = await open();
  expect(read(await change(world, { add: "zoe" }))).toContain("Named facilitators: @zoe · this channel");
  expect(read(await change(world, { halfway: "on" }, { person: "zoe" }))).toContain("Reminder at half time: On");
  expect(await world.workshop.press(world.origin("zoe"), "settings:workspace")).toMatchObject({ code: "not-settings" });
  expect(read(await change(world, { facilitators: [] }, { person: "zoe" }))).toContain("Nobody");
  expect(await world.workshop.press(world.origin("zoe"), "settings:channel")).toMatchObject({ code: "not-settings" });
});

test("an older form changes nothing that was changed since, and the same one twice is one change", async () => {
  const world = await open();
  const form = formOf(await world.workshop.press(world.origin("ada"), "settings:channel"));
  const send = (values: Values) => world.workshop.submit(world.origin("ada"), form.token, values);
  expect(read(await send({ anonymous: "on" }))).toContain("Anonymous: On");
  expect(read(await send({ anonymous: "on" }))).toContain("Anonymous: On");
  expect(await send({ anonymous: "off" })).toMatchObject({ code: "settings-changed" });
  expect(read(await world.workshop.run(world.origin("zoe"), "settings"))).toContain("Anonymous: On");
});

test.each<readonly [Values, object]>([
  [{ bounds: "80-20" }, { type: "mistakes", mistakes: { bounds: expect.stringContaining("30-70") } }],
  [{ bounds: "0-100" }, { type: "mistakes" }],
  [{ quiet: "22-8" }, { type: "mistakes", mistakes: { quiet: expect.stringContaining("22:00") } }],
  [{ quiet: "25:00-08:00" }, { type: "mistakes" }],
  [{ zone: "Asia/Soul" }, { type: "mistakes", mistakes: { zone: expect.stringContaining("Asia/Seoul") } }],
  [{ anonymous: "perhaps" }, { code: "bad-request" }],
  [{ method: "coin" }, { code: "bad-request" }],
  [{ add: "<!channel>" }, { code: "bad-request" }],
  [{ facilitators: "zoe" }, { code: "bad-request" }],
])("%o is not taken", async (values, answer) => {
  const world = await open();
  expect(await change(world, values)).toMatchObject(answer);
  expect(read(await world.workshop.run(world.origin("zoe"), "settings"))).not.toContain("· this channel");
});

test("every start begins with what is preset, says so in its form, and may choose otherwise", async () => {
  const world = await open();
  const values = { anonymous: "on", discussion: "on", method: "approval", reasons: "none", language: "ko" };
  await change(world, { ...values, bounds: "20 - 80%", halfway: "on" });
  const typed = await world.start("fay", 'ask "Which?" "a" "b" --for 2h');
  expect(typed).toMatchObject({
    settings: { anonymous: true, discussion: true, language: "ko", bounds: { low: 0.2, high: 0.8 } },
    activity: { content: { method: "approval", reasons: "none" } },
    reminder: { at: world.clock.now() + 3_600_000, sent: 0 },
  });
  const form = formOf(await world.workshop.run(world.origin("fay"), "ask"));
  expect(JSON.stringify(form.intro)).toContain("Preset here: ");
  expect(fieldsOf(form)).toMatchObject({ anonymous: true, discussion: true, method: "approval", language: "ko" });
  const question = { question: "How?", options: "x\ny", method: "single" };
  expect(await world.workshop.submit(world.origin("fay"), form.token, { ...question, anonymous: false })).toMatchObject(
    {
      type: "done",
    },
  );
  const [chosen] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect([typed.id, chosen?.settings.discussion]).toContain(true);
  const all = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 9 });
  expect(all.find(({ id }) => id !== typed.id)?.settings).toMatchObject({ anonymous: false, discussion: true });
  const start = formOf(await world.workshop.run(world.origin("fay"), "start"));
  expect(JSON.stringify(start.intro)).toContain("Preset here: ");
  const elsewhere = await world.workshop.run(world.origin("fay", { channel: "c2" }), "start");
  expect(JSON.stringify(formOf(elsewhere).intro)).not.toContain("Preset here");
});

test("a schedule is made with what is preset, and what it starts takes the rest of it", async () => {
  const world = await open();
  await change(world, { anonymous: "on", zone: "Europe/Berlin", broadcast: "inherit" });
  const form = formOf(await world.workshop.run(world.origin("fay"), "schedule"));
  expect(fieldsOf(form)).toMatchObject({ zone: "Europe/Berlin", anonymous: true });
  await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from discussion");
  const [made] = await world.opened.store.in("w1").listSchedules("c1");
  expect(made).toMatchObject({ zone: "Europe/Berlin", settings: { anonymous: true } });
  await change(world, { bounds: "40-60" });
  await world.workshop.press(world.origin("fay"), `schedule:${made?.id}:run:${made?.revision}`);
  const [started] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect(started?.settings).toMatchObject({ anonymous: true, bounds: { low: 0.4, high: 0.6 } });
});

test("only who may start does; the others are told who can", async () => {
  const world = await open();
  await change(world, { starters: "facilitators", add: "fay", offer: "off" });
  const lines = [
    'ask "Which?" "a" "b"',
    "ask",
    "start",
    "start peft",
    "schedule",
    "schedule weekly mon 10:00 --from discussion",
  ];
  for (const line of lines)
    expect(await world.workshop.run(world.origin("zoe"), line), line).toMatchObject({ code: "not-starter" });
  await world.start("fay", 'ask "Which?" "a" "b"');
  await world.start("ada", 'ask "Which?" "a" "b"');
  await change(world, { starters: "admins" });
  expect(sentenceOf(await world.workshop.run(world.origin("fay"), "start"))).toContain("admins alone");
  expect(JSON.stringify(await world.workshop.run(world.origin("zoe"), ""))).not.toContain("take-offer");
});

test("where the platform knows no admins, everybody changes them until somebody is named", async () => {
  const world = await openWorld();
  worlds.push(world);
  Object.assign(world.platform, { capabilities: { ...world.platform.capabilities, tellsAdmins: false } });
  expect(await change(world, { starters: "admins" }, { person: "zoe" })).toMatchObject({ code: "bad-request" });
  expect(read(await change(world, { add: "ann" }, { person: "zoe" }))).toContain("@ann");
  expect(await world.workshop.press(world.origin("zoe"), "settings:channel")).toMatchObject({ code: "not-settings" });
  expect(await world.workshop.press(world.origin("ann"), "settings:channel")).toMatchObject({ type: "form" });
});

test("reminders keep the channel's quiet hours", async () => {
  const world = await open();
  world.platform.members = [{ person: "zoe", zone: "UTC" }];
  const at = new Date(world.clock.now());
  const hour = (from: number) => `${String((at.getUTCHours() + from) % 24).padStart(2, "0")}:00`;
  await change(world, { quiet: `${hour(0)}-${hour(5)}`, halfway: "on" });
  await world.start("fay", 'ask "Which?" "a" "b" --for 4h');
  world.clock.advance(2 * 3_600_000 + 1);
  await world.workshop.runDue();
  expect(world.platform.told).toEqual([]);
});
