/**
 * Opens and redraws views, and knows what Slack refuses because time has passed: a trigger lives
 * three seconds, and a view may have been redrawn meanwhile.
 */
import { WebAPIPlatformError } from "@slack/web-api";
import type { Language } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import { makeRecent } from "../../src/text/recent.ts";
import { words } from "../../src/text/text.ts";
import { slackMessages } from "./messages/speak.ts";

const late = ["expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "invalid_trigger_id"];

/** Whether Slack refused for one of these reasons. */
const isRefused = (fault: unknown, reasons: readonly string[]): boolean =>
  fault instanceof WebAPIPlatformError && reasons.includes(fault.data.error);

/**
 * Opens a view in time; else answers the refusal that says to press again. Throws whatever else
 * Slack says.
 */
export const openInTime = async (
  open: () => Promise<unknown>,
  language: Language,
): Promise<(Reply & { readonly type: "refused" }) | undefined> => {
  try {
    await open();
    return undefined;
  } catch (fault) {
    if (!isRefused(fault, late)) throw fault;
    return { type: "refused", text: words(slackMessages(language).pressAgain) };
  }
};

const rememberedMax = 10_000;

/**
 * Redraws views, each by what was done on it last: Slack refuses a redraw of a view that has
 * changed since (`hash_conflict`), which only what is older may be refused for.
 */
export const makeRedraws = () => {
  const newest = makeRecent<string>(rememberedMax);
  return {
    /** `at` is when it was done, as Slack says it. */
    did: (view: string, at: string): void => {
      if (at >= (newest.get(view) ?? "")) newest.set(view, at);
    },
    /** `update` with the hash, then without it where nothing newer was done. */
    redraw: async (
      view: string,
      at: string,
      hash: string,
      update: (hash: string | undefined) => Promise<unknown>,
    ): Promise<void> => {
      try {
        await update(hash);
      } catch (fault) {
        if (!isRefused(fault, ["hash_conflict"])) throw fault;
        if (newest.get(view) === at) await update(undefined);
      }
    },
  };
};
