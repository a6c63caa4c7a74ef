/**
 * The same question of the running program: its playground's HTTP as other people see it, its
 * health, and everything it logs at its most talkative.
 */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Form } from "../src/cards/form.ts";
import { startProgram, temporaryFolder } from "../testkit/process.ts";
import { shippedPack } from "../testkit/shipped.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { fillIn, isFilled, type Values } from "./fill-form.ts";
import type { Findings } from "./findings.ts";

const marker = "leak-over-http";
const asks = z.object({ type: z.literal("form"), form: z.custom<Form>((value) => typeof value === "object") });

/** Sends what one person of the playground does. */
const speaker =
  (address: string, person: string) =>
  async (path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const who = { person, channel: "ai-projects", thread: null, language: "en", zone: "UTC" };
    const response = await fetch(`${address}/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...who, intent: crypto.randomUUID(), ...body }),
    });
    return response.json();
  };

type Speak = ReturnType<typeof speaker>;

/** Runs a session of every activity up to the end of its round. */
export const auditLeakInPlayground = async (seed: number): Promise<Findings> => {
  const chance = chanceFrom(seed);
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({ database, env: { LOG_LEVEL: "trace", WORKSHOP_PLAYGROUND: "1" } });
  const { activities } = await shippedPack;
  const ids = activities.filter(({ open }) => open.takesResponses).map(({ id }) => id);
  const known = new Set<string>();
  const wrong: string[] = [];
  const look = async (activity: string): Promise<void> => {
    for (const path of ["api/room?person=alex", "api/room?person=minji", "healthz", "readyz", "metrics"]) {
      const text = await (await fetch(`${program.address}/${path}`)).text();
      if (text.includes(marker)) wrong.push(`${path} tells of ${activity}`);
    }
    if (program.output().includes(marker)) wrong.push(`the log tells of ${activity}`);
  };
  try {
    for (const id of ids) {
      const minji = speaker(program.address, "minji");
      await minji("say", { text: `/workshop start ${id}` });
      const session = await newestBallot(program.address, known);
      for (const person of ["jihoon", "sora"]) await answer(speaker(program.address, person), session, chance);
      await look(id);
      await minji("press", { action: `end-round:${session}:1` });
      await look(id);
    }
    await fetch(`${program.address}/api/submit`, {
      method: "POST",
      body: `{"${marker}`,
      headers: { "content-type": "application/json" },
    });
    await look("what can't be read");
  } finally {
    await program.stop();
  }
  if (program.output().includes(marker)) wrong.push("the log tells at its end");
  return { counts: { activities: ids.length, people: 2 }, wrong };
};

/** The session whose ballot was posted last. */
const newestBallot = async (address: string, known: Set<string>): Promise<string> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const room = await (await fetch(`${address}/api/room?person=alex`)).text();
    const sessions = [...room.matchAll(/"type":"ask-response","session":"([\w-]+)"/g)].map(
      ([, session = ""]) => session,
    );
    const newest = sessions.at(-1);
    if (newest !== undefined && !known.has(newest)) {
      known.add(newest);
      return newest;
    }
    await sleep(20);
  }
  throw new Error("No ballot was posted");
};

const answer = async (speak: Speak, session: string, chance: Chance): Promise<void> => {
  for (let tries = 0; tries < 5; tries += 1) {
    const opened = asks.parse(await speak("press", { action: `respond:${session}:1` })).form;
    const values = await fillInAll(speak, opened, chance);
    // A mistake first, since its sentences must not repeat what was typed anywhere else.
    await speak("submit", { purpose: opened.purpose, values: { ...values, reason: marker.repeat(300) } });
    const reply = z.object({ type: z.string() }).parse(await speak("submit", { purpose: opened.purpose, values }));
    if (reply.type === "card") return;
  }
  throw new Error(`Session ${session} takes no answer`);
};

const fillInAll = async (speak: Speak, opened: Form, chance: Chance): Promise<Values> => {
  let form = opened;
  let values: Values = {};
  do {
    values = fillIn(form, chance, `${marker}-${chance.below(1e6)}`, values);
    const asked = asks.safeParse(await speak("redraw", { purpose: form.purpose, values, pressed: null }));
    if (asked.success) form = asked.data.form;
  } while (!isFilled(form, values));
  return values;
};
