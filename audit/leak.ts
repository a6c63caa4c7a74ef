/**
 * Nothing about choices leaks before the reveal. Every session is run twice at once, in two worlds
 * that differ only in what people answered: whatever anyone else can see must be the same in both,
 * and hold no word of any answer.
 */
import { methodNamed } from "../src/activities/scenario/methods/methods.ts";
import { type MethodName, methodNames } from "../src/i18n/typed-words.ts";
import { faultOf } from "../src/operating/log.ts";
import type { Session } from "../src/session/session.ts";
import { callPerson } from "../src/text/called.ts";
import { project } from "../testkit/assessment-story.ts";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import type { FakePlatform } from "../testkit/fake-platform.ts";
import { shippedPack } from "../testkit/shipped.ts";
import { openWorld, type World } from "../testkit/world.ts";
import { respondAnyhow } from "./fill-form.ts";
import { type Findings, type Ledger, openLedger } from "./findings.ts";

type Sizes = { readonly seed: number; readonly sessions: number; readonly ledger: string };

/** What both twins share: who does what, and in which kind of session. */
type Plan = {
  readonly words: string;
  readonly responders: readonly string[];
  /**
   * Who answers in the second round, some of them for the first time, and who stays with what they
   * said; the others say nothing.
   */
  readonly later: { readonly answer: readonly string[]; readonly stay: readonly string[] };
  readonly discussed: boolean;
  /** Who may add an option to a question of the team's own; each twin takes one of them. */
  readonly adders: readonly string[];
  /** A question of the team's own gets other words once some have responded. */
  readonly mended: boolean;
};

/**
 * Stands in the question, an option that is added, and the words that it gets: only where it was
 * asked may anybody read it.
 */
const asking = "asked-in-c1";

type Twin = {
  readonly world: World;
  readonly platform: FakePlatform;
  readonly drawAll: () => Promise<void>;
  /** What people answer, which differs between the twins. */
  readonly chance: Chance;
  readonly marker: string;
  /** What was seen where it must not be. */
  readonly wrong: string[];
};

/** They are left for fresh ones after so many sessions, so that their lists stay short. */
const sessionsPerTwin = 100;
const people = ["ann", "bob", "cho", "dan", "eve"];
/** Is in another channel alone. */
const stranger = "yun";

export const auditLeak = async ({ seed, sessions, ledger: path }: Sizes): Promise<Findings> => {
  const chance = chanceFrom(seed);
  const ledger = openLedger(path);
  const { activities } = await shippedPack;
  const started = activities.filter(({ open }) => open.takesResponses).map(({ id }) => `start ${id}`);
  const lines = started.flatMap((line, index) => [line, askedBy(methodNames[index % methodNames.length])]);
  const wrong: string[] = [];
  let looks = 0;
  let twins: readonly Twin[] = [];
  for (let index = 0; index < sessions; index += 1) {
    if (index % sessionsPerTwin === 0) {
      for (const { world } of twins) await world.opened.store.close();
      twins = await Promise.all(["left", "right"].map((name) => openTwin(`${name}-${seed}-${index}`, chance)));
    }
    const plan = planFor(lines[index % lines.length] ?? "", chance);
    const seen = await Promise.all(twins.map((twin) => runSession(twin, plan, ledger)));
    const [left = [], right = []] = seen;
    looks += left.length;
    for (const [look, shown] of left.entries())
      if (shown !== right[look]) wrong.push(`${plan.words}: look ${look}: ${difference(shown, right[look] ?? "")}`);
    for (const { marker, wrong: elsewhere } of twins) {
      wrong.push(...elsewhere.splice(0));
      for (const shown of seen.flat())
        if (shown.includes(marker)) wrong.push(`${plan.words}: a word leaked: ${around(shown, shown.indexOf(marker))}`);
    }
  }
  for (const { world } of twins) await world.opened.store.close();
  ledger.close();
  return { counts: { sessions, activities: lines.length, looks, ...ledger.counts() }, wrong };
};

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 200), at + 200);

const difference = (left: string, right: string): string => {
  const at = [...left].findIndex((character, index) => character !== right[index]);
  return `“${around(left, at)}” differs from “${around(right, at)}”`;
};

