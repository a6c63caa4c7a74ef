/** The command line: `check` for trainers says whether packs are right, before anyone starts with them; the rest is for operators. */
import { Command } from "commander";
import { kinds } from "../activities/kinds.ts";
import { translatorFor } from "../i18n/translator.ts";
import { loadPacks } from "../packs/folder.ts";
import { formatMistakes } from "../packs/mistakes.ts";
import { backUpTo } from "./cli/back-up.ts";
import { forget } from "./cli/forget.ts";
import { readConfig } from "./config.ts";

const check = async (folders: readonly string[]): Promise<void> => {
  const config = readConfig(process.env);
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

const program = new Command("workshop");
program.command("check").argument("[folders...]", "folders of packs").action(check);
program
  .command("backup")
  .argument("<file>", "where the copy goes")
  .action((file: string) => backUpTo(readConfig(process.env), file));
program
  .command("forget")
  .argument("<workspace>", "slack/T…, teams/… or playground")
  .argument("<person>", "their id on that platform")
  .action((workspace: string, person: string) => forget(readConfig(process.env), workspace, person));
try {
  await program.parseAsync();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
