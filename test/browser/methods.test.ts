/**
 * A question of the team's own by each method in the playground, in one window, in both languages:
 * asked in a line, an option added, five people and one who can't judge, a second round, the reveal
 * and the decision, with as many options as there may be, as long as they may be.
 */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playgroundMessages } from "../../adapters/playground/messages/speak.ts";
import { people } from "../../adapters/playground/people.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { fillDialog, openBrowser, openWindow } from "../../testkit/browser.ts";
import { type Answered, methodStories } from "../../testkit/method-stories.ts";
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

const [lead, ...others] = people;

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, methods } = t.messages;

  let page: Page;
  beforeAll(async () => {
    page = await openWindow(browser, program.address, lead?.id ?? "", language);
  });

  const thread = () => page.getByRole("region", { name: playgroundMessages(language).thread });
  /** Waits until the thread says so in sight. */
  const reads = (sentence: string): Promise<void> =>
    thread().getByText(sentence).filter({ visible: true }).first().waitFor();
  const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).last().click();
  const speakAs = (index: number): Promise<void> =>
    page.getByRole("radio", { name: people[index]?.name ?? "" }).check();
  /** Submits the dialog in sight. */
  const submit = async (label: string): Promise<void> => {
    await page.getByRole("dialog").getByRole("button", { name: label, exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  const control = async (verb: keyof typeof say.controls.verbs): Promise<void> => {
    await speakAs(0);
    await thread().getByRole("button", { name: say.controls.verbs[verb], exact: true }).click();
  };
  const answer = async (index: number, why: string, { button, values }: Answered, again = false): Promise<void> => {
    await speakAs(index);
    await press(button);
    await fillDialog(page, { ...values, [why]: `because ${index}${again ? ", convinced" : ""}` });
    await submit(say.responseForm.submit);
    await page.getByRole("status").getByText(methods.receipt).last().waitFor();
  };

  test.each(methodStories(t))("$method", async (story) => {
    const { line, added, why, answers, change, headline, decision } = story;
    await speakAs(0);
    const composer = page.locator("main textarea").first();
    await composer.fill(`/workshop ${line}`);
    await composer.press("Enter");
    await thread().getByText(say.nobodyYet).last().waitFor();
    for (const [index, one] of answers.entries()) {
      await answer(index, why, one);
      if (index > 0 || added === undefined) continue;
      await speakAs(1);
      await press(say.optionForm.button);
      await fillDialog(page, { [say.optionForm.field]: added });
      await submit(say.optionForm.submit);
      await speakAs(0);
      await page.getByText(say.mending.newsTitle).last().waitFor();
    }
    await speakAs(others.length);
    await press(methods.cannotJudge.option);
    await reads(say.responded({ count: others.length + 1 }));
    expect(await thread().textContent()).not.toContain("because");
    await control("end-round");
    await control("discuss");
    await reads("because 2");
    await control("vote-again");
    await page.getByRole("heading", { name: say.ballotTitle({ round: 2 }) }).waitFor();
    await answer(change.index, why, change.answer, true);
    await control("end-round");
    await control("reveal");
    await page.getByRole("dialog").getByRole("button", { name: say.controls.verbs.reveal }).click();
    await reads(headline);
    await reads(scenario.shiftTitle({ from: 1, to: 2 }));
    await reads(methods.cannotJudge.counted({ count: 1 }));
    await control("record-decision");
    await fillDialog(page, { [say.decision.text]: decision });
    await submit(say.decision.save);
    await reads(decision);
  });
});