/** A question of the team's own; a proposal has no options. */
const askedBy = (method: MethodName = methodNames[0]): string =>
  `ask "${asking}?" ${methodNamed(method).owes.max === 0 ? "" : `"a ${asking}" "b" "c" --open`} --method ${method}`;

const planFor = (line: string, chance: Chance): Plan => {
  const discussed = chance.next() < 0.4;
  const anonymous = chance.next() < 0.4;
  const flags = [
    ...(anonymous ? ["--anonymous"] : []),
    ...(discussed ? ["--discuss"] : []),
    ...(chance.next() < 0.5 ? ["--lang ko"] : []),
    ...(chance.next() < 0.4 ? [`--ask ${people.map(callPerson).join(" ")} --reveal`] : []),
  ];
  const responders = chance.shuffle(people).slice(0, 1 + chance.below(people.length));
  const again = chance.shuffle(people);
  const later = { answer: again.slice(0, chance.below(3)), stay: again.slice(3, 4 + chance.below(2)) };
  // Where names are shown, who added an option is no secret, and so it is the same one.
  const adders = line.includes("--open") ? people.slice(0, anonymous ? people.length : 1) : [];
  return { words: `${line} ${flags.join(" ")}`, responders, later, discussed, adders, mended: line.startsWith("ask") };
};

const openTwin = async (name: string, chance: Chance): Promise<Twin> => {
  const world = await openWorld();
  const { platform, outbox } = world;
  platform.members = people.map((person) => ({ person }));
  platform.channels.set(stranger, ["c2"]);
  const drawAll = async (): Promise<void> => {
    world.clock.advance(5_000);
    outbox.wake();
    await outbox.settled();
  };
  return { world, platform, drawAll, chance: chanceFrom(chance.below(2 ** 31)), marker: `leak-${name}`, wrong: [] };
};

/** Runs a session up to the reveal, and answers everything that others could see on the way. */
const runSession = async (twin: Twin, plan: Plan, ledger: Ledger): Promise<readonly string[]> => {
  const { world, platform } = twin;
  const session = await world.start("fay", plan.words, project);
  const looks: string[] = [];
  const look = async (without: readonly string[] = []): Promise<void> => {
    await twin.drawAll();
    looks.push(...(await lookAround(twin, session, without)));
    for (const reply of await lookElsewhere(twin, session))
      if (reply.includes(asking))
        twin.wrong.push(`${plan.words}: read elsewhere: ${around(reply, reply.indexOf(asking))}`);
  };
  await look();
  for (const person of plan.responders) await answer(twin, session, person, ledger);
  await look();
  if (plan.adders.length > 0) {
    await addOption(twin, session, plan.adders);
    await look();
  }
  if (plan.mended) {
    await mend(twin, session);
    await look();
  }
  for (const person of plan.responders.slice(0, 2)) await answer(twin, session, person, ledger);
  await look();
  // The facilitator's advice is looked at as well: among so few, a band would tell choices.
  await world.press("fay", session, "end-round");
  await look();
  if (plan.discussed) {
    await world.press("fay", session, "discuss");
    await look(["discussion/1"]);
  }
  await world.press("fay", session, "vote-again");
  const second = await world.session(session.id);
  for (const person of plan.later.answer) await answer(twin, second, person, ledger);
  for (const person of plan.later.stay) await world.press(person, second, "stay");
  await look(["discussion/1"]);
  await world.press("fay", session, "end-round");
  await look(["discussion/1"]);
  await world.press("fay", session, "cancel");
  await look(["discussion/1"]);
  platform.shown.clear();
  platform.told.length = 0;
  return looks;
};

/** Somebody adds an option; what it says is the same in both twins. */
const addOption = async ({ world, chance }: Twin, { id }: Session, adders: readonly string[]): Promise<void> => {
  const origin = world.origin(chance.pick(adders));
  const token = { type: "add-option", nonce: `added-to-${id}`, session: id, round: 1 };
  const reply = await world.workshop.submit(origin, token, { option: `added ${asking}` });
  if (reply.type !== "card") throw new Error(`No option was added to ${id}: ${JSON.stringify(reply)}`);
  await world.workshop.runDue();
};

