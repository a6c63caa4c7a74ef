/** The program: the one place that knows every platform, and hands them to the command line. */
import { adapter as playground } from "../adapters/playground/adapter.ts";
import { adapter as slack } from "../adapters/slack/adapter.ts";
import { adapter as teams } from "../adapters/teams/adapter.ts";
import type { Adapter } from "./operating/adapter.ts";
import { runCommandLine } from "./operating/command-line.ts";

/**
 * In this order they are opened and their routes asked; the playground's page answers every path
 * that is left.
 */
export const adapters: readonly Adapter[] = [slack, teams, playground];

if (import.meta.main) await runCommandLine(adapters);
