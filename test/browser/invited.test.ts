/**
 * Who is asked and who decides, in the browser and in both languages: chosen in the form, counted
 * on the card, ended by the last response, and decided against the votes with a reason.
 */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

let browser: Browser;
let program: Program | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await program?.stop();
  await browser.close();
});

test.each(["ko", "en"] as const)("asked of two, ended by the last, and decided by a third in %s", async (language) => {
  await program?.stop();
  program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
  const { session: say, scenario, commands, roles } = translatorFor(language).messages;
  const page = await openWindow(browser, program.address, "minji", language);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: commands.ask, exact: true }).last().click();
  await dialog.getByLabel(scenario.own.question, { exact: true }).fill("Which?");
  await dialog.getByLabel(scenario.own.options).first().fill("Left\nRight");
  await dialog.getByText(commands.startForm.fold).click();
  for (const name of ["Alex Rivera", "Priya Nair"])
    await dialog.getByRole("group", { name: roles.fields.invited }).getByText(name, { exact: true }).click();
  await dialog.getByLabel(roles.fields.whenAll).check();
  await dialog.getByLabel(commands.startForm.reveal, { exact: true }).check();
  await dialog.getByLabel(roles.fields.decider).selectOption("tom");
  await dialog.getByRole("button", { name: commands.startForm.submit }).click();
  await dialog.waitFor({ state: "detached" });
  await page
    .getByText(roles.responded({ count: 0, asked: 2 }))
    .first()
    .waitFor();
  await page.close();
  for (const [person, option] of [
    ["sora", "Left"],
    ["alex", "Left"],
    ["priya", "Left"],
  ] as const) {
    const own = await openWindow(browser, program.address, person, language);
    await own.getByRole("button", { name: say.respond, exact: true }).first().click();
    if (person === "sora") await own.getByText(roles.refusals.notAsked).first().waitFor();
    else {
      const form = own.getByRole("dialog");
      await form.getByText(option, { exact: true }).first().click();
      await form.getByLabel(scenario.reason).fill("r");
      await form.getByRole("button", { name: say.responseForm.submit }).click();
      await form.waitFor({ state: "detached" });
    }
    await own.close();
  }
  const tom = await openWindow(browser, program.address, "tom", language);
  const form = tom.getByRole("dialog");
  await tom
    .getByText(roles.responded({ count: 2, asked: 2 }))
    .first()
    .waitFor();
  const record = tom.getByRole("button", { name: say.controls.verbs["record-decision"], exact: true });
  if ((await record.count()) === 0) await tom.locator(".replies, button", { hasText: /\d/u }).last().click();
  await record.last().click();
  await form.getByLabel(say.decision.text).fill("Right.");
  await form.getByLabel(roles.takes.label).selectOption({ label: "Right" });
  await form.getByRole("button", { name: say.decision.save }).click();
  await form
    .getByText(roles.youDecideAgainst({ count: 2, of: 2 }))
    .first()
    .waitFor();
  await form.getByLabel(roles.takes.reason).fill("The licence.");
  await form.getByRole("button", { name: say.decision.save }).click();
  await form.waitFor({ state: "detached" });
  await tom
    .getByText(roles.against({ count: 2, of: 2 }))
    .first()
    .waitFor();
  expect(await tom.getByText("The licence.").count()).toBeGreaterThan(0);
  await tom.close();
});
