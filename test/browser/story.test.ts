/**
 * The whole story as a team lives it, in two browser windows, in both languages, with the process
 * killed between any two steps.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const hostile = "<script>alert(1)</script> <!channel> *x*";

const stories = {
  ko: {
    start: "/workshop 시작 startup-support-chatbot --토론",
    rag: "FAQ 기반 RAG",
    tuning: "파인튜닝",
    prompt: "프롬프트 엔지니어링",
    reasons: ["답은 이미 FAQ에 있습니다", `말투를 학습해야 합니다 ${hostile}`, "가장 빨리 시작할 수 있습니다"],
    moved: "1명: 파인튜닝 → FAQ 기반 RAG",
    decision: "FAQ 기반 RAG로 2주 안에 시험판을 냅니다",
  },
  en: {
    start: "/workshop start startup-support-chatbot --discuss",
    rag: "RAG over the FAQ",
    tuning: "Fine-tuning",
    prompt: "Prompt engineering",
    reasons: [
      "The answers are in the FAQ already",
      `It has to learn our tone ${hostile}`,
      "It is the quickest to start with",
    ],
    moved: "1 person moved: Fine-tuning → RAG over the FAQ",
    decision: "We ship a trial with RAG over the FAQ within two weeks",
  },
} as const;

let browser: Browser;
const shots = join("test", "screenshots");

beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(shots, { recursive: true });
});
afterAll(() => browser.close());

/** Presses a button that is there for everyone or for this person, by what it says. */
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).last().click();

const speakAs = (page: Page, name: string): Promise<void> => page.getByRole("radio", { name }).check();

/** A picture of the page, taken when it is connected. */
const shoot = async (page: Page, language: Language, name: string): Promise<void> => {
  await page.getByText(playgroundMessages(language).offline).waitFor({ state: "detached" });
  await page.screenshot({ path: join(shots, `${language}-${name}`) });
};

const respond = async (
  page: Page,
  language: Language,
  option: string,
  reason: string,
  confidence: string,
): Promise<void> => {
  const { responseForm } = translatorFor(language).messages.session;
  const say = translatorFor(language).messages.scenario;
  await press(page, option);
  const dialog = page.getByRole("dialog");
  await expect.poll(() => dialog.getByRole("radio", { name: option, exact: true }).isChecked()).toBe(true);
  await dialog.getByLabel(say.reason).fill(reason);
  await dialog.getByLabel(say.confidence).fill(confidence);
  await dialog.getByRole("button", { name: responseForm.submit }).click();
  // A receipt may still stand from before.
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("status").getByText(translatorFor(language).messages.session.recorded.first).waitFor();
};

