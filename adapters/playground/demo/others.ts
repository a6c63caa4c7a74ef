/** People who aren't there, as they answer in a session: by the form that everyone gets. */
import { formatAction } from "../../../src/cards/action.ts";
import type { Form } from "../../../src/cards/form.ts";
import type { Origin } from "../../../src/requests/request.ts";
import type { Workshop } from "../../../src/workshop.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { people } from "../people.ts";
import { type Answering, answersTo } from "./answers.ts";

/** A session that can be responded to, in its open round. */
export type OpenSession = { readonly id: string; readonly round: number };

/** How many answer beside the one who is there. */
const othersMax = 5;
const stepsMax = 30;

/** The same asker, as somebody else or for something else. */
export const originAs = (origin: Origin, person: string, what: string): Origin => ({
  ...origin,
  person,
  intent: `demo-${origin.intent.slice(0, 40)}-${what}`,
});

/** Fills the open round with the answers of everyone but the asker. */
export const fillRound = async (
  workshop: Workshop,
  origin: Origin,
  session: OpenSession,
  seed = session.id,
): Promise<void> => {
  const others = people.filter(({ id }) => id !== origin.person).slice(0, othersMax);
  for (const { id } of others) await answerAs(workshop, originAs(origin, id, `${session.round}-${id}`), session, seed);
};

const answerAs = async (
  workshop: Workshop,
  origin: Origin,
  { id, round }: OpenSession,
  seed: string,
): Promise<void> => {
  const { sayings } = playgroundMessages(origin.language).demo;
  const answering = { seed, person: origin.person, round, sayings };
  let asked = await workshop.press(origin, formatAction({ type: "ask-response", session: id, round }));
  // An answer in steps asks for the next one with each that is sent.
  for (let step = 0; asked.type === "form" && step < stepsMax; step += 1) {
    const { form, values } = await fillForm(workshop, origin, asked.form, answering);
    asked = await workshop.submit(origin, form.token, values);
  }
};

type Filled = { readonly form: Form; readonly values: Readonly<Record<string, unknown>> };

/** Asked again until it asks nothing new. */
const fillForm = async (workshop: Workshop, origin: Origin, asked: Form, answering: Answering): Promise<Filled> => {
  let form = asked;
  let values = answersTo(form, {}, answering);
  for (let step = 0; step < stepsMax; step += 1) {
    const redrawn = await workshop.redraw(origin, form.token, values, undefined);
    if (redrawn.type !== "form") break;
    form = redrawn.form;
    if (form.fields.every((field) => field.id in values)) break;
    values = answersTo(form, values, answering);
  }
  return { form, values };
};
