/**
 * How the page looks, measured in it: every view, in both languages, light and dark, on a desk and
 * on a phone. Nothing that axe finds, no text cut or broken, bars as long as they say.
 */
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { axeFinds, barsOf, textsBroken } from "../../testkit/measure-page.ts";
import { type PlaygroundPeople, peopleOf, postAs } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { until } from "../../testkit/until.ts";

const shots = join("test", "screenshots", "looks");
const desk = { width: 1360, height: 900 };
const phone = { width: 390, height: 844 };

/** One session of each kind and method that looks like no other. */
const starts = {
  scenario: "start legal-contract-analysis --discuss",
  checklist: "start alternatives-first",
  flow: "start which-approach",
  roi: "start approach-roi",
  worksheet: "start cost-analysis",
  ...Object.fromEntries(
    (["ranked", "score", "dots"] as const).map((method) => [
      method,
      `ask "Which database for the new service?" "Postgres" "SQLite" "A file" --method ${method}`,
    ]),
  ),
};
const words = ["", "help", "list", "history", "learn", "schedules", "strat", "start", "ask", "schedule", "find x"];

const seen = z.object({ messages: z.array(z.looseObject({ thread: z.string().nullable() })) });

/** In the other language, what has the longest words. */
const someStarts: readonly string[] = ["scenario", "checklist", "roi"];
const someWords: readonly string[] = ["", "ask", "schedule"];

let browser: Browser;
let program: Program;
let people: PlaygroundPeople;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const isWhole = language === "en";
  beforeAll(async () => {
    program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
    people = peopleOf(program.address);
  });
  afterAll(async () => expect(await program.stop()).toBe(0));

  const say = playgroundMessages(language);
  const { session: ofSessions, commands, scenario } = translatorFor(language).messages;

  /** Axe doesn't mind the language, and colours don't mind the width. */
  const look = async (page: Page, name: string): Promise<void> => {
    const found: string[] = [];
    for (const [size, viewport] of Object.entries({ desk, phone })) {
      await page.setViewportSize(viewport);
      const broken = await textsBroken(page);
      const rules = isWhole ? await axeFinds(page) : [];
      found.push(...[...broken, ...rules].map((one) => `${size}: ${one}`));
      await page.screenshot({ path: join(shots, `${language}-${name}-${size}.png`) });
    }
    await page.emulateMedia({ colorScheme: "dark" });
    if (isWhole) found.push(...(await axeFinds(page, "color-contrast")).map((one) => `dark: ${one}`));
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(desk);
    expect.soft(found, name).toEqual([]);
  };

  const open = (path = ""): Promise<Page> => openWindow(browser, program.address, "minji", language, path);

  const as = async (path: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
    const sent = { intent: randomUUID(), language, ...body };
    expect((await postAs(program.address, "minji", path, sent)).status).toBe(200);
  };

  test("what nobody has done yet, and the example", async () => {
    const page = await open("&channel=random");
    await page.getByText(say.emptyTitle).waitFor();
    await look(page, "empty");
    await as("show", { what: "no-example" });
    await as("show", { what: "example" });
    await page.goto(`${program.address}/?person=minji&lang=${language}&channel=example`);
    await page.getByText(say.exampleIs).waitFor();
    await look(page, "example");
    await page.locator(".channel").getByRole("button", { expanded: false }).last().click();
    await page.locator(".thread").waitFor();
    await look(page, "example-thread");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: say.picture.copy }).first().click();
    await page.getByRole("button", { name: say.picture.copied }).waitFor();
    const copied = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(copied).toEqual(["image/png"]);
    await page.context().close();
  });

  test("a question of one's own comes to a recorded decision in at most twelve clicks", async () => {
    const page = await open("&channel=random");
    page.setDefaultTimeout(20_000);
    let clicks = 0;
    const click = async (within: Locator | Page, name: string): Promise<void> => {
      await within.getByRole("button", { name, exact: true }).last().click();
      clicks += 1;
    };
    const dialog = page.getByRole("dialog");
    const thread = page.locator(".thread");
    const { verbs } = ofSessions.controls;
    await click(page, commands.ask);
    await dialog.getByLabel(scenario.own.question).fill("Which database?");
    await dialog.getByLabel(scenario.own.options).first().fill("Postgres\nSQLite");
    await click(dialog, commands.startForm.submit);
    await click(thread, "Postgres");
    await dialog.getByLabel(scenario.reason).fill("We know it");
    await click(dialog, ofSessions.responseForm.submit);
    for (const verb of ["end-round", "reveal"] as const) await click(thread, verbs[verb]);
    await click(dialog, verbs.reveal);
    await click(thread, verbs["record-decision"]);
    await dialog.getByLabel(ofSessions.decision.text).fill("We take Postgres");
    await click(dialog, ofSessions.decision.save);
    await thread.getByText("We take Postgres").filter({ visible: true }).first().waitFor();
    expect(clicks).toBeLessThanOrEqual(12);
    await page.context().close();
  });

  test.each(words.filter((typed) => isWhole || someWords.includes(typed)))(
    "what /workshop %s leads to",
    async (typed) => {
      const page = await open("&channel=random");
      const composer = page.locator(".channel textarea");
      await composer.fill(`/workshop ${typed}`);
      await composer.press("Enter");
      await page.locator("dialog[open], .told").first().waitFor();
      await look(page, `said-${typed}`);
      await page.context().close();
    },
  );

  test.each(Object.entries(starts).filter(([name]) => isWhole || someStarts.includes(name)))(
    "a session: %s",
    async (name, words) => {
      const [before] = newest(await people.reads("minji"));
      await as("say", { text: `/workshop ${words} --demo` });
      const [session, root] = await until(async () => {
        const found = newest(await people.reads("minji"));
        return found[0] === before || found[1] === "" ? undefined : found;
      }, "its thread stands");
      const page = await open(`#thread=${root}`);
      page.setDefaultTimeout(20_000);
      const thread = page.locator(".thread");
      await thread.getByRole("button", { name: ofSessions.controls.verbs["end-round"], exact: true }).waitFor();
      await look(page, name);
      await thread.locator(".card .buttons button:visible").first().click();
      await page.locator("dialog[open]").waitFor();
      await look(page, `${name}-form`);
      await page.keyboard.press("Escape");
      await as("press", { action: `end-round:${session}:1` });
      await thread.getByRole("button", { name: ofSessions.controls.verbs.reveal, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: ofSessions.controls.verbs.reveal }).click();
      const top = thread.getByRole("heading", { name: ofSessions.revealTitle });
      await top.waitFor();
      const [list, head] = [await thread.locator(".messages").boundingBox(), await top.boundingBox()];
      expect(head?.y ?? 0).toBeGreaterThanOrEqual(list?.y ?? 0);
      expect((head?.y ?? 0) - (list?.y ?? 0)).toBeLessThan((list?.height ?? 0) - 100);
      await look(page, `${name}-reveal`);
      for (const { said, drawn } of await barsOf(page)) expect(Math.abs(said - drawn)).toBeLessThan(1);
      await page.context().close();
    },
  );
});

/** The newest session and the root of its thread, in what a person sees. */
const newest = (room: string): readonly [session: string, root: string] => {
  const { messages } = seen.parse(JSON.parse(room));
  const session = [...room.matchAll(/"session":"([^"]+)"/g)].at(-1)?.[1] ?? "";
  const root = messages.findLast((message) => message.thread !== null && JSON.stringify(message).includes(session));
  return [session, root?.thread ?? ""];
};
