/**
 * Who publishes the app and where its pages are: nothing here can be guessed, so all of it comes
 * from the environment.
 */
import { z } from "zod";

export type AppDetails = {
  /** Of the bot, as Microsoft Entra gave it; the app's own id too. */
  readonly appId: string;
  readonly developer: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
};

const page = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(2048);

/** Each variable's form, and what to write there. */
const variables = {
  MicrosoftAppId: {
    form: z.guid(),
    meaning: "the bot's Microsoft App ID, a GUID such as the Azure Bot's page shows it",
  },
  TEAMS_DEVELOPER_NAME: {
    form: z.string().trim().min(1).max(32),
    meaning: "who publishes the app, in at most 32 characters",
  },
  TEAMS_APP_URL: { form: page, meaning: "the https address of the page that tells about the app and how to get help" },
  TEAMS_PRIVACY_URL: { form: page, meaning: "the https address of your privacy policy" },
  TEAMS_TERMS_URL: { form: page, meaning: "the https address of your terms of use" },
} as const;

type Variable = keyof typeof variables;

/**
 * Reads them. Throws an `Error` whose message lists every variable that is missing or wrong, and
 * what belongs there.
 */
export const readAppDetails = (env: Readonly<Record<string, string | undefined>>): AppDetails => {
  const mistakes: string[] = [];
  const read = (name: Variable): string => {
    const { form, meaning } = variables[name];
    const given = env[name] ?? "";
    const parsed = form.safeParse(given);
    if (parsed.success) return parsed.data;
    mistakes.push(`  ${name}: ${given === "" ? "missing" : `“${given}” doesn't fit`}; ${meaning}`);
    return "";
  };
  const details = {
    appId: read("MicrosoftAppId").toLowerCase(),
    developer: read("TEAMS_DEVELOPER_NAME"),
    website: read("TEAMS_APP_URL"),
    privacy: read("TEAMS_PRIVACY_URL"),
    terms: read("TEAMS_TERMS_URL"),
  };
  if (mistakes.length === 0) return details;
  throw new Error(
    `The app package can't be made; the environment has ${mistakes.length} mistake(s):\n${mistakes.join("\n")}`,
  );
};
