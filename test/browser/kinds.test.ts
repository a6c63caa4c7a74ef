/**
 * Every kind of the built-in pack as a team runs it in the playground, from command to reveal, in
 * both languages; pictures are kept for a look.
 */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const people = ["김민지", "박지훈", "Alex Rivera"] as const;
const shots = join("test", "screenshots");

let browser: Browser;
let program: Program;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await openBrowser();
  program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
});
afterAll(async () => {
  await browser.close();
  expect(await program.stop()).toBe(0);
});

describe.each(["ko", "en"] as const)("in %s", (language) => {
  const { messages: say, ...t } = translatorFor(language);
  const { session, commands } = say;
  const words = playgroundMessages(language);
  let page: Page;
  let thread: Locator;

  beforeEach(async () => {
    await page?.context().close();
    page = await openWindow(browser, program.address, "minji", language);
    thread = page.getByRole("region", { name: words.thread });
  });

  const type = async (command: string): Promise<void> => {
    const composer = page.locator(".channel textarea");
    await composer.fill(`/workshop ${command}`);
    await composer.press("Enter");
  };

  const start = async (id: string): Promise<void> => {
    await type(`start ${id}`);
    await press(session.controls.verbs["end-round"]).waitFor();
  };

  const press = (name: string): Locator => thread.getByRole("button", { name, exact: true }).last();

  /** Opens the form as each person in turn, has it filled and submits it. */
  const everyoneResponds = async (
    fill: (dialog: Locator, index: number) => Promise<void>,
    { opener = session.respond, told = session.recorded.first } = {},
  ): Promise<void> => {
    for (const [index, name] of people.entries()) {
      await page.getByRole("radio", { name }).check();
      await press(opener).click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await fill(dialog, index);
      await dialog.getByRole("button", { name: session.responseForm.submit }).click();
      await page.getByRole("status").getByText(told).waitFor();
    }
    await page.getByRole("radio", { name: people[0] }).check();
  };

  const reveal = async (name: string): Promise<string> => {
    await press(session.controls.verbs["end-round"]).click();
    await press(session.controls.verbs.reveal).click();
    await page.getByRole("dialog").getByRole("button", { name: session.controls.verbs.reveal }).click();
    await thread.getByRole("heading", { name: session.revealTitle }).waitFor();
    await thread.screenshot({ path: join(shots, `${language}-kind-${name}.png`) });
    return thread.innerText();
  };

  test("a checklist shows first what is open, and each yes leads on", async () => {
    await start("alternatives-first");
    const { checklist } = say;
    const verdicts = [checklist.answers.yes, checklist.answers.no, checklist.answers.yes];
    await everyoneResponds(async (dialog, index) => {
      for (const group of await dialog.getByRole("group").all())
        await group.getByRole("radio", { name: verdicts[index] ?? "", exact: true }).check();
    });
    expect(await reveal("checklist")).toContain(checklist.talkTitle);
  });

  test("a self-check tells each person their own result, and the team only sums", async () => {
    await start("paradigm-shift");
    const { checklist } = say;
    const told = checklist.ownSums({ yes: 5, total: 5 });
    await everyoneResponds(
      async (dialog) => {
        await dialog.getByText(checklist.selfChecked.named).waitFor();
        for (const group of await dialog.getByRole("group").all())
          await group.getByRole("radio", { name: checklist.answers.yes, exact: true }).check();
      },
      { told },
    );
    expect(await reveal("self-check")).toContain(checklist.responded({ count: 3 }));
  });

  test("a decision flow is walked question by question, and drawn with the team's paths", async () => {
    await start("which-approach");
    const { branches, why, partingTitle, pathsTitle, back } = say.decisionFlow;
    const walks = [["no", "yes"], ["no", "no", "yes"], ["yes"]] as const;
    await everyoneResponds(async (dialog, index) => {
      for (const [step, answer] of (walks[index] ?? []).entries()) {
        const question = dialog.getByRole("group").nth(step);
        await question.getByRole("radio", { name: branches[answer], exact: true }).check();
        await dialog.getByRole("button", { name: back }).waitFor();
      }
      await dialog.getByLabel(why).fill("because");
    });
    expect(await reveal("decision-flow")).toContain(partingTitle);
    const picture = thread.getByRole("img", { name: pathsTitle });
    await picture.scrollIntoViewIfNeeded();
    await thread.screenshot({ path: join(shots, `${language}-kind-decision-flow-picture.png`) });
    expect(await picture.locator(".node").count()).toBe(14);
    expect(await picture.locator(".way.taken").count()).toBe(6);
  });

  test("an ROI comparison is reckoned before it is submitted, and the reveal compares", async () => {
    await start("approach-roi");
    const { roi } = say;
    await everyoneResponds(async (dialog, index) => {
      await dialog.getByLabel(roi.budget).fill(String(2000 + 2500 * index));
      await dialog.getByRole("button", { name: roi.calculate }).click();
      await dialog.getByRole("img", { name: roi.chartTitle }).waitFor();
      if (index === 0) await page.screenshot({ path: join(shots, `${language}-kind-roi-form.png`) });
    });
    const text = await reveal("roi");
    expect(text).toContain(roi.spreadTitle);
    expect(text).not.toMatch(/NaN|Infinity|∞/);
  });

  test("a worksheet computes the rest, and the reveal has every row and the median", async () => {
    await start("cost-analysis");
    await everyoneResponds(async (dialog, index) => {
      const values = [`A${index}`, "4000", "80", "RAG", String(2000 + 500 * index), "80"];
      for (const [place, value] of values.entries()) await dialog.getByRole("textbox").nth(place).fill(value);
    });
    const text = await reveal("worksheet");
    expect(text).toContain(say.worksheet.median);
    for (const name of people) expect(text).toContain(`@${name}`);
  });

  test("a discussion gathers positions and closes with what to take along", async () => {
    await start("rag-or-tools");
    await everyoneResponds((dialog, index) => dialog.getByRole("textbox").fill(`position ${index}`));
    const text = await reveal("discussion");
    expect(text).toContain(say.discussion.summaryTitle);
    for (const index of [0, 1, 2]) expect(text).toContain(`position ${index}`);
  });

  test("a case without an official answer says so, and shows what the models give", async () => {
    await start("shop-recommendation");
    const option = { ko: "도구 사용", en: "Tool use" }[language];
    await everyoneResponds((dialog) => dialog.getByLabel(say.scenario.reason).fill("stock changes"), {
      opener: option,
    });
    const text = await reveal("without-answer");
    expect(text).toContain(say.scenario.noRecommendation);
    expect(text).toContain(say.decisionFlow.verdictIs({ verdict: option }));
    expect(text).toContain(
      say.roi.bestIs({ approach: { en: "RAG", ko: "RAG (검색 증강 생성)" }[language], roi: "58%" }),
    );
    await thread.getByText(say.decisionFlow.kind.one, { exact: true }).scrollIntoViewIfNeeded();
    await thread.screenshot({ path: join(shots, `${language}-kind-without-answer-models.png`) });
  });

  test("a reference card is read alone, then posted for everyone", async () => {
    await type("learn");
    await page.getByText("paradigm-overview").first().waitFor();
    await type("learn peft");
    await page.getByText("QLoRA").first().waitFor();
    await page.screenshot({ path: join(shots, `${language}-kind-reference.png`) });
    await page.getByRole("button", { name: commands.share, exact: true }).last().click();
    await page.locator(".channel").getByText(session.sharedBy).last().waitFor();
    expect(await page.locator(".channel").innerText()).toContain(t.pick({ en: "a twentieth", ko: "20분의 1" }));
  });

  test("one command starts the exercise's two scenarios", async () => {
    await type("start choose-technology");
    for (const title of [
      t.pick({ en: "An assistant for medical diagnosis", ko: "의료 진단 보조" }),
      t.pick({ en: "Recommendations in an online shop", ko: "쇼핑몰 상품 추천" }),
    ])
      await page.locator(".channel").getByRole("heading", { name: title }).last().waitFor();
  });
});
