/** The terms in which the core and the adapters read variables of the environment. */
import { z } from "zod";

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that may be absent; an empty one is an unset one. */
export const optional = z
  .string()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

/** What is wrong with a variable, and where what belongs there is found. */
export type VariableMistake = { readonly name: string; readonly message: string };

/** Tells of every mistake that only shows when several variables are read together. */
export const report = (mistakes: readonly VariableMistake[], context: z.RefinementCtx): void => {
  for (const { name, message } of mistakes) context.addIssue({ code: "custom", path: [name], message });
};

/** Whether a server on that host is reached from this machine alone. */
export const isLoopback = (host: string): boolean => ["127.0.0.1", "localhost", "::1"].includes(host);
