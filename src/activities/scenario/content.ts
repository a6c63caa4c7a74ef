/** What a pack file of kind `scenario` says. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";

export const optionId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const choosing = z.object({
  options: z.array(z.object({ id: optionId })),
  recommendation: z.object({ option: optionId }),
});

/** The longest texts leave room for the narrowest limits there are: 75 characters on a button, 3,000 in a paragraph. */
export const scenarioContent = z
  .strictObject({
    title: localized(100),
    /** Who the case is about and what they build. */
    team: localized(300),
    requirements: z.array(localized(300)).min(1).max(10),
    data: z.array(localized(300)).min(1).max(10),
    budget: localized(300).optional(),
    question: localized(300),
    /** In the order they are shown. */
    options: z
      .array(z.strictObject({ id: optionId, label: localized(60), description: localized(300).optional() }))
      .min(2)
      .max(6)
      .refine((options) => new Set(options.map((option) => option.id)).size === options.length, "option-ids-unique"),
    /** Absent when there is no official answer: the team's own reasoning is the result. */
    recommendation: z.strictObject({ option: optionId, rationale: localized(1000) }).optional(),
    /** Facts from which the reveal computes what a flow and an ROI model of the same pack give for this case; those kinds check them. */
    models: z
      .strictObject({
        /** Why the facts are stated as they are. */
        because: z.array(localized(300)).min(1).max(6),
        flow: z.strictObject({ activity: optionId, answers: z.unknown() }),
        roi: z.strictObject({ activity: optionId, project: z.unknown() }),
      })
      .optional(),
    /** Reference cards that the reveal leads to. */
    seeAlso: z.array(optionId).max(5).default([]),
  })
  .refine(
    (content) =>
      content.recommendation === undefined ||
      content.options.some((option) => option.id === content.recommendation?.option),
    {
      path: ["recommendation", "option"],
      // As soon as these parts are right, whatever else is wrong.
      when: ({ value }) => choosing.safeParse(value).success,
      message: "recommendation-is-an-option",
    },
  );

export type ScenarioContent = z.infer<typeof scenarioContent>;

export const reasonLengthMax = 2000;
/** Percent. Half is a coin toss between two options; less would be confidence in another one. */
export const confidenceMin = 50;
export const confidenceMax = 100;

/** What a participant submits: the choice by id, the reason as typed (empty once its author was forgotten), and how sure they are in percent (50–100), or null. */
export const scenarioAnswer = z.strictObject({
  choice: optionId,
  reason: z.string().max(reasonLengthMax),
  confidence: z.number().min(confidenceMin).max(confidenceMax).nullable(),
});

export type ScenarioAnswer = z.infer<typeof scenarioAnswer>;
