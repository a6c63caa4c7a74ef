/** The log: pino, told never to write what people say. */
import { type Logger, pino } from "pino";

/** Fields that could hold a choice, a reason or a name are removed wherever they stand in what is logged. */
const hidden = ["answer", "reason", "choice", "text", "values", "body", "name", "token", "person", "participant"];

export const makeLog = (level: string): Logger =>
  pino({ level, redact: { paths: hidden.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), remove: true } });

/** What of a fault may be logged: its name, message and stack; never data that came with it. */
export const faultOf = (fault: unknown): { readonly fault: string } => ({
  fault: fault instanceof Error ? (fault.stack ?? fault.message) : typeof fault,
});
