/** What Slack's libraries may write to the log: faults alone. */
import { LogLevel } from "@slack/bolt";

const causeLengthMax = 200;

const causeIn = (lines: readonly unknown[]): string =>
  lines
    .filter((line) => typeof line === "string")
    .join(" ")
    .slice(0, causeLengthMax) || "Bolt named no cause";

/**
 * Bolt's own lines hold payloads, which may hold what people wrote: only its errors pass, as
 * faults.
 */
export const quietLogger = (reportFault: (fault: unknown) => void) => {
  const silent = (): void => undefined;
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error: (...lines: unknown[]): void =>
      reportFault(lines.find((line) => line instanceof Error) ?? new Error(causeIn(lines))),
    setLevel: silent,
    getLevel: (): LogLevel => LogLevel.ERROR,
    setName: silent,
  };
};
