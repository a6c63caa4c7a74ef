/** What the race's processes are told to do, and what they answer; parsed where it enters. */
import { z } from "zod";

const base = { id: z.string(), person: z.string(), delayMs: z.number() };

export const orders = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("press"), action: z.string() }),
  /** Changes what is asked: `label` is the option that comes to it, empty where words change. */
  z.object({
    ...base,
    type: z.literal("change"),
    token: z.unknown(),
    values: z.record(z.string(), z.string()),
    label: z.string(),
  }),
  z.object({
    ...base,
    type: z.literal("submit"),
    token: z.unknown(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
  }),
]);

export type Order = z.infer<typeof orders>;

/** `from` and `to` are milliseconds of one clock that all processes share. */
const done = z.object({ id: z.string(), outcome: z.enum(["ok", "refused"]), from: z.number(), to: z.number() });

export type Done = z.infer<typeof done>;

export const answers = z.object({ done: z.array(done), faults: z.array(z.string()) });
