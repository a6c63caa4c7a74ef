/** The program: the one place that knows every platform, and hands them to the command line. */
import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import type { Adapter } from "./operating/adapter.ts";
import { listenForStop } from "./operating/stopping.ts";

const [, , command = "serve"] = process.argv;

// What is compiled once is read by the next start, where the folder can be written.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));

// Before all else is loaded, which takes a good part of a second.
const stopping = import.meta.main && command === "serve" ? listenForStop() : undefined;

const { adapter: slack } = await import("../adapters/slack/adapter.ts");
const { adapter: teams } = await import("../adapters/teams/adapter.ts");
const { adapter: playground } = await import("../adapters/playground/adapter.ts");

/**
 * In this order they are opened and their routes asked; the playground's page answers every path
 * that is left.
 */
export const adapters: readonly Adapter[] = [slack, teams, playground];

if (import.meta.main) {
  const { runCommandLine } = await import("./operating/command-line.ts");
  await runCommandLine(adapters, () => stopping ?? listenForStop());
  // Not only at the end, which a killed program never sees.
  flushCompileCache();
}
