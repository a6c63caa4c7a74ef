/** The environment, checked once at the start; all mistakes come in one message. */
import { delimiter } from "node:path";
import { z } from "zod";

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.string().min(1).default("file:./data/workshop.db"),
  WORKSHOP_PACKS: z.string().min(1).default("./packs"),
  WORKSHOP_LOCALE: z.enum(["en", "ko"]).default("en"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly packFolders: readonly string[];
  readonly locale: "en" | "ko";
  readonly logLevel: string;
};

/** Reads the configuration. Throws an `Error` whose message lists every variable that is wrong, and how. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment has ${lines.length} mistake(s):\n${lines.join("\n")}`);
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    packFolders: data.WORKSHOP_PACKS.split(delimiter).filter(Boolean),
    locale: data.WORKSHOP_LOCALE,
    logLevel: data.LOG_LEVEL,
  };
};
