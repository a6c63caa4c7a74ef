/**
 * A question of the team's own in two browser windows: an option is added, the question gets other
 * words while a form is open, and nothing that was typed is lost.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { startProgram, temporaryFolder } from "../../testkit/process.ts";

let browser: Browser;
const shots = join("test", "screenshots");

beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(shots, { recursive: true });
});
afterAll(() => browser.close());

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).last().click();

const lines = {
  en: '/workshop ask "Which database?" "Postgres" "SQLite" --open',
  ko: "/workshop 질문 “어느 데이터베이스?” “Postgres” “SQLite” --제안",
} as const;

test.each(["en", "ko"] as const)("an option is added and the question changed, in %s", async (language) => {
  const { session: say, scenario } = translatorFor(language).messages;
  const program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
  const facilitator = await openWindow(browser, program.address, "minji", language);
  const member = await openWindow(browser, program.address, "jihoon", language);
  const composer = facilitator.locator(".channel textarea");
  await composer.fill(lines[language]);
  await composer.press("Enter");
  const thread = facilitator.getByRole("region", { name: playgroundMessages(language).thread });
  await thread.getByRole("button", { name: say.controls.verbs.mend, exact: true }).waitFor();
  await member.locator(".channel").getByRole("button", { expanded: false }).last().click();

  const respond = async (page: Page, option: string): Promise<void> => {
    await press(page, option);
    await page.getByRole("dialog").getByLabel(scenario.reason).fill(`for ${option}`);
  };
  await respond(member, "Postgres");
  await member.getByRole("dialog").getByRole("button", { name: say.responseForm.submit }).click();
  await member.getByRole("status").getByText(say.recorded.first).waitFor();
  await press(facilitator, say.optionForm.button);
  await facilitator.getByRole("dialog").getByLabel(say.optionForm.field).fill("DuckDB");
  await facilitator.screenshot({ path: join(shots, `${language}-option-form.png`) });
  await facilitator.getByRole("dialog").getByRole("button", { name: say.optionForm.submit, exact: true }).click();
  await facilitator
    .getByRole("status")
    .getByText(say.optionForm.added({ option: "DuckDB" }))
    .waitFor();
  await member.getByText(say.mending.newsTitle).first().waitFor();

  await member.getByRole("radio", { name: "Alex Rivera" }).check();
  await respond(member, "DuckDB");
  await press(facilitator, say.controls.verbs.mend);
  const dialog = facilitator.getByRole("dialog");
  await dialog.getByLabel(scenario.own.question).fill("Which store?");
  await facilitator.screenshot({ path: join(shots, `${language}-mend-form.png`) });
  await dialog.getByRole("button", { name: say.mending.submit, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await thread.getByText("Which store?").first().waitFor();

  const open = member.getByRole("dialog");
  await open.getByRole("button", { name: say.responseForm.submit }).click();
  await open.getByText(say.mending.stale).waitFor();
  expect(await open.getByLabel(scenario.reason).inputValue()).toBe("for DuckDB");
  await member.screenshot({ path: join(shots, `${language}-stale-form.png`) });
  await open.getByRole("button", { name: say.responseForm.submit }).click();
  await member.getByRole("status").getByText(say.recorded.first).waitFor();
  await facilitator.screenshot({ path: join(shots, `${language}-mended.png`), fullPage: true });
  await facilitator.setViewportSize({ width: 390, height: 844 });
  await facilitator.screenshot({ path: join(shots, `${language}-mended-phone.png`) });
  await facilitator.setViewportSize({ width: 1360, height: 900 });

  await press(facilitator, say.controls.verbs["end-round"]);
  await press(facilitator, say.controls.verbs.reveal);
  await facilitator.getByRole("dialog").getByRole("button", { name: say.controls.verbs.reveal }).click();
  await thread.getByText(scenario.reasonsOf({ option: "DuckDB", count: 1 })).waitFor();
  expect(await program.stop()).toBe(0);
});
