/** An assessment in the playground, step by step, closed in between and gone on with. */
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { project, toldOfAll } from "../../testkit/assessment-story.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

let browser: Browser;
let program: Program;
beforeAll(async () => {
  browser = await openBrowser();
  program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
});
afterAll(async () => {
  await browser.close();
  expect(await program.stop()).toBe(0);
});

const people = ["박지훈", "Alex Rivera", "이소라", "Priya Nair", "김민지"];

/** Takes one answer of each question that the step asks, another one for every other person. */
const answerAll = async (dialog: Locator, index: number): Promise<void> => {
  for (const group of await dialog.getByRole("group").all()) {
    const answers = group.getByRole("radio");
    if ((await answers.count()) > 0) await answers.nth(index % 2).check({ force: true });
  }
};

test.each(["ko", "en"] as const)("in %s", async (language) => {
  const t = translatorFor(language);
  const { session: say, assessment, scenario, roi, commands } = t.messages;
  const page = await openWindow(browser, program.address, "minji", language);
  const thread = page.getByRole("region", { name: playgroundMessages(language).thread });
  const dialog = page.getByRole("dialog");
  const composer = page.locator("main textarea").first();
  await composer.fill(language === "ko" ? "/워크숍 진단" : "/workshop assess");
  await composer.press("Enter");
  await dialog.getByLabel(assessment.name).fill(project.name ?? "");
  await dialog.getByLabel(assessment.purpose).fill(project.purpose ?? "");
  await dialog.getByLabel(assessment.examples).fill("5000");
  await dialog.getByLabel(roi.required).fill("80");
  await dialog.getByRole("button", { name: commands.startForm.submit, exact: true }).click();
  const respond = thread.getByRole("button", { name: say.respond, exact: true }).last();
  await respond.waitFor();
  for (const [index, name] of people.entries()) {
    await page.getByRole("radio", { name }).check();
    await respond.click();
    for (let step = 1; step <= 6; step += 1) {
      await dialog.getByText(say.responseForm.stage({ step, of: 6 })).waitFor();
      if (index === 0 && step === 3) {
        await dialog.getByRole("button", { name: say.responseForm.cancel, exact: true }).click();
        await respond.click();
        await dialog.getByText(say.responseForm.stage({ step, of: 6 })).waitFor();
      }
      if (step !== 5) await answerAll(dialog, index);
      if (step === 6) await dialog.getByLabel(scenario.reason).fill(`because ${index}`);
      await dialog.locator("button[type=submit]").click();
    }
    await page.getByRole("status").getByText(say.recorded.first).waitFor();
  }
  await thread.getByRole("button", { name: say.controls.verbs["end-round"], exact: true }).last().click();
  await thread.getByRole("button", { name: say.controls.verbs.reveal, exact: true }).last().click();
  await dialog.getByRole("button", { name: say.controls.verbs.reveal }).click();
  await thread.getByRole("heading", { name: say.revealTitle }).waitFor();
  const told = await thread.innerText();
  for (const sentence of toldOfAll(t)) expect(told).toContain(sentence);
  await page.context().close();
});
