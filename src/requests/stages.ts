/**
 * Answers that are given step by step: which step is asked, what of each is kept, and when the last
 * one makes the whole.
 */
import type { Draft, Questions } from "../activities/asking.ts";
import type { OpenActivity } from "../activities/open-activity.ts";
import type { Form } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Session } from "../session/session.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import { words } from "../text/text.ts";

/** The step that leads back to the one before. */
export const backStep = "back";

/** Where somebody is in their answer, and what they have filled in so far. */
export type Stage = { readonly step: string; readonly draft: Draft };

/** Whose answer it is. */
export type Answerer = { readonly store: WorkspaceStore; readonly session: Session; readonly participant: string };

/** The longest text that is kept of a field; each field has its own limit beside it. */
const textLengthMax = 4000;

/** Where they left it, or at the beginning with what they stand by. */
export const stageOf = async (
  { store, session, participant }: Answerer,
  { stepping }: OpenActivity,
  before: Draft,
): Promise<Stage | undefined> => {
  const first = stepping?.ids[0];
  if (stepping === undefined || first === undefined) return undefined;
  const kept = await store.loadDraft(session.id, participant);
  if (kept?.round !== session.round) return { step: first, draft: before };
  return { step: stepping.ids.includes(kept.step) ? kept.step : first, draft: { ...before, ...kept.draft } };
};

/** The draft once what this step asks for was filled in; what it doesn't ask for is left out. */
export const filledIn = (activity: OpenActivity, { step, draft }: Stage, values: Draft, t: Translator): Draft => {
  const { fields } = activity.form({ ...draft, ...values }, t, { step });
  const given = fields.flatMap(({ id }): [string, unknown][] => (id in values ? [[id, bounded(values[id])]] : []));
  return { ...draft, ...Object.fromEntries(given) };
};

const bounded = (value: unknown): unknown => {
  if (typeof value === "string") return value.slice(0, textLengthMax);
  return typeof value === "number" || typeof value === "boolean" ? value : "";
};

/** The step beside one, by how many steps it is away; undefined beyond the ends. */
export const stepBeside = ({ stepping }: OpenActivity, step: string, by: number): string | undefined =>
  stepping?.ids[stepping.ids.indexOf(step) + by];

/** The first step with something missing; undefined where the answer is whole. */
export const unsoundStep = ({ stepping }: OpenActivity, draft: Draft, t: Translator): string | undefined =>
  stepping?.ids.find((step) => Object.keys(stepping.mistakesIn(step, draft, t)).length > 0);

/** Keeps it until the answer is sent; false where the round is over. */
export const keepStage = (
  { store, session, participant }: Answerer,
  { step, draft }: Stage,
  now: number,
): Promise<boolean> => store.saveDraft({ session: session.id, participant, round: session.round, step, draft, now });

/** The part of a form that says which step it is, and leads to the ones beside it. */
export const stageForm = (
  { stepping }: OpenActivity,
  step: string | undefined,
  questions: Questions,
  t: Translator,
): Pick<Form, "intro" | "steps" | "stage"> & { readonly isLast: boolean; readonly isBetween: boolean } => {
  const say = t.messages.session.responseForm;
  const { intro = [], steps = [] } = questions;
  if (stepping === undefined || step === undefined) return { intro, steps, isLast: true, isBetween: false };
  const at = stepping.ids.indexOf(step);
  const last = stepping.ids.length - 1;
  const where = words(say.stage({ step: at + 1, of: last + 1 }));
  return {
    intro: [{ type: "note", text: where }, ...intro],
    steps: [...(at > 0 ? [{ id: backStep, label: say.back }] : []), ...steps],
    stage: step,
    isLast: at >= last,
    isBetween: at > 0 && at < last,
  };
};
