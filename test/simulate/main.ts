/**
 * `npm run simulate -- --seed 7 --days 365 --restarts 500 --zones 12`: prints what became of every
 * occurrence, or what is wrong and the seed with which it comes again.
 */
import { Command } from "commander";
import { z } from "zod";
import { simulate } from "./simulate.ts";

const command = new Command()
  .option("--seed <n>", "the same seed is the same run", String(Date.now() % 1_000_000))
  .option("--days <n>", "how long, in simulated days", "365")
  .option("--restarts <n>", "how often a process dies", "500")
  .option("--zones <n>", "how many of the twelve zones, five schedules each", "12")
  .parse();

const whole = z.coerce.number().int();
const settings = z
  .object({ seed: whole, days: whole.min(7), restarts: whole.min(0), zones: whole.min(1).max(12) })
  .parse(command.opts());

const describe = ({ seed, days, restarts, zones }: typeof settings): string =>
  `--seed ${seed} --days ${days} --restarts ${restarts} --zones ${zones}`;

try {
  const { wrong, outcomes } = await simulate(settings);
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  process.stdout.write(`${describe(settings)}: ${counts.join(", ")}; ${wrong.length} wrong\n`);
  if (wrong.length > 0) throw new Error(wrong.slice(0, 50).join("\n"));
} catch (fault) {
  process.stderr.write(
    `${fault instanceof Error ? fault.message : String(fault)}\nAgain: npm run simulate -- ${describe(settings)}\n`,
  );
  process.exitCode = 1;
}
