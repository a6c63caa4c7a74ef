/**
 * What cards look like, drawn by the official library in a real browser, with Markdown on as in
 * Teams: everything people typed stands there as typed.
 */

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawCard } from "../../adapters/teams/draw/draw-card.ts";
import { drawForm } from "../../adapters/teams/draw/draw-form.ts";
import { makeNamed, peopleIn } from "../../adapters/teams/mentions.ts";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { plainText } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { mention, plain, words } from "../../src/text/text.ts";
import { openBrowser } from "../../testkit/browser.ts";
import { everyCard, longestForm } from "../../testkit/every-card.ts";

const hostile =
  "*x* _y_ **z** [click](javascript:alert(1)) <at>Kim</at> {{DATE(2026-01-01T00:00:00Z,SHORT)}} <img src=x onerror=alert(1)> &lt; &amp; # 1. - `c` \\ ~s~";

const shots = join("test", "screenshots");
const require = createRequire(import.meta.url);
const scripts = [require.resolve("markdown-it/browser"), require.resolve("adaptivecards/dist/adaptivecards.js")];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(shots, { recursive: true });
});
afterAll(() => browser.close());

/** Draws cards below each other and answers the words that a person reads on each. */
const look = async (name: string, cards: readonly unknown[]): Promise<readonly string[]> => {
  const page = await browser.newPage({ viewport: { width: 640, height: 900 } });
  const alerts: string[] = [];
  page.on("dialog", (dialog) => alerts.push(dialog.message()));
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body{font:14px "Segoe UI",sans-serif;background:#f5f5f5}.card{background:#fff;margin:12px;border-radius:6px;box-shadow:0 1px 3px #0003}</style><body>`);
  for (const path of scripts) await page.addScriptTag({ content: readFileSync(path, "utf8") });
  // As a string: it runs in the page, whose globals this file does not have.
  const read = await page.evaluate(`(${drawAll})(${JSON.stringify(cards)})`);
  await page.screenshot({ path: join(shots, name), fullPage: true });
  await page.close();
  expect(alerts).toEqual([]);
  return Array.isArray(read) ? read.map(String) : [];
};

const drawAll = `(cards) => cards.map((content) => {
  const markdown = window.markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({
    fontFamily: "Segoe UI, Noto Sans CJK KR, sans-serif",
    actions: { maxActions: 6, actionsOrientation: "horizontal", actionAlignment: "left" },
  });
  card.parse(content);
  const box = document.createElement("div");
  box.className = "card";
  box.append(card.render());
  document.body.append(box);
  return box.innerText + [...box.querySelectorAll("textarea, input")].map((input) => input.value).join("\\n");
})`;

const readable = (text: string): string => text.replaceAll("\u2060", "").replaceAll(/\s+/gu, " ");

test.each(["en", "ko"] as const)("cards of a session in %s", async (language) => {
  const t = translatorFor(language);
  const drawn = everyCard(language, 6, [hostile]).map((card) =>
    drawCard(card, {
      t,
      named: makeNamed(peopleIn(card), (person) => `Person ${person}`, teamsMessages(t.language).someone),
      nonce: "n",
      source: { do: "show" },
    }),
  );
  const read = await look(`teams-${language}-cards.png`, drawn);
  expect(read).toHaveLength(drawn.length);
  const said = read.map(readable).filter((text) => text.includes("*x*"));
  expect(said.length).toBeGreaterThan(3);
  for (const text of said) expect(text).toContain(readable(hostile));
});

test.each(["en", "ko"] as const)("a form in %s, with what was typed and what is wrong", async (language) => {
  const form = longestForm(language, hostile);
  const t = translatorFor(language);
  const named = makeNamed([], () => undefined, teamsMessages(t.language).someone);
  const mistakes = { reason: t.messages.scenario.giveReason };
  const [read = ""] = await look(`teams-${language}-form.png`, [
    drawForm(form, { t, named, back: { do: "show" }, people: [], mistakes }),
  ]);
  expect(readable(read)).toContain(readable(hostile));
  expect(read).toContain(t.messages.scenario.giveReason);
  expect(read).toContain(form.submit);
});

test("beside a name, which only a text with Markdown can hold, what was typed stands as typed too", async () => {
  const text = [plain(hostile), plain(" — "), mention("29:a"), plain(`\n${hostile}`)];
  const card = { title: words(hostile), blocks: [{ type: "paragraph", text }] } as const;
  const named = makeNamed(["29:a"], () => "Kim", "someone");
  const drawn = drawCard(card, { t: translatorFor("en"), named, nonce: "n", source: { do: "show" } });
  const [read = ""] = await look("teams-beside.png", [drawn]);
  expect(readable(read).split(readable(hostile))).toHaveLength(4);
  expect(plainText(text)).toContain(hostile);
});
