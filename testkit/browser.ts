/** A real browser: Debian's Chromium, driven as a person would, by what things say. */
import { type Browser, chromium, type Page } from "playwright-core";
import { addressOfShared } from "./shared-servers.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser that several processes drive, each in windows of its own. */
export const launchBrowser = async () => {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const server = await chromium.launchServer({ executablePath, args: flags });
  return { address: server.wsEndpoint(), stop: () => server.close() };
};

/**
 * The browser of this run of the tests, and the page built. Closing it closes one's own windows.
 */
export const openBrowser = async (): Promise<Browser> => {
  const [address] = await Promise.all([addressOfShared("browser"), addressOfShared("page")]);
  return chromium.connect(address);
};

/** One person's window on the playground; `place` is what the address names beside the person. */
export const openWindow = async (
  browser: Browser,
  address: string,
  person: string,
  language: string,
  place = "",
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    timezoneId: "Asia/Seoul",
    locale: language,
  });
  const page = await context.newPage();
  await page.goto(`${address}/?person=${person}&lang=${language}${place}`);
  return page;
};

/**
 * Fills in the dialog in sight by the labels of its fields: several options of a group with bars
 * between them.
 */
export const fillDialog = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const [label, value] of Object.entries(values)) {
    const group = dialog.getByRole("group", { name: label });
    const menu = dialog.getByRole("combobox", { name: label });
    if ((await group.count()) > 0)
      for (const option of value.split("|")) await group.getByText(option, { exact: true }).click();
    else if ((await menu.count()) > 0) await menu.selectOption({ label: value });
    else await dialog.getByRole("textbox", { name: label }).fill(value);
  }
};
