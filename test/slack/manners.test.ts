/**
 * Slack's own ways in: the menu, the start form, the message shortcut, mentions that come twice,
 * and the Home.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { eventOf } from "../../testkit/slack/payloads.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

const { session: say, commands, discussion, scenario, schedule: schedules } = translatorFor("en").messages;

let world: SlackWorld;
beforeAll(async () => {
  world = await openSlackWorld();
});
afterAll(() => world.close());

test("the menu leads to the start form, whose mistakes stand at their fields", async () => {
  const fay = world.person(0);
  await fay.command("");
  await fay.press(commands.start);
  const title = "A support chatbot for a start-up";
  await fay.step(commands.startForm.fold);
  const refused = await fay.submit({ [commands.startForm.activity]: title, [commands.startForm.endOther]: "someday" });
  expect(refused.body).toMatchObject({ response_action: "errors", errors: { end: commands.badEnd } });
  const taken = await fay.submit({ [commands.startForm.activity]: title, [commands.startForm.endOther]: "2h" });
  expect(taken.body).toEqual({});
  await expect.poll(fay.reads).toContain(say.controls.title);
  expect(world.person(1).reads()).not.toContain(say.controls.title);
});

test("the message shortcut shows the session, its controls to the facilitator alone", async () => {
  const [fay, ann] = [world.person(0), world.person(1)];
  const root = world.server.messages.find(({ person, thread }) => person === undefined && thread === undefined);
  if (root === undefined) throw new Error("No card");
  world.server.messages.splice(0, world.server.messages.length, root);
  await ann.shortcut(root);
  await expect.poll(() => world.server.messages.length).toBe(2);
  expect(ann.reads()).not.toContain(say.controls.title);
  await fay.shortcut(root);
  await expect.poll(fay.reads).toContain(say.controls.title);
  await fay.press(say.controls.title);
  await expect.poll(fay.reads).toContain(say.controls.verbs["end-round"]);
});

test("one mention that comes as several events has one effect", async () => {
  const fay = world.person(0);
  const { channel } = world.server;
  const event = {
    type: "app_mention",
    user: fay.id,
    channel,
    text: "<@UBOT> start legal-contract-analysis",
    ts: "99.1",
    event_ts: "99.1",
  };
  for (let time = 0; time < 3; time += 1) await world.transport("event", eventOf(world.server, event));
  await expect.poll(fay.reads).toContain("legal");
  await expect
    .poll(
      () =>
        world.server.messages.filter(
          ({ thread, person, ts }) => thread === undefined && person === undefined && ts !== "",
        ).length,
    )
    .toBe(2);
});

test("the Home lists what waits, takes a response, shows the controls, and changes the language", async () => {
  const [fay, ann] = [world.person(0), world.person(1)];
  const homeOf = (id: string): string => wordsIn(world.server.homes.get(id)?.blocks);
  await ann.openHome();
  await expect.poll(() => homeOf(ann.id)).toContain("A support chatbot for a start-up");
  await ann.press(say.respond);
  const [, option = ""] = /"text":"([^"]*[Ff]ine-tuning[^"]*)"/.exec(JSON.stringify(ann.view()?.blocks)) ?? [];
  await ann.submit({ [scenario.choice]: option, [scenario.reason]: "from home" });
  await fay.openHome();
  await expect.poll(() => homeOf(fay.id)).toContain(say.controls.title);
  const home = world.server.homes.get(ann.id);
  await world.transport("interaction", {
    type: "block_actions",
    team: { id: world.server.team, domain: "t" },
    user: { id: ann.id, team_id: world.server.team },
    api_app_id: "A1",
    token: "t",
    trigger_id: "t",
    container: { type: "view", view_id: home?.id },
    view: home,
    actions: [
      { type: "static_select", action_id: "language", block_id: "b", selected_option: { value: "ko" }, action_ts: "1" },
    ],
  });
  await expect.poll(() => homeOf(ann.id)).toContain(translatorFor("ko").messages.commands.home.waiting);
  await ann.command("help");
  expect(ann.reads()).toContain(translatorFor("ko").messages.addressed.helpTitle);
});

test("a schedule is made in the modal, which asks anew as it is filled in, and stands in the list with its controls", async () => {
  const fay = world.person(0);
  world.server.messages.splice(0);
  const { form, verbs, outcome } = schedules;
  await fay.command("schedule");
  await fay.change(form.every, form.howOften.cron);
  await expect.poll(() => wordsIn(fay.view()?.blocks)).toContain(form.cron);
  await fay.change(form.every, form.howOften.weekly);
  await expect.poll(() => wordsIn(fay.view()?.blocks)).toContain(form.weekday);
  const from = discussion.kind.inTurn;
  const refused = await fay.submit({ [form.from]: from, [form.zone]: "Asia/Soul" });
  expect(refused.body).toMatchObject({
    response_action: "errors",
    errors: { zone: expect.stringContaining("Asia/Seoul") },
  });
  const kept = await fay.submit({ [form.from]: from, [form.zone]: "Asia/Seoul" });
  expect(wordsIn(kept.body)).toContain(schedules.kept);
  await fay.command("schedules");
  expect(fay.reads()).toContain(`${schedules.rule.weekly({ weekday: "Monday", at: "10:00" })} (Asia/Seoul)`);
  await fay.press(verbs.skip);
  await expect.poll(fay.reads).toContain(outcome["skipped-by-hand"]);
  await fay.press(verbs.run);
  await expect.poll(world.person(1).reads).toContain("Somebody here is weighing");
});

test("a button in a dialog acts, and the dialog shows what came of it", async () => {
  const fay = world.person(0);
  await fay.openHome();
  await expect.poll(() => wordsIn(world.server.homes.get(fay.id)?.blocks)).toContain(say.controls.title);
  await fay.press(say.controls.title);
  await expect.poll(() => wordsIn(fay.view()?.blocks)).toContain(say.controls.verbs["end-round"]);
  await fay.press(say.controls.verbs["end-round"]);
  await expect.poll(() => wordsIn(fay.view()?.blocks)).toContain(say.controls.verbs.reveal);
});

test("whoever invites the app is shown the menu, alone, with a schedule one click away", async () => {
  const [fay, bob] = [world.person(0), world.person(2)];
  const { channel } = world.server;
  const joined = {
    type: "member_joined_channel",
    channel,
    channel_type: "C",
    team: world.server.team,
    inviter: bob.id,
  };
  const before = bob.reads().split(commands.menuIntro).length;
  await world.transport("event", eventOf(world.server, { ...joined, user: fay.id, event_ts: "1.1" }));
  await world.transport("event", eventOf(world.server, { ...joined, user: "UBOT", event_ts: "1.2" }));
  await expect.poll(() => bob.reads().split(commands.menuIntro).length).toBe(before + 1);
});
