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
  const quoting = [...within(fault)].find(quotesData);
  if (quoting === undefined) return fault.stack ?? fault.message;
  const places = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [`${quoting.name}: what could not be read is left out here`, ...places].join("\n");
};

const wrapper = z.object({ cause: z.unknown(), original: z.unknown() }).partial();

/**
 * The fault, and those that it was made from: whoever wraps one takes its message over, and keeps
 * it as `cause` or, as Bolt does, as `original`.
 */
const within = function* (fault: unknown, depth = 0): Generator {
  if (fault === undefined || depth > depthMax) return;
  yield fault;
  const { cause, original } = wrapper.safeParse(fault).data ?? {};
  yield* within(cause, depth + 1);
  yield* within(original, depth + 1);
};

/** A fault may be its own cause. */
const depthMax = 4;

/**
 * Errors of parsing quote what stands around the place they stumble on, which may be what somebody
 * wrote.
 */
const quotesData = (fault: unknown): fault is Error => fault instanceof SyntaxError || fault instanceof z.ZodError;
