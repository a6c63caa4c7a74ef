/**
 * A question of the team's own, through the one door: asked in a line or in a form, answered,
 * revealed as it was typed.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFrozen } from "../../src/activities/kinds.ts";
import { plainCard, plainText } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import type { Reply } from "../../src/requests/request.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { scenario: say, commands } = t.messages;
const hostile = "*x* <!channel> @everyone [y](javascript:alert(1)) <b>z</b>";

const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const formOf = (reply: Reply) => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form;
};

const fieldIn = (reply: Reply, id: string) => formOf(reply).fields.find((field) => field.id === id);

test("one line asks it, five people answer, and the reveal shows it as it was typed", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `ask "${hostile}?" "Postgres" "SQLite" --for 2d --discuss`);
  expect(session.deadline).toBe(world.clock.now() + 2 * 24 * 60 * 60 * 1000);
  expect(session.settings.discussion).toBe(true);
  const kept = await cardOf(world, session, "case");
  expect(kept).toContain(`${hostile}?`);
  expect(await cardOf(world, session, "ballot/1")).toContain("Postgres");
  const choices = ["option-1", "option-1", "option-2", "option-1", "option-2"];
  for (const [index, choice] of choices.entries())
    await world.respond(`p${index}`, session, { choice, reason: `because ${index}`, chance: "80" });
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const reveal = await cardOf(world, session, "reveal");
  expect(reveal).toContain(say.reasonsOf({ option: "Postgres", count: 3 }));
  expect(reveal).toContain("because 2");
  expect(reveal).not.toContain(say.noRecommendation);
  const history = await world.workshop.run(world.origin("fay"), "history");
  expect(history.type === "card" && plainCard(history.card)).toBeTypeOf("string");
  expect(world.faults).toEqual([]);
});

test("without options the answers are yes and no, in the session's language", async () => {
  const world = await openWorld();
  const english = await world.start("fay", "ask Shall we ship today?");
  expect(await cardOf(world, english, "ballot/1")).toContain(say.own.yesOrNo.yes);
  const korean = await world.start("fay", "질문 오늘 배포할까요? --언어 ko");
  const { yes } = translatorFor("ko").messages.scenario.own.yesOrNo;
  expect(JSON.stringify(korean.activity.content)).toContain(`{"typed":"${yes}"}`);
});

test("with nothing behind it a form asks; what is wrong is said at its field, and nothing is started", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "ask");
  expect(formOf(asked).title).toBe(say.own.title);
  const { token } = formOf(asked);
  const values = { question: " ", options: "one", reasons: "required", language: "en" };
  const refused = await world.workshop.submit(world.origin("fay"), token, values);
  expect(refused).toEqual({
    type: "mistakes",
    mistakes: {
      question: say.own.questionMissing,
      options: say.own.optionsCount({ count: 1, min: 2, max: 10 }),
    },
  });
  const filled = { ...values, question: "Lunch?", options: "noodles\nrice\nnoodles", background: "for ten\npeople" };
  const done = await world.workshop.submit(world.origin("fay"), token, filled);
  expect(done.type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  expect(await cardOf(world, session, "case")).toContain("for ten\npeople");
  expect(await cardOf(world, session, "ballot/1")).toContain("rice");
  // The same form once more starts nothing more; with other words it says so.
  expect((await world.workshop.submit(world.origin("fay"), token, filled)).type).toBe("done");
  const other = await world.workshop.submit(world.origin("fay"), token, { ...filled, question: "Dinner?" });
  expect(sentenceOf(other)).toBe(commands.refusals.alreadyStarted);
  expect(await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 })).toHaveLength(1);
});

test("a line that can't be read opens the form with what was understood", async () => {
  const world = await openWorld();
  const one = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" "noodles" --for 2h');
  expect(fieldIn(one, "question")).toMatchObject({ value: "Lunch?" });
  expect(fieldIn(one, "options")).toMatchObject({
    value: "noodles",
    mistake: say.own.optionsCount({ count: 1, min: 2, max: 10 }),
  });
  expect(fieldIn(one, "ends")).toMatchObject({ value: "other" });
  expect(fieldIn(one, "end")).toMatchObject({ value: "2h" });
  expect(formOf(one).fold?.isOpen).toBe(true);
  const two = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" "noodles" "rice" --nonsense');
  expect(fieldIn(two, "options")).toMatchObject({ value: "noodles\nrice" });
  expect(
    formOf(two)
      .intro.map((block) => (block.type === "paragraph" ? plainText(block.text) : ""))
      .join(),
  ).toContain("--nonsense");
});

test("an option that can't be read takes no other with it, and its field says what is missing", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(
    world.origin("fay"),
    'ask "Lunch?" "noodles" "rice" --anonymous --for soon --lang xx --discuss',
  );
  expect(fieldIn(asked, "options")).toMatchObject({ value: "noodles\nrice" });
  expect(fieldIn(asked, "anonymous")).toMatchObject({ value: true });
  expect(fieldIn(asked, "discussion")).toMatchObject({ value: true });
  expect(fieldIn(asked, "ends")).toMatchObject({ value: "other" });
  expect(fieldIn(asked, "end")).toMatchObject({ value: "soon", mistake: expect.stringContaining("soon") });
  expect(fieldIn(asked, "language")).toMatchObject({ value: "en", mistake: expect.stringContaining("xx") });
  // Asked again, the form still holds what can't be read.
  const values = Object.fromEntries(
    formOf(asked).fields.map((field) => [field.id, "value" in field ? field.value : undefined]),
  );
  const again = await world.workshop.redraw(world.origin("fay"), formOf(asked).token, values, undefined);
  expect(fieldIn(again, "end")).toMatchObject({ value: "soon" });
  expect(fieldIn(again, "anonymous")).toMatchObject({ value: true });
  const sent = await world.workshop.submit(world.origin("fay"), formOf(again).token, values);
  expect(sent).toEqual({ type: "mistakes", mistakes: { end: commands.badEnd } });
  const done = await world.workshop.submit(world.origin("fay"), formOf(again).token, { ...values, end: "3h" });
  expect(done.type).toBe("done");
});

test("a quotation behind an option is the option's only where it can be", async () => {
  const world = await openWorld();
  const lost = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" --for "noodles" "rice"');
  expect(fieldIn(lost, "options")).toMatchObject({ value: "noodles\nrice" });
  expect(fieldIn(lost, "end")).toMatchObject({ mistake: expect.stringContaining("--for") });
  const kept = await world.start("fay", 'ask "Dinner?" --for "2d" "noodles" "rice"');
  expect(kept.settings.roundMs).toBe(2 * 24 * 60 * 60 * 1000);
  expect(await cardOf(world, kept, "ballot/1")).toContain("rice");
});

test("a break in a quotation makes no second option, and one option written in two ways is one", async () => {
  const world = await openWorld();
  const session = await world.start("fay", 'ask "Which\none?" "Post\ngres" "S\u2028QL"');
  expect(JSON.stringify(session.activity.content)).toContain('"Post gres"');
  expect(JSON.stringify(session.activity.content)).toContain('"Which one?"');
  const twice = await world.workshop.run(world.origin("fay"), `ask "점심?" "${"국수".normalize("NFD")}" "국수"`);
  expect(fieldIn(twice, "options")).toMatchObject({
    mistake: say.own.optionsCount({ count: 1, min: 2, max: 10 }),
  });
});

test("a deadline is chosen without typing: what is past is not offered, and a form sent late says so", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "ask");
  const ends = fieldIn(asked, "ends");
  if (ends?.type !== "choice") throw new Error("No choice of ends");
  expect(formOf(asked).fold?.isOpen).toBe(false);
  expect(ends.value).toBe("none");
  const tomorrow = ends.options.find(({ label }) => label === commands.startForm.ends.tomorrow({ at: "10:00" }));
  const values = { question: "Lunch?", options: "", ends: tomorrow?.id };
  const both = await world.workshop.submit(world.origin("fay"), formOf(asked).token, { ...values, end: "2h" });
  expect(both).toEqual({ type: "mistakes", mistakes: { end: commands.startForm.endTwice } });
  const forged = await world.workshop.submit(world.origin("fay"), formOf(asked).token, { ...values, ends: "at-x" });
  expect(forged).toEqual({ type: "mistakes", mistakes: { ends: expect.any(String) } });
  expect((await world.workshop.submit(world.origin("fay"), formOf(asked).token, values)).type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Seoul", timeStyle: "short" });
  expect(shown.format(session?.deadline ?? 0)).toBe("10:00");
  world.clock.advance(3 * 24 * 60 * 60 * 1000);
  const late = await world.workshop.submit(world.origin("fay"), { ...formOf(asked).token, nonce: "late" }, values);
  expect(late).toEqual({ type: "mistakes", mistakes: { ends: commands.refusals.deadlinePast } });
});

test("a question about a message quotes it as it was typed and links nothing but that message", async () => {
  const world = await openWorld();
  const link = "https://chat.example/m/42";
  const asked = await world.workshop.askAbout(world.origin("fay"), { words: `${hostile}\u0000\nsecond line`, link });
  expect(fieldIn(asked, "background")).toMatchObject({ value: `${hostile}\nsecond line` });
  expect(fieldIn(asked, "background")?.folded).toBeUndefined();
  const { token } = formOf(asked);
  const values = { question: "Do it?", background: `${hostile}\nsecond line` };
  for (const source of [
    "https://evil.example/m/42",
    "javascript:alert(1)",
    `${link}#x`,
    7,
    "https://chat.example/m/x",
  ]) {
    const forged = { ...token, source };
    expect((await world.workshop.submit(world.origin("fay"), forged, values)).type).toBe("refused");
    expect((await world.workshop.redraw(world.origin("fay"), forged, values, undefined)).type).toBe("refused");
  }
  expect((await world.workshop.submit(world.origin("fay"), token, values)).type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  const view = await loadView(world.opened.store.in("w1"), session, t);
  const card = JSON.stringify(drawCardSlot(parseCardSlot("case"), view, []));
  expect(card).toContain(JSON.stringify(`${hostile}\nsecond line`));
  expect(card).toContain(JSON.stringify({ type: "link", text: say.own.source, url: link }));
  const unlinked = await world.workshop.askAbout(world.origin("fay"), { words: "x", link: "https://evil.example/" });
  expect(formOf(unlinked).token).not.toHaveProperty("source");
  const long = await world.workshop.askAbout(world.origin("fay"), { words: "가".repeat(5000), link: null });
  expect(fieldIn(long, "background")).toMatchObject({ value: expect.stringMatching(/^.{1900,2000}$/u) });
});

test("the bot's name in any language begins a command, and what is asked first is offered first", async () => {
  const world = await openWorld();
  const completed = (text: string, language: "en" | "ko") =>
    world.workshop.complete(world.origin("fay", { language }), text).map(({ label }) => label);
  expect(completed("/", "ko")).toEqual(["/workshop", "/워크숍"]);
  expect(completed("/", "en")).toEqual(["/workshop"]);
  expect(completed("/워", "en")).toEqual(["/워크숍"]);
  expect(completed("/워크숍 질", "ko")).toEqual(["질문"]);
  for (const words of ["", "list", "history"]) {
    const shown = await world.workshop.run(world.origin("fay"), words);
    const buttons =
      shown.type === "card" ? shown.card.blocks.flatMap((b) => (b.type === "buttons" ? b.buttons : [])) : [];
    expect(buttons[0]).toMatchObject({ label: commands.ask, style: "primary" });
  }
  const start = formOf(await world.workshop.run(world.origin("fay"), "start"));
  expect(start.intro).toMatchObject([{ type: "buttons", buttons: [{ label: commands.ask }] }]);
});

test("where reasons are off, one press is the whole vote, and another press changes it", async () => {
  const world = await openWorld();
  const asked = formOf(await world.workshop.run(world.origin("fay"), "ask"));
  const values = { question: "Lunch?", options: "noodles\nrice", reasons: "none", language: "en" };
  await world.workshop.submit(world.origin("fay"), asked.token, values);
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  const press = (person: string, option: string) =>
    world.workshop.press(world.origin(person), `respond:${session.id}:1:${option}`);
  expect((await press("ann", "option-1")).type).toBe("card");
  expect((await press("bob", "option-1")).type).toBe("card");
  expect((await press("ann", "option-2")).type).toBe("card");
  expect(sentenceOf(await press("bob", "option-9"))).toContain("choice");
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const reveal = await cardOf(world, session, "reveal");
  expect(reveal).toContain("noodles");
  expect(reveal).not.toContain(say.reasonsTitle);
});

test("whatever a client sends as the form, nothing breaks and nothing half-read is started", async () => {
  const world = await openWorld();
  const values = fc.dictionary(
    fc.constantFrom("question", "options", "background", "method", "reasons", "ends", "end", "open", "language", "x"),
    fc.oneof(
      fc.constantFrom("", "none", "other", "at-1", `at-${"9".repeat(15)}`, "2d", "single", "consent", "en", "required"),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ minLength: 2001, maxLength: 2100 }),
      fc.boolean(),
      fc.jsonValue(),
    ),
  );
  const token = fc.record({ type: fc.constant("set-up"), nonce: fc.uuid(), setup: fc.constantFrom("ask", "else", 1) });
  await fc.assert(
    fc.asyncProperty(token, values, async (about, given) => {
      const reply = await world.workshop.submit(world.origin("fay"), about, given);
      expect(["done", "mistakes", "refused"]).toContain(reply.type);
      const shown = await world.workshop.redraw(world.origin("fay"), about, given, "unfold");
      expect(["form", "refused"]).toContain(shown.type);
    }),
    { numRuns: 60 },
  );
  expect(world.faults).toEqual([]);
  for (const { activity, deadline } of await world.opened.store
    .in("w1")
    .listSessions({ channel: "c1", over: false, limit: 500 })) {
    expect(openFrozen(activity).title(t)).not.toEqual([]);
    expect(deadline === null || deadline > world.clock.now()).toBe(true);
  }
});
