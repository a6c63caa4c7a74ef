/**
 * Nothing about choices leaks before the reveal. Every session is run twice at once, in two worlds that differ only in what people answered: whatever anyone else
 * can see must be the same in both, and hold no word of any answer.
 */
import { faultOf } from "../src/operating/log.ts";
import type { Session } from "../src/session/session.ts";
import type { FakePlatform } from "../testkit/fake-platform.ts";
import { type Office, openOffice } from "../testkit/people.ts";
import { shippedPack } from "../testkit/shipped.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { respondAnyhow } from "./fill-form.ts";
import { type Findings, type Ledger, openLedger } from "./findings.ts";

type Sizes = { readonly seed: number; readonly sessions: number; readonly ledger: string };

/** What both worlds share: who does what, and in which kind of session. */
type Plan = {
  readonly words: string;
  readonly responders: readonly string[];
  /** Who answers in the second round, some of them for the first time, and who stays with what they said; the others say nothing. */
  readonly later: { readonly answer: readonly string[]; readonly stay: readonly string[] };
  readonly discussed: boolean;
};

type World = {
  readonly office: Office;
  readonly platform: FakePlatform;
  readonly drawAll: () => Promise<void>;
  /** What people answer, which differs between the worlds. */
  readonly chance: Chance;
  readonly marker: string;
};

/** A world is left for a fresh one after so many sessions, so that its lists stay short. */
const sessionsPerWorld = 100;
const people = ["ann", "bob", "cho", "dan", "eve"];

export const auditLeak = async ({ seed, sessions, ledger: path }: Sizes): Promise<Findings> => {
  const chance = chanceFrom(seed);
  const ledger = openLedger(path);
  const { activities } = await shippedPack;
  const ids = activities.filter(({ open }) => open.takesResponses).map(({ id }) => id);
  const wrong: string[] = [];
  let looks = 0;
  let worlds: readonly World[] = [];
  for (let index = 0; index < sessions; index += 1) {
    if (index % sessionsPerWorld === 0) {
      for (const { office } of worlds) await office.opened.store.close();
      worlds = await Promise.all(["left", "right"].map((name) => openWorld(`${name}-${seed}-${index}`, chance)));
    }
    const plan = planFor(ids[index % ids.length] ?? "", chance);
    const seen = await Promise.all(worlds.map((world) => runSession(world, plan, ledger)));
    const [left = [], right = []] = seen;
    looks += left.length;
    for (const [look, shown] of left.entries())
      if (shown !== right[look]) wrong.push(`${plan.words}: look ${look}: ${difference(shown, right[look] ?? "")}`);
    for (const { marker } of worlds)
      for (const shown of seen.flat())
        if (shown.includes(marker)) wrong.push(`${plan.words}: a word leaked: ${around(shown, shown.indexOf(marker))}`);
  }
  for (const { office } of worlds) await office.opened.store.close();
  ledger.close();
  return { counts: { sessions, activities: ids.length, looks, ...ledger.counts() }, wrong };
};

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 200), at + 200);

const difference = (left: string, right: string): string => {
  const at = [...left].findIndex((character, index) => character !== right[index]);
  return `“${around(left, at)}” differs from “${around(right, at)}”`;
};

const planFor = (activity: string, chance: Chance): Plan => {
  const discussed = chance.next() < 0.4;
  const flags = [
    ...(chance.next() < 0.4 ? ["--anonymous"] : []),
    ...(discussed ? ["--discuss"] : []),
    ...(chance.next() < 0.5 ? ["--lang ko"] : []),
  ];
  const responders = chance.shuffle(people).slice(0, 1 + chance.below(people.length));
  const again = chance.shuffle(people);
  const later = { answer: again.slice(0, chance.below(3)), stay: again.slice(3, 4 + chance.below(2)) };
  return { words: `start ${activity} ${flags.join(" ")}`, responders, later, discussed };
};

