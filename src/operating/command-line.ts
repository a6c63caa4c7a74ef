/**
 * The command line: without a command it serves; `check` for trainers says whether packs are right,
 * before anyone starts with them; the rest is for operators.
 */
import { Command } from "commander";
import { kinds } from "../activities/kinds.ts";
import { exportSchema } from "../export/json.ts";
import { translatorFor } from "../i18n/translator.ts";
import { loadPacks } from "../packs/folder.ts";
import { formatMistakes } from "../packs/mistakes.ts";
import { NewerDatabase, UnusableDatabase } from "../store/unusable.ts";
import type { Adapter } from "./adapter.ts";
import { backUpTo } from "./cli/back-up.ts";
import { doctor } from "./cli/doctor.ts";
import { exportTo } from "./cli/export.ts";
import { forget } from "./cli/forget.ts";
import { type Config, readConfig } from "./config.ts";
import type { Stopping } from "./stopping.ts";

/**
 * Runs the command of this process' arguments; what it can't do, it says, and the process then ends
 * with code 1. `listen` is asked by what serves, which is stopped from outside.
 */
export const runCommandLine = async (adapters: readonly Adapter[], listen: () => Stopping): Promise<void> => {
  const configuration = (): Config => readConfig(process.env, adapters);
  const records = adapters.map((adapter) => adapter.records);
  const program = new Command("workshop");
  program.command("serve", { isDefault: true }).action(async () => {
    const stopping = listen();
    // What serves takes its time to load, which the other commands need not wait for.
    const { serve } = await import("./serve.ts");
    await serve(configuration(), records, stopping);
  });
  program
    .command("check")
    .argument("[folders...]", "folders of packs")
    .action((folders: readonly string[]) => check(configuration(), folders));
  program
    .command("backup")
    .argument("<file>", "where the copy goes")
    .action((file: string) => backUpTo(configuration(), file));
  program
    .command("forget")
    .argument("<workspace>", adapters.map(({ workspaces }) => workspaces).join(" or "))
    .argument("<person>", "their id on that platform")
    .action((workspace: string, person: string) => forget(configuration(), records, { workspace, person }));
  program
    .command("export")
    .argument("<workspace>", adapters.map(({ workspaces }) => workspaces).join(" or "))
    .argument("[folder]", "where the files go", "./export")
    .action((workspace: string, folder: string) => exportTo(configuration(), { workspace, folder }));
  program
    .command("doctor")
    .argument("[address]", "where the server is reached from outside")
    .action((address: string | undefined) => doctor(configuration(), address));
  program.command("schema").action(() => void process.stdout.write(`${JSON.stringify(exportSchema(), null, 2)}\n`));
  try {
    await program.parseAsync();
  } catch (fault) {
    process.stderr.write(`${sentenceOf(fault, configuration)}\n`);
    process.exitCode = 1;
  }
};

const sentenceOf = (fault: unknown, configuration: () => Config): string => {
  if (fault instanceof UnusableDatabase || fault instanceof NewerDatabase) {
    const { newer, unusable } = translatorFor(configuration().locale).messages.operating;
    return fault instanceof NewerDatabase ? newer(fault) : unusable[fault.why](fault);
  }
  return fault instanceof Error ? fault.message : String(fault);
};

const check = async (config: Config, folders: readonly string[]): Promise<void> => {
  const t = translatorFor(config.locale);
  const loaded = await loadPacks(folders.length > 0 ? folders : config.packFolders, kinds);
  if (loaded.type === "mistakes") {
    process.stderr.write(`${formatMistakes(loaded.mistakes, t).join("\n")}\n`);
    process.exitCode = 1;
    return;
  }
  for (const { id, version, activities } of loaded.packs)
    process.stdout.write(`${id} ${version}: ${activities.map((activity) => activity.id).join(", ")}\n`);
};
