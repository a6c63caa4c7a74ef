/**
 * Workspaces that send something and in which the app can't act: why, and what their people and the
 * operator are told.
 */
import type { AuthorizeResult } from "@slack/bolt";
import { z } from "zod";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { seldom } from "../../src/operating/seldom.ts";
import { slackMessages } from "./messages/speak.ts";
import { address } from "./workspace.ts";

const whys = ["not-installed", "sealed", "foreign", "fault"] as const;

/**
 * `not-installed`: no longer, or never. `sealed`: no secret opens its token. `foreign`: the one
 * token there is belongs to another workspace. `fault`: it couldn't be found out.
 */
export type Unserved = (typeof whys)[number];

/**
 * In place of an authorisation: Bolt answers one that fails with nothing, so that the person would
 * see that nothing happens.
 */
export const unserved = (why: Unserved): AuthorizeResult => ({ unserved: why });

const context = z.object({ unserved: z.enum(whys) });

/** Why nothing can be done for a payload, by the context that Bolt made of its authorisation. */
export const readUnserved = (given: unknown): Unserved | undefined => context.safeParse(given).data?.unserved;

/** What whoever asked for something there is told. */
export const sentenceFor = (why: Unserved, language: Language): string =>
  why === "fault"
    ? translatorFor(language, address).messages.commands.refusals.fault
    : slackMessages(language).unserved[why];

const forOperator: Readonly<Record<Exclude<Unserved, "fault">, (workspace: string) => string>> = {
  "not-installed": (workspace) =>
    `${workspace} asked for something, and the app is not installed there. An administrator of it can install it at /slack/install`,
  sealed: (workspace) =>
    `WORKSHOP_SECRET does not open the token of ${workspace}. Put the secret it was sealed with behind the new one, after a comma, or have the app installed there again at /slack/install`,
  foreign: (workspace) =>
    `${workspace} asked for something, and SLACK_BOT_TOKEN belongs to another workspace. For several, set SLACK_CLIENT_ID in its place`,
};

const tellEveryMs = 3_600_000;

/** Told to the operator once an hour for each workspace, however often its people try. */
export type TellUnserved = (why: Exclude<Unserved, "fault">, workspace: string) => void;

export const makeTellUnserved = (reportFault: (fault: unknown) => void): TellUnserved => {
  const tell = seldom(tellEveryMs, (sentence: string) => reportFault(new Error(sentence)));
  return (why, workspace) => tell(forOperator[why](workspace), `${why} ${workspace}`);
};