const openWorld = async (name: string, chance: Chance): Promise<World> => {
  const office = await openOffice();
  const { platform, outbox } = office;
  const drawAll = async (): Promise<void> => {
    office.clock.advance(5_000);
    outbox.wake();
    await outbox.settled();
  };
  return { office, platform, drawAll, chance: chanceFrom(chance.below(2 ** 31)), marker: `leak-${name}` };
};

/** Runs a session up to the reveal, and answers everything that others could see on the way. */
const runSession = async (world: World, plan: Plan, ledger: Ledger): Promise<readonly string[]> => {
  const { office, platform } = world;
  const session = await office.start("fay", plan.words);
  const looks: string[] = [];
  const look = async (without: readonly string[] = []): Promise<void> => {
    await world.drawAll();
    looks.push(...(await lookAround(world, session, without)));
  };
  await look();
  for (const person of plan.responders) await answer(world, session, person, ledger);
  await look();
  for (const person of plan.responders.slice(0, 2)) await answer(world, session, person, ledger);
  await look();
  // The facilitator's advice is looked at as well: among so few, a band would tell choices.
  await office.press("fay", session, "end-round");
  await look();
  if (plan.discussed) {
    await office.press("fay", session, "discuss");
    await look(["discussion/1"]);
  }
  await office.press("fay", session, "vote-again");
  const second = await office.session(session.id);
  for (const person of plan.later.answer) await answer(world, second, person, ledger);
  for (const person of plan.later.stay) await office.press(person, second, "stay");
  await look(["discussion/1"]);
  await office.press("fay", session, "end-round");
  await look(["discussion/1"]);
  await office.press("fay", session, "cancel");
  await look(["discussion/1"]);
  platform.shown.clear();
  platform.told.length = 0;
  return looks;
};

const answer = async (world: World, session: Session, person: string, ledger: Ledger): Promise<void> => {
  const { office, chance, marker } = world;
  const origin = () => office.origin(person);
  for (let tries = 0; tries < 3; tries += 1) {
    const text = `${marker}-${chance.below(1e6)}`;
    const reply = await respondAnyhow(office.workshop, origin, session, chance, text);
    const ok = reply.type === "card";
    ledger.write({ session: session.id, person, outcome: ok ? "ok" : "refused" });
    if (ok) return;
  }
  throw new Error(`${session.activity.id} takes no answer of ${person}`);
};

/** All cards, as anyone and as these people may see them, everything told, what a bystander and the facilitator are answered, and every fault; ids that are chance are named alike. */
const lookAround = async (
  { office, platform, marker }: World,
  { id, round }: Session,
  without: readonly string[],
): Promise<readonly string[]> => {
  const asked = ["", "history", "list"].map((words) => office.workshop.run(office.origin("zoe"), words));
  const pressed = ["all-reasons", "controls", "reveal"].map((verb) =>
    office.workshop.press(office.origin("zoe"), `${verb}:${id}:${round}`),
  );
  const home = office.workshop.drawHome(office.origin("zoe"), ["c1"]);
  const own = office.workshop.press(office.origin("fay"), `controls:${id}:${round}`);
  const cards = [...platform.shown].filter(([key]) => !without.some((slot) => key === `${id}/${slot}`));
  // A client may ask for a view of their own; the one of who has responded says that they have, and no more.
  const views = cards.flatMap(([key]) =>
    ["zoe", "fay", "ann"].map((person) => office.workshop.showMessage(office.origin(person), key)),
  );
  const replies = await Promise.all([...asked, ...pressed, home, own, ...views]);
  const faults = office.faults.map((fault) => `${String(fault)} ${JSON.stringify(faultOf(fault))}`);
  const all = [...cards, ...platform.told, ...replies, ...faults].map((part) => JSON.stringify(part));
  const text = all.join("\n").replaceAll(id, "the-session");
  return [text.includes(marker) ? text : text.replaceAll(/[A-Za-z0-9_-]{22}/g, "an-id")];
};
