/**
 * The n-th call to the database, to Slack, to Teams or to the clock of a whole session fails, or
 * somebody else locks the database at it, for each n until none is left: the session ends as it was
 * meant to, each time.
 */
import { checkStory, seenIn } from "./fault-checks.ts";
import { faultKinds, fuseAt, isHanging, type Place } from "./fault-plans.ts";
import { runStory } from "./fault-story.ts";
import { openFaultWorld, type Prepared, prepareWorlds } from "./fault-world.ts";
import { type Findings, type Ledger, openLedger } from "./findings.ts";

/**
 * `every`: of the calls to the database, and of the locks on it, each so-many-th is tried, and of
 * the fewer others ten times as many; 1 tries them all.
 */
type Sizes = { readonly seed: number; readonly every: number; readonly ledger: string };

const places = ["database", "lock", "Slack", "Teams", "clock"] as const satisfies readonly Place[];
/**
 * Sessions of a place that happen beside each other; those that wait for an answer that never
 * comes, or for a lock, take nothing else.
 */
const atOnce = (kind: string): number => (isHanging(kind) || kind === "held too long" ? 12 : 2);
/**
 * So much may the heap grow over all the sessions, after a collection, in MiB: some 10 KiB for each
 * of a whole run.
 */
const growthMiBMax = 32;

export const auditFaults = async ({ seed, every, ledger: path }: Sizes): Promise<Findings> => {
  const ledger = openLedger(path);
  const prepared = await prepareWorlds();
  const counts: Record<string, number> = {};
  const plans = await Promise.all(
    places.map(async (place) => ({ place, unfailing: await runUnfailing(prepared, place) })),
  );
  const wrong = plans.flatMap(({ place, unfailing }) => unfailing.wrong.map((sentence) => `${place}: ${sentence}`));
  const before = heapMiB();
  const tryPlace = async ({ place, unfailing }: (typeof plans)[number]): Promise<void> => {
    const step = place === "database" || place === "lock" ? every : Math.ceil(every / 10);
    for (const kind of faultKinds[place]) {
      const tried = await tryEach({ prepared, ledger, place, kind, unfailing, from: 1 + (seed % step), step });
      counts[`${place}, ${kind}`] = tried.count;
      wrong.push(...tried.wrong);
    }
  };
  await Promise.all(plans.map(tryPlace));
  ledger.close();
  const grownMiB = heapMiB() - before;
  if (globalThis.gc !== undefined && grownMiB > growthMiBMax) wrong.push(`the heap grew by ${grownMiB} MiB`);
  return { counts: { ...counts, "heap grew by MiB": grownMiB }, wrong };
};

/** After a collection, where one can be asked for. */
const heapMiB = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};

type Unfailing = {
  /** What all see in the end. */
  readonly seen: readonly string[];
  readonly calls: number;
  readonly wrong: readonly string[];
};

/** A session without a fault. */
const runUnfailing = async (prepared: Prepared, place: Place): Promise<Unfailing> => {
  const fuse = fuseAt(place, "nothing", 0);
  const world = await openFaultWorld(prepared, fuse);
  const session = await runStory(world);
  const seen = seenIn(world);
  const wrong = await checkStory(world, session, seen);
  await world.close();
  return { seen, calls: fuse.calls(), wrong };
};

type Trial = {
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  readonly place: Place;
  readonly kind: string;
  readonly unfailing: Unfailing;
  /** The first call that fails, and how far each is from the next. */
  readonly from: number;
  readonly step: number;
};

const tryEach = async (trial: Trial): Promise<{ readonly count: number; readonly wrong: readonly string[] }> => {
  const found: (readonly string[])[] = [];
  let n = trial.from;
  const tryNext = async (): Promise<boolean> => {
    const own = n;
    n += trial.step;
    const wrong = await tryOne(trial, own);
    if (wrong !== undefined) found.push(wrong);
    return wrong !== undefined;
  };
  const tryKnown = async (): Promise<void> => {
    while (n <= trial.unfailing.calls) await tryNext();
  };
  await Promise.all(Array.from({ length: atOnce(trial.kind) }, tryKnown));
  // The whole audit goes on, since a fault may lead to more calls than there are without one.
  if (trial.step === 1) while (await tryNext());
  return { count: found.length, wrong: found.flat() };
};

/** What was wrong when the n-th call failed; undefined when there were fewer calls. */
const tryOne = async (
  { prepared, ledger, place, kind, unfailing }: Trial,
  n: number,
): Promise<readonly string[] | undefined> => {
  const fuse = fuseAt(place, kind, n);
  const world = await openFaultWorld(prepared, fuse);
  try {
    const wrong = await runStory(world).then(
      (session) => checkStory(world, session, unfailing.seen),
      (fault: unknown) => [String(fault)],
    );
    if (!fuse.fired()) return undefined;
    ledger.write({ place, kind, n, outcome: wrong.length === 0 ? "ok" : "refused" });
    return wrong.map((sentence) => `${place} call ${n}, ${kind}: ${sentence}`);
  } finally {
    await world.close();
  }
};
