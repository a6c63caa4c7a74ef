/** The n-th call to the database, the network or the clock of a whole session fails, for each n until none is left: the session ends as it was meant to, each time. */
import { z } from "zod";
import { type FaultOffice, faultOrigin, openFaultOffice } from "./fault-office.ts";
import { faultKinds, fuseAt, type Place } from "./fault-plans.ts";
import { type Findings, openLedger } from "./findings.ts";

/** `every`: of the calls to the database, each so-many-th is tried, and of the fewer others ten times as many; 1 tries them all. */
type Sizes = { readonly seed: number; readonly every: number; readonly ledger: string };

const places = ["database", "network", "clock"] as const satisfies readonly Place[];
/** After a collection the heap may be larger than at the start by this much at most, in MiB. */
const growthMiBMax = 64;

export const auditFaults = async ({ seed, every, ledger: path }: Sizes): Promise<Findings> => {
  const ledger = openLedger(path);
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  const before = process.memoryUsage().heapUsed;
  for (const place of places)
    for (const kind of faultKinds[place]) {
      const step = place === "database" ? every : Math.ceil(every / 10);
      let tried = 0;
      for (let n = 1 + (seed % step); ; n += step) {
        const fuse = fuseAt(place, n);
        const office = await openFaultOffice(fuse, kind);
        const found = await runStory(office).catch((fault: unknown) => [String(fault)]);
        await office.opened.store.close();
        if (!fuse.fired()) break;
        tried += 1;
        ledger.write({ place, kind, n, outcome: found.length === 0 ? "ok" : "refused" });
        wrong.push(...[...found, ...office.wrong].map((sentence) => `${place} call ${n}, ${kind}: ${sentence}`));
      }
      counts[`${place}, ${kind}`] = tried;
    }
  ledger.close();
  globalThis.gc?.();
  const grownMiB = Math.round((process.memoryUsage().heapUsed - before) / 2 ** 20);
  if (globalThis.gc !== undefined && grownMiB > growthMiBMax) wrong.push(`the heap grew by ${grownMiB} MiB`);
  return { counts: { ...counts, "heap grew by MiB": grownMiB }, wrong };
};

const reasonsOf = z.object({ reason: z.string() });

/** A session from its start to its decision, and what is wrong with it in the end. */
const runStory = async (office: FaultOffice): Promise<readonly string[]> => {
  const { workshop, ask, opened, drawAll } = office;
  const own = opened.store.in("w1");
  await ask("start", () => workshop.run(faultOrigin("fay", "start"), "start startup-support-chatbot --discuss"));
  await drawAll();
  const sessions = await own.listSessions({ channel: "c1", over: false, limit: 9 });
  const [session] = sessions;
  if (session === undefined || sessions.length > 1) return [`${sessions.length} sessions after one start`];
  const { id } = session;
  const respond = async (person: string, round: number, seen: number): Promise<void> => {
    const nonce = `${person}-${round}-${seen}`;
    const purpose = { type: "respond", nonce, session: id, round, seen };
    const values = { choice: "rag", reason: nonce, confidence: "80" };
    await ask(nonce, () => workshop.submit(faultOrigin(person, ""), purpose, values));
    await drawAll();
  };
  const press = async (verb: string, round: number): Promise<void> => {
    const intent = `${verb}-${round}`;
    await ask(intent, () => workshop.press(faultOrigin("fay", intent), `${verb}:${id}:${round}`));
    await drawAll();
  };
  for (const person of ["ann", "bob", "cho"]) await respond(person, 1, 0);
  await respond("ann", 1, 1);
  await press("end-round", 1);
  await press("discuss", 1);
  await press("vote-again", 1);
  for (const person of ["ann", "bob"]) await respond(person, 2, 0);
  await press("end-round", 2);
  await press("reveal", 2);
  const decision = { type: "record-decision", nonce: "decision", session: id };
  await ask("decision", () => workshop.submit(faultOrigin("fay", ""), decision, { text: "RAG", owner: "", date: "" }));
  await drawAll();
  return check(office, id);
};

const expected = ["ann-1-0", "ann-1-1", "bob-1-0", "cho-1-0", "ann-2-0", "bob-2-0"];
const expectedEvents = 8;

const check = async ({ opened, platform }: FaultOffice, session: string): Promise<readonly string[]> => {
  const { database, store } = opened;
  const rows = await database.selectFrom("responses").selectAll().where("session", "=", session).execute();
  const kept = rows.map(({ answer }) => reasonsOf.parse(JSON.parse(answer)).reason);
  const events = await database.selectFrom("session_events").selectAll().where("session", "=", session).execute();
  const found = await store.in("w1").loadSession(session);
  const cards = await database.selectFrom("cards").selectAll().where("session", "=", session).execute();
  const troubled = cards.filter(({ state }) => state === "uncertain");
  const waiting = cards.filter(({ state, wanted, drawn }) => wanted > drawn && state !== "uncertain");
  const decided = [...platform.shown.values()].some(({ card }) => JSON.stringify(card).includes('"RAG"'));
  return [
    ...(kept.toSorted().join() === expected.toSorted().join() ? [] : [`kept is ${kept.join()}`]),
    ...(events.length === expectedEvents
      ? []
      : [`${events.length} events: ${events.map(({ event }) => event).join()}`]),
    ...(found?.state === "closed" && found.decision?.text === "RAG" ? [] : [`it ended as ${found?.state}`]),
    // What may have been posted is told, not repeated; everything else is drawn in the end, unless its root may not stand.
    ...(troubled.length > 1 ? [`${troubled.length} messages are uncertain after one fault`] : []),
    ...(troubled.some(({ slot }) => slot === "case") || waiting.length === 0
      ? []
      : [`still to be drawn: ${waiting.map(({ slot }) => slot).join()}`]),
    ...(decided || troubled.length > 0 ? [] : ["the decision is not shown"]),
  ];
};
