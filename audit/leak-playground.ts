/**
 * The same question of the running program: its playground's HTTP as other people see it, its
 * health, and everything it logs at its most talkative.
 */
import { join } from "node:path";
import { z } from "zod";
import type { Form } from "../src/cards/form.ts";
import { project } from "../testkit/assessment-story.ts";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import { type PlaygroundPeople, peopleOf } from "../testkit/playground/people.ts";
import { startProgram, temporaryFolder } from "../testkit/process.ts";
import { shippedPack } from "../testkit/shipped.ts";
import { fillIn, isFilled, type Values } from "./fill-form.ts";
import type { Findings } from "./findings.ts";

const marker = "leak-over-http";
const stepsMax = 30;
const form = z.custom<Form>((value) => typeof value === "object");

/** Runs a session of every activity up to the end of its round. */
export const auditLeakInPlayground = async (seed: number): Promise<Findings> => {
  const chance = chanceFrom(seed);
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({ database, env: { LOG_LEVEL: "trace", WORKSHOP_PLAYGROUND: "1" } });
  const { activities } = await shippedPack;
  const ids = activities.filter(({ open }) => open.takesResponses).map(({ id }) => id);
  const people = peopleOf(program.address);
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
      const session = await people.start("minji", id, project);
      for (const person of ["jihoon", "sora"]) await answer(people, person, session, chance);
      await look(id);
      await people.press("minji", `end-round:${session}:1`);
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

const answer = async (people: PlaygroundPeople, person: string, session: string, chance: Chance): Promise<void> => {
  for (let tries = 0; tries < 5; tries += 1) {
    let reply = await people.press(person, `respond:${session}:1`);
    // An answer in steps asks for the next one with each that is sent.
    for (let step = 0; reply.form !== undefined && step < stepsMax; step += 1) {
      const opened = form.parse(reply.form);
      const values = await fillInAll(people, person, opened, chance);
      // A mistake first, since its sentences must not repeat what was typed anywhere else.
      await people.submit(person, opened.token, { ...values, reason: marker.repeat(300) });
      reply = await people.submit(person, opened.token, values);
    }
    if (reply.type === "card") return;
  }
  throw new Error(`Session ${session} takes no answer`);
};

const fillInAll = async (people: PlaygroundPeople, person: string, opened: Form, chance: Chance): Promise<Values> => {
  let asked = opened;
  let values: Values = {};
  do {
    values = fillIn(asked, chance, `${marker}-${chance.below(1e6)}`, values);
    asked = form.safeParse((await people.redraw(person, asked.token, values)).form).data ?? asked;
  } while (!isFilled(asked, values));
  return values;
};
