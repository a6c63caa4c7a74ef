/** The log: pino, told never to write what people say. */
import { type Logger, pino } from "pino";
import { z } from "zod";

/**
 * Fields that could hold a choice, a reason or a name are removed wherever they stand in what is
 * logged.
 */
const hidden = ["answer", "reason", "choice", "text", "values", "body", "name", "token", "person", "participant"];

export const makeLog = (level: string): Logger =>
  pino({ level, redact: { paths: hidden.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), remove: true } });

/** What of a fault may be logged: its name, message and stack; never data that came with it. */
export const faultOf = (fault: unknown): { readonly fault: string } => ({
  fault: fault instanceof Error ? describe(fault) : typeof fault,
});

const describe = (fault: Error): string => {
  if (!quotesData(fault)) return fault.stack ?? fault.message;
  const places = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [`${fault.name}: what could not be read is left out here`, ...places].join("\n");
};

/**
 * Errors of parsing quote what stands around the place they stumble on, which may be what somebody
 * wrote.
 */
const quotesData = (fault: Error): boolean => fault instanceof SyntaxError || fault instanceof z.ZodError;
