/**
 * Runs one audit: `npm run audit:crash -- --kills 1000 --seed 7`. Prints what ran and what is
 * wrong; exits with 1 when anything is.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { methodNames } from "../src/i18n/typed-words.ts";
import { temporaryFolder } from "../testkit/process.ts";
import { auditCrash } from "./crash.ts";
import { auditFaults } from "./faults.ts";
import type { Findings } from "./findings.ts";
import { auditLeak } from "./leak.ts";
import { auditLeakInPlayground } from "./leak-playground.ts";
import { auditLeakInSlack } from "./leak-slack.ts";
import { auditLeakInTeams } from "./leak-teams.ts";
import { auditOrder } from "./order.ts";
import { auditPacks } from "./packs.ts";
import { auditRace } from "./race.ts";
import { auditRepeat } from "./repeat.ts";
import { auditSmallWorlds } from "./small-worlds.ts";

type Sizes = Readonly<Record<string, number>>;
type Audit = {
  /** The sizes of a whole audit, by flag. */
  readonly sizes: Sizes;
  readonly run: (sizes: Sizes, ledger: string) => Promise<Findings>;
};

/** What several audits found, each under its name. */
const together = (found: Readonly<Record<string, Findings>>): Findings => ({
  counts: Object.fromEntries(
    Object.entries(found).flatMap(([name, { counts }]) =>
      Object.entries(counts).map(([what, count]) => [`${name}: ${what}`, count]),
    ),
  ),
  wrong: Object.values(found).flatMap(({ wrong }) => wrong),
});

const audits: Readonly<Record<string, Audit>> = {
  crash: {
    sizes: { kills: 1000, people: 24, load: 1500, postgres: 0 },
    run: ({ seed = 0, kills = 0, people = 0, load = 0, postgres = 0 }, ledger) =>
      auditCrash({ seed, kills, people, load, postgres, ledger }),
  },
  race: {
    sizes: { requests: 100_000, postgres: 0 },
    run: ({ seed = 0, requests = 0, postgres = 0 }, ledger) => auditRace({ seed, requests, postgres, ledger }),
  },
  repeat: {
    sizes: { deliveries: 10_000 },
    run: ({ seed = 0, deliveries = 0 }, ledger) => auditRepeat({ seed, deliveries, ledger }),
  },
  order: {
    sizes: { responses: 1_000 },
    run: ({ seed = 0, responses = 0 }, ledger) => auditOrder({ seed, responses, ledger }),
  },
  faults: {
    sizes: { every: 1 },
    run: ({ seed = 0, every = 1 }, ledger) => auditFaults({ seed, every, ledger }),
  },
  packs: { sizes: {}, run: auditPacks },
  worlds: {
    sizes: { people: 5, answers: 3 },
    run: async ({ people = 0, answers = 0 }) =>
      together(
        Object.fromEntries([
          ...methodNames.flatMap((method) =>
            [false, true].map((discussion) => [
              `${method}${discussion ? ", discussed" : ""}`,
              auditSmallWorlds({ peopleMax: people, answers, discussion, method }),
            ]),
          ),
          [
            "what moved them",
            auditSmallWorlds({
              peopleMax: people + 2,
              answers: 2,
              discussion: false,
              method: "single",
              tellsWhy: true,
            }),
          ],
        ]),
      ),
  },
  leak: {
    sizes: { sessions: 10_000 },
    run: async ({ seed = 0, sessions = 0 }, ledger) =>
      together({
        "in two worlds": await auditLeak({ seed, sessions, ledger }),
        "in the playground": await auditLeakInPlayground(seed),
        "in Teams": await auditLeakInTeams(seed),
        "in Slack": await auditLeakInSlack(),
      }),
  },
};

const [name = "", ...flags] = process.argv.slice(2);
const audit = audits[name];
if (audit === undefined) {
  process.stderr.write(`Name an audit: ${Object.keys(audits).join(", ")}\n`);
  process.exit(2);
}
const known = { seed: Math.floor(Math.random() * 2 ** 31), ...audit.sizes };
const { values } = parseArgs({
  args: flags,
  options: Object.fromEntries(Object.keys(known).map((flag) => [flag, { type: "string" as const }])),
});
const sizes = Object.fromEntries(Object.entries(known).map(([flag, value]) => [flag, Number(values[flag] ?? value)]));
const ledger = join(temporaryFolder(), `${name}.jsonl`);
process.stdout.write(`audit:${name} ${JSON.stringify(sizes)}\nledger: ${ledger}\n`);
const { counts, wrong } = await audit.run(sizes, ledger);
process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
for (const sentence of wrong.slice(0, 50)) process.stdout.write(`WRONG: ${sentence}\n`);
process.stdout.write(wrong.length === 0 ? "nothing wrong\n" : `${wrong.length} wrong\n`);
process.exit(wrong.length === 0 ? 0 : 1);