/** The facilitator changes the question; what its form shows is looked at as well. */
const mend = async ({ world }: Twin, { id, round }: Session): Promise<void> => {
  const opened = await world.workshop.press(world.origin("fay"), `ask-mend:${id}:${round}`);
  if (opened.type !== "form") throw new Error(`${id} can't be changed: ${JSON.stringify(opened)}`);
  const shown = Object.fromEntries(opened.form.fields.map((field) => [field.id, "value" in field ? field.value : ""]));
  const values = { ...shown, question: `other words ${asking}?`, background: `background ${asking}` };
  const reply = await world.workshop.submit(world.origin("fay"), opened.form.token, values);
  if (reply.type === "refused" || reply.type === "mistakes")
    throw new Error(`${id} wasn't changed: ${JSON.stringify(reply)}`);
  await world.workshop.runDue();
};

/** Dots that are laid at random are too many three times in four. */
const triesMax = 60;

const answer = async (twin: Twin, session: Session, person: string, ledger: Ledger): Promise<void> => {
  const { world, chance, marker } = twin;
  const origin = () => world.origin(person);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const text = `${marker}-${chance.below(1e6)}`;
    const reply = await respondAnyhow(world.workshop, origin, session, chance, text);
    const ok = reply.type === "card";
    ledger.write({ session: session.id, person, outcome: ok ? "ok" : "refused" });
    if (ok) return;
  }
  throw new Error(`${session.activity.id} takes no answer of ${person}`);
};

/** What somebody in another channel, who isn't in this one, and another workspace are answered. */
const lookElsewhere = async ({ world }: Twin, { id, round }: Session): Promise<readonly string[]> => {
  const elsewhere = [{ channel: "c2" }, { workspace: "w2" }];
  const replies = elsewhere.flatMap((change) => {
    const origin = () => world.origin(stranger, change);
    const words = ["", "history", "list", "schedules", "find asked", "export"];
    const pressed = ["all-reasons", "controls", "respond", "reveal", "ask-mend", "add-option"];
    return [
      ...words.map((said) => world.workshop.run(origin(), said)),
      ...pressed.map((verb) => world.workshop.press(origin(), `${verb}:${id}:${round}`)),
    ];
  });
  return (await Promise.all(replies)).map((reply) => JSON.stringify(reply));
};

/**
 * All cards, as anyone and as these people may see them, everything told, what a bystander and the
 * facilitator are answered, and every fault; ids that are chance are named alike.
 */
const lookAround = async (
  { world, platform, marker }: Twin,
  { id, round }: Session,
  without: readonly string[],
): Promise<readonly string[]> => {
  const asked = ["", "history", "list", "find leak", "find of", "stats", "me", "settings"].map((words) =>
    world.workshop.run(world.origin("zoe"), words),
  );
  const pressed = ["all-reasons", "controls", "reveal"].map((verb) =>
    world.workshop.press(world.origin("zoe"), `${verb}:${id}:${round}`),
  );
  const record = world.workshop.press(world.origin("zoe"), `record:${id}`);
  const taken = { type: "export", nonce: "leak", session: id };
  const file = world.workshop.submit(world.origin("zoe"), taken, { format: "json" });
  const home = world.workshop.drawHome(world.origin("zoe"), ["c1"]);
  const own = world.workshop.press(world.origin("fay"), `controls:${id}:${round}`);
  const cards = [...platform.shown].filter(([key]) => !without.some((slot) => key === `${id}/${slot}`));
  // A client may ask for a view of their own; the one of who has responded says that they have, and
  // no more.
  const views = cards.flatMap(([key]) =>
    ["zoe", "fay", "ann"].map((person) => world.workshop.showMessage(world.origin(person), key)),
  );
  const replies = await Promise.all([...asked, ...pressed, record, file, home, own, ...views]);
  const faults = world.faults.map((fault) => `${String(fault)} ${JSON.stringify(faultOf(fault))}`);
  const all = [...cards, ...platform.told, ...replies, ...faults].map((part) => JSON.stringify(part));
  const text = all.join("\n").replaceAll(id, "the-session");
  return [text.includes(marker) ? text : text.replaceAll(/[A-Za-z0-9_-]{22}/g, "an-id")];
};
