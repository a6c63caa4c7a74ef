/** A real browser: Debian's Chromium, driven as a person would, by what things say. */
import { type Browser, chromium, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

/** One person's window on the playground. */
export const openWindow = async (
  browser: Browser,
  address: string,
  person: string,
  language: string,
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    timezoneId: "Asia/Seoul",
    locale: language,
  });
  const page = await context.newPage();
  await page.goto(`${address}/?person=${person}&lang=${language}`);
  return page;
};
