/**
 * Strings that break programs, wherever people in Teams can put them: answers, words for the bot,
 * and their own names.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { drawCard } from "../../adapters/teams/draw/draw-card.ts";
import { makeNamed, peopleIn } from "../../adapters/teams/mentions.ts";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { parseTurn } from "../../adapters/teams/turn.ts";
import type { Card } from "../../src/cards/card.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { mention, plain, wellFormed, words } from "../../src/text/text.ts";
import { everyCard } from "../../testkit/every-card.ts";
import { mistakesIn, partsIn } from "../../testkit/teams/adaptive-cards.ts";
import { activityOf } from "../../testkit/teams/payloads.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";
import { openWorld, sentenceOf } from "../../testkit/world.ts";
import { asShownInTeams, drawForTeams } from "../hostile/draw-for-teams.ts";

const folder = process.env.CONFORMANCE_DATA ?? "";
const naughty = z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, "naughty-strings.json"), "utf8")));
const t = translatorFor("en");
const { session: say, scenario } = t.messages;
const teams = teamsMessages("en");

let inTeams: TeamsWorld;
beforeAll(async () => {
  inTeams = await openTeamsWorld({ people: 3 });
});
afterAll(() => inTeams.close());

const isTyped = (given: string): boolean => wellFormed(given).trim() !== "";

/** The first page, as Teams would be sent it. */
const drawn = (card: Card, nameOf = (person: string) => person) =>
  drawCard(card, { t, named: makeNamed(peopleIn(card), nameOf, "someone"), nonce: "n", source: { do: "show" } });

test("every hostile string stands on the cards as typed, as a reason and as a decision, and does nothing", () => {
  const spoken = naughty.map((given) => wellFormed(given).trim()).filter((given) => given !== "");
  const count = spoken.length;
  const read = everyCard("en", count, spoken).map((card) => drawForTeams(card));
  const shown = new Set(read.flatMap((one) => one.words));
  for (const reason of spoken) expect(shown, reason).toContain(asShownInTeams(reason));
  const harmless = everyCard("en", count, ["harmless"]).flatMap((card) => drawForTeams(card).live);
  expect(read.flatMap(({ live }) => live).toSorted()).toEqual(harmless.toSorted());
  for (const reason of spoken) {
    const cards = everyCard("en", 1, [reason]);
    for (const card of cards) expect(mistakesIn(drawn(card)), reason).toEqual([]);
    expect(cards.flatMap((card) => drawForTeams(card).words)).toContain(asShownInTeams(reason));
  }
});

test("every hostile string, given as a reason, comes out as it went in or is refused with a sentence", async () => {
  const fay = inTeams.person(0);
  const option = "RAG over the FAQ";
  await fay.say("start startup-support-chatbot");
  await expect.poll(fay.reads).toContain(say.ballotTitle({ round: 1 }));
  const inForm = () => fay.cards().flatMap((card) => partsIn(card).filter(({ type }) => type === "Input.Text"));
  let submit: string = say.responseForm.submit;
  for (const given of naughty) {
    await fay.press(option);
    const answer = await fay.press(submit, { [scenario.reason]: given, [scenario.confidence]: "75" });
    if (!isTyped(given)) {
      expect(answer).toContain(scenario.giveReason);
      await fay.press(say.responseForm.cancel);
      continue;
    }
    submit = say.responseForm.change;
    expect(answer, given).toMatch(new RegExp(`${say.recorded.first}|${say.recorded.changed}`));
    await fay.press(teams.back);
    await fay.press(option);
    expect(inForm().map(({ value }) => value)).toContain(wellFormed(given).trim());
    await fay.press(say.responseForm.cancel);
  }
  expect(inTeams.server.mistakes).toEqual([]);
  expect(inTeams.program.output()).not.toContain("fault");
});

/** How Teams writes what was typed. */
const encoded = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\u00a0", "&nbsp;");

test("every hostile string as words behind the bot's name arrives as typed and is answered with a sentence", async () => {
  const world = await openWorld();
  const fay = inTeams.person(0);
  for (const given of naughty) {
    const entities = [{ type: "mention", text: "<at>Workshop</at>", mentioned: { id: inTeams.server.bot } }];
    const said = { type: "message", text: `<at>Workshop</at>&nbsp;start ${encoded(given)}`, entities };
    const turn = parseTurn(activityOf(inTeams.conversation, fay, said));
    expect(turn?.words.replaceAll("\u00a0", " ")).toBe(`start ${wellFormed(given).replaceAll("\u00a0", " ")}`.trim());
    const reply = await world.workshop.run(world.origin(fay.id), turn?.words ?? "");
    if (reply.type === "form") continue;
    expect(reply.type, given).toBe("refused");
    expect(sentenceOf(reply).length).toBeGreaterThan(10);
    const card: Card = { title: reply.type === "refused" ? reply.text : [], blocks: [] };
    expect(mistakesIn(drawn(card))).toEqual([]);
    expect(drawForTeams(card).live).toEqual([]);
  }
  expect(world.faults).toEqual([]);
  await world.opened.store.close();
});

test("every hostile string is taken as words, however Teams may write it", async () => {
  const fay = inTeams.person(0);
  for (const given of naughty) expect((await fay.say(given)).status).toBe(200);
  expect(inTeams.program.output()).not.toContain("fault");
});

/** What of a name can be compared: Teams' tags and Markdown take its other signs. */
const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

test("every hostile string as a person's name is written as one, and does nothing else", () => {
  const text = [mention("29:a"), plain(" says "), plain("x")];
  const card: Card = {
    title: words("T"),
    blocks: [
      { type: "paragraph", text },
      { type: "list", ordered: false, items: [text] },
      { type: "quote", text: words("x"), by: [mention("29:a")] },
    ],
  };
  for (const given of naughty) {
    expect(mistakesIn(drawn(card, () => given)), given).toEqual([]);
    const called = drawForTeams(card, () => given);
    expect(called.live, given).toEqual(["mention 29:a", "mention 29:a", "mention 29:a"]);
    const named = drawForTeams(card, () => given, 0);
    expect(named.live, given).toEqual([]);
    for (const { words: read } of [called, named]) {
      const [name = ""] = (read.find((line) => line.endsWith(" says x")) ?? "").split(" says x");
      expect(name).not.toBe("");
      const wanted = letters(given) === "" ? name : letters(given);
      expect(letters(wanted), given).toContain(letters(name));
    }
  }
});