describe.each(["ko", "en"] as const)("the story in %s", (language) => {
  const story = stories[language];
  const { session: say, scenario } = translatorFor(language).messages;
  const people = [
    ["김민지", story.rag, story.reasons[0], "90"],
    ["박지훈", story.tuning, story.reasons[1], "60"],
    ["Alex Rivera", story.prompt, story.reasons[2], "70"],
  ] as const;

  test("runs from command to decision, and survives a kill between any two steps", async () => {
    const database = join(temporaryFolder(), "workshop.db");
    let program: Program = await startProgram({ database });
    const port = Number(new URL(program.address).port);
    const crash = async (): Promise<void> => {
      await program.kill();
      program = await startProgram({ database, port });
    };
    const facilitator = await openWindow(browser, program.address, "minji", language);
    const member = await openWindow(browser, program.address, "jihoon", language);
    const alerts: string[] = [];
    for (const page of [facilitator, member]) page.on("dialog", (dialog) => alerts.push(dialog.message()));

    const composer = facilitator.locator(".channel textarea");
    await composer.fill("/workshop ");
    await facilitator.getByRole("listbox").waitFor();
    await composer.fill(story.start);
    await composer.press("Enter");
    const thread = facilitator.getByRole("region", { name: playgroundMessages(language).thread });
    await thread.getByRole("button", { name: say.controls.verbs["end-round"], exact: true }).waitFor();
    await shoot(facilitator, language, "1-started.png");
    await crash();

    // The other window saw it come without a reload, and has no controls.
    await member.locator(".channel").getByRole("button", { expanded: false }).last().click();
    await member.getByRole("button", { name: story.rag, exact: true }).waitFor();
    expect(await member.getByRole("button", { name: say.controls.verbs["end-round"] }).count()).toBe(0);

    for (const [name, option, reason, confidence] of people) {
      await speakAs(member, name);
      await respond(member, language, option, reason, confidence);
      await crash();
    }
    await thread
      .getByText(say.responded({ count: 3 }))
      .filter({ visible: true })
      .first()
      .waitFor();
    // Nothing of what was said has reached the facilitator's window.
    for (const reason of story.reasons) expect(await facilitator.content()).not.toContain(reason);

    await press(facilitator, say.controls.verbs["end-round"]);
    await thread.getByText(say.controls.tooFewToAdvise).waitFor();
    expect(await member.getByText(say.controls.tooFewToAdvise).count()).toBe(0);
    await crash();
    await press(facilitator, say.controls.verbs.discuss);
    await thread.getByText(story.reasons[1]).waitFor();
    await shoot(facilitator, language, "2-discussion.png");
    await crash();
    await press(facilitator, say.controls.verbs["vote-again"]);
    await member.getByRole("heading", { name: say.ballotTitle({ round: 2 }) }).waitFor();
    await crash();
    for (const [name, option, reason, confidence] of people) {
      await speakAs(member, name);
      await respond(member, language, option === story.tuning ? story.rag : option, reason, confidence);
      await crash();
    }
    await thread
      .getByText(say.responded({ count: 3 }))
      .filter({ visible: true })
      .last()
      .waitFor();
    await press(facilitator, say.controls.verbs["end-round"]);
    await thread.getByRole("button", { name: say.controls.verbs.reveal, exact: true }).waitFor();
    await crash();
    await press(facilitator, say.controls.verbs.reveal);
    await facilitator.getByRole("dialog").getByRole("button", { name: say.controls.verbs.reveal }).click();
    await thread.getByText(scenario.recommendedIs({ option: story.rag })).waitFor();
    await crash();
    await thread.getByText(story.moved).waitFor();
    const chart = await thread.getByRole("img", { name: scenario.chartTitle }).getAttribute("aria-label");
    const sure = scenario.confidenceOf({ mean: "75%", given: 2 });
    const figure = `${scenario.figure({ count: 2, percent: "67%" })} · ${sure}`;
    expect(chart).toContain(`${story.rag} ${figure} · ${scenario.recommended}`);
    for (const reason of story.reasons) expect(await thread.textContent()).toContain(reason);
    await shoot(facilitator, language, "3-reveal.png");

    await press(facilitator, say.controls.verbs["record-decision"]);
    const dialog = facilitator.getByRole("dialog");
    await dialog.getByRole("button", { name: say.decision.save }).click();
    await dialog.getByText(say.required).waitFor();
    await dialog.getByLabel(say.decision.text).fill(story.decision);
    await dialog.getByLabel(say.decision.owner).selectOption("jihoon");
    await dialog.getByLabel(say.decision.date).fill("2026-12-24");
    await dialog.getByRole("button", { name: say.decision.save }).click();
    await thread.getByText(story.decision).filter({ visible: true }).first().waitFor();
    await crash();
    await facilitator.reload();
    await thread.getByText(story.decision).filter({ visible: true }).first().waitFor();
    await shoot(facilitator, language, "4-decision.png");

    await facilitator.setViewportSize({ width: 390, height: 844 });
    await thread.getByText(story.decision).filter({ visible: true }).first().waitFor();
    await shoot(facilitator, language, "5-phone.png");
    expect(await facilitator.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(alerts).toEqual([]);
    expect(await program.stop()).toBe(0);
  });
});

test("the keyboard alone starts a session and responds; a wrong command is explained to its sender alone", async () => {
  const program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
  const page = await openWindow(browser, program.address, "minji", "en");
  const composer = page.locator(".channel textarea");
  await composer.focus();
  await page.keyboard.type("/workshop stort startup-support-chatbot");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Did you mean start?").waitFor();
  await composer.fill("");
  await page.keyboard.type("/workshop start star");
  // The list of what was typed last, not the one of the letter before.
  await expect.poll(() => page.getByRole("listbox").getByRole("option").count()).toBe(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => composer.inputValue()).toContain("startup-support-chatbot");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "RAG over the FAQ", exact: true }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your reason").focus();
  await page.keyboard.press("Control+Enter");
  await dialog.getByRole("button", { name: "Submit" }).focus();
  await page.keyboard.press("Enter");
  await dialog.getByText("Please give a reason").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(await program.stop()).toBe(0);
});
