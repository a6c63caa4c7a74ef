/**
 * What a pack file of kind `assessment` says: on which activities it rests and what it weighs; what
 * a session adds, the project; and what a participant submits.
 */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { type ChecklistContent, verdicts } from "../checklist/content.ts";
import { colourName } from "../colour.ts";
import type { DecisionFlowContent } from "../decision-flow/content.ts";
import { branches } from "../decision-flow/graph.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";
import { amountMax, type RoiContent, roiAnswer } from "../roi/content.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

export const optionsMax = 8;
export const nameLengthMax = 100;
export const textLengthMax = 300;
export const requirementsMax = 6;
export const reasonLengthMax = 2000;

/** Where things are called by their ids. */
const named = z.object({
  options: z.array(z.object({ id })),
  checklists: z.array(z.object({ all: id.optional(), items: z.record(id, id).default({}) })),
  needs: z.array(z.object({ option: id })),
  several: id,
});

const typed = z.string().min(1).max(textLengthMax);

/** What was stated of a project when its assessment began. */
const project = z.strictObject({
  name: z.string().min(1).max(nameLengthMax),
  purpose: typed,
  requirements: z.array(typed).max(requirementsMax),
  data: typed.optional(),
  examples: z.number().int().min(0).max(amountMax),
  domain: id,
  complexity: id,
  required: z.number().min(1).max(100),
  buildBudget: z.number().min(1).max(amountMax).optional(),
  budget: z.number().min(1).max(amountMax).optional(),
  today: typed.optional(),
});

export type Project = z.infer<typeof project>;

const counts = z.record(id, z.number().int().min(0));

/** What an earlier assessment of the same project came to: sums alone. */
const outcome = z.strictObject({
  session: z.string().max(64),
  responses: z.number().int().min(0),
  /** By option: how many chose it, how many paths lead to it, for how many it pays back best. */
  votes: counts,
  verdicts: counts,
  best: counts,
  /** By fact: how many didn't confirm it. */
  doubted: counts,
});

export type Outcome = z.infer<typeof outcome>;

const shape = {
  title: localized(100),
  intro: localized(500),
  flow: id,
  roi: id,
  checklists: z
    .array(
      z.strictObject({
        activity: id,
        /** What all its items together speak for. */
        all: id.optional(),
        /** What a yes to one of them speaks for, by item. */
        items: z.record(id, id).default({}),
      }),
    )
    .min(1)
    .max(4),
  options: z
    .array(
      z.strictObject({
        id,
        label: localized(75),
        colour: colourName.optional(),
        /** The outcomes of the flow that name it, where they are called otherwise than it is. */
        outcomes: z.array(id).max(8).default([]),
      }),
    )
    .min(2)
    .max(optionsMax)
    .refine((options) => new Set(options.map((option) => option.id)).size === options.length, "option-ids-unique"),
  /** What a yes to a question of the flow speaks for, also where the path ended before it. */
  needs: z.array(z.strictObject({ question: id, option: id })).max(8),
  /** What several such needs at once call for. */
  several: id,
};

const declares = judging(named, ({ options, checklists, needs, several }, context) => {
  const declared = new Set(options.map((option) => option.id));
  const refuse = (path: readonly (string | number)[], given: string): void =>
    tellProblem(context, { path, problem: { code: "not-declared", id: given } });
  if (!declared.has(several)) refuse(["several"], several);
  for (const [index, { option }] of needs.entries())
    if (!declared.has(option)) refuse(["needs", index, "option"], option);
  for (const [index, { all, items }] of checklists.entries()) {
    if (all !== undefined && !declared.has(all)) refuse(["checklists", index, "all"], all);
    for (const [item, option] of Object.entries(items))
      if (!declared.has(option)) refuse(["checklists", index, "items", item], option);
  }
});

/** What a pack's file may say. */
export const assessmentContent = z.strictObject(shape).check(declares);

/** What a session may hold: also the project, and what came out the time before. */
export const keptContent = z
  .strictObject({ ...shape, project: project.optional(), before: outcome.optional() })
  .check(declares);

/** The contents of the activities that it rests on. */
export type Parts = {
  readonly flow: DecisionFlowContent;
  readonly roi: RoiContent;
  /** In the order of the content's. */
  readonly checklists: readonly ChecklistContent[];
};

export type AssessmentContent = z.infer<typeof keptContent> & {
  /** What it rests on, once that is joined to it; see `withParts`. */
  readonly parts?: Parts | undefined;
};

export const factVerdicts = ["right", "not-so", "unknown"] as const;
export type FactVerdict = (typeof factVerdicts)[number];

/** By fact, by question, by checklist and item; what was chosen last of all. */
export const assessmentAnswer = z.strictObject({
  facts: z.record(id, z.enum(factVerdicts)),
  flow: z.record(id, z.enum(branches)),
  checklists: z.record(id, z.record(id, z.enum(verdicts))),
  /** Null where the figures stay as the project states them. */
  figures: roiAnswer.nullable(),
  choice: id,
  reason: z.string().max(reasonLengthMax),
  /** How likely they think that it is right, in percent (0–100). */
  chance: z.number().min(0).max(100).nullable(),
});

export type AssessmentAnswer = z.infer<typeof assessmentAnswer>;
