/**
 * A question of one's own as a newcomer asks it, in the browser and in both languages: from the
 * empty channel to the recorded decision in few clicks, and about a message.
 */
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const hostile = "<script>alert(1)</script> <!channel> *x*";

/** As many clicks may it take the facilitator from the empty channel to the decision. */
const clicksMax = 12;

let browser: Browser;
let program: Program | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await program?.stop();
  await browser.close();
});

test.each(["ko", "en"] as const)("asked, answered, revealed and decided in %s", async (language) => {
  await program?.stop();
  program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
  const { session: say, scenario, commands } = translatorFor(language).messages;
  const { own } = scenario;
  const page = await openWindow(browser, program.address, "minji", language);
  let clicks = 0;
  const click = async (found: Locator): Promise<void> => {
    clicks += 1;
    await found.click();
  };
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true }).last();
  const dialog = page.getByRole("dialog");

  await click(button(commands.ask));
  await dialog.getByLabel(own.question, { exact: true }).fill(`${hostile}?`);
  await dialog.getByLabel(own.options).first().fill("OpenSearch");
  // What must be said first is alone in sight, with the buttons; the rest folds.
  expect(await dialog.getByLabel(own.background).isVisible()).toBe(false);
  await dialog.getByRole("button", { name: commands.startForm.submit }).click();
  await dialog.getByText(own.optionsCount({ count: 1, min: 2, max: 10 })).waitFor();
  await dialog.getByLabel(own.options).first().fill(`OpenSearch\nLoki ${hostile}`);
  await dialog.getByText(own.optionsCount({ count: 1, min: 2, max: 10 })).waitFor({ state: "detached" });
  await dialog.getByText(commands.startForm.fold).click();
  await dialog.getByText(commands.startForm.ends.spans["2d"]).click();
  await click(dialog.getByRole("button", { name: commands.startForm.submit }));
  await dialog.waitFor({ state: "detached" });
  await page.getByText(`${hostile}?`).first().waitFor();
  await click(button(`Loki ${hostile}`));
  await dialog.getByLabel(scenario.reason).fill(hostile);
  await click(dialog.getByRole("button", { name: say.responseForm.submit }));
  await button(say.controls.verbs["end-round"]).waitFor();
  await click(button(say.controls.verbs["end-round"]));
  await button(say.controls.verbs.reveal).waitFor();
  await click(button(say.controls.verbs.reveal));
  await click(dialog.getByRole("button", { name: say.controls.verbs.reveal }));
  await page.getByText(scenario.reasonsOf({ option: `Loki ${hostile}`, count: 1 })).waitFor();
  await click(button(say.controls.verbs["record-decision"]));
  await dialog.getByLabel(say.decision.text).fill("Loki");
  await click(dialog.getByRole("button", { name: say.decision.save }));
  await dialog.waitFor({ state: "detached" });
  expect(clicks).toBeLessThanOrEqual(clicksMax);
  expect(await page.locator("script", { hasText: "alert(1)" }).count()).toBe(0);

  const composer = page.getByRole("textbox").first();
  await composer.fill(`not a /command ${hostile}`);
  await composer.press("Enter");
  await page.getByText(`not a /command ${hostile}`).first().waitFor();
  await page.getByText(`not a /command ${hostile}`).first().hover();
  await button(playgroundMessages(language).decide).click();
  await expect.poll(() => dialog.getByLabel(own.background).inputValue()).toBe(`not a /command ${hostile}`);
});
