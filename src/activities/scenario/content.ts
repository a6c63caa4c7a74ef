/** What a pack file of kind `scenario` says. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { contentText } from "../content-text.ts";

export const optionId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const choosing = z.object({
  options: z.array(z.object({ id: optionId })),
  recommendation: z.object({ option: optionId }),
});

/** Whether a reason goes with a choice. */
export const reasonRules = ["required", "optional", "none"] as const;

export const optionsMin = 2;
export const optionsMax = 10;

/**
 * The longest texts leave room for the narrowest limits there are: 75 characters on a button, 150
 * in a heading.
 */
export const questionLengthMax = 150;
export const optionLengthMax = 75;
export const backgroundLengthMax = 2000;

/** What a content says, its texts by `text`: a pack's alone, or a person's too. */
const contentOf = <Text extends z.ZodType>(text: (lengthMax: number) => Text, titleLengthMax: number) =>
  z
    .strictObject({
      title: text(titleLengthMax),
      /** Who the case is about and what they build. */
      team: text(300).optional(),
      requirements: z.array(text(300)).min(1).max(10).optional(),
      data: z.array(text(300)).min(1).max(10).optional(),
      budget: text(300).optional(),
      /** What one should know before one answers. */
      background: text(backgroundLengthMax).optional(),
      /** Absent where the title asks it already. */
      question: text(300).optional(),
      /** In the order they are shown. */
      options: z
        .array(z.strictObject({ id: optionId, label: text(optionLengthMax), description: text(300).optional() }))
        .min(optionsMin)
        .max(optionsMax)
        .refine((options) => new Set(options.map((option) => option.id)).size === options.length, "option-ids-unique"),
      reasons: z.enum(reasonRules).default("required"),
      /** Absent when there is no official answer: the team's own reasoning is the result. */
      recommendation: z.strictObject({ option: optionId, rationale: text(1000) }).optional(),
      /**
       * Facts from which the reveal computes what a flow and an ROI model of the same pack give for
       * this case; those kinds check them.
       */
      models: z
        .strictObject({
          /** Why the facts are stated as they are. */
          because: z.array(text(300)).min(1).max(6),
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

/** What a pack's file may say. */
export const scenarioContent = contentOf(localized, 100);

/** What a session may hold: a pack's scenario, or a question that somebody asked themselves. */
export const keptContent = contentOf(contentText, questionLengthMax);

export type ScenarioContent = z.infer<typeof keptContent>;

export const reasonLengthMax = 2000;
/** Percent. Half is a coin toss between two options; less would be confidence in another one. */
export const confidenceMin = 50;
export const confidenceMax = 100;

/**
 * What a participant submits: the choice by id, the reason as typed (empty where none was asked
 * for, and once its author was forgotten), and how sure they are in percent (50–100), or null.
 */
export const scenarioAnswer = z.strictObject({
  choice: optionId,
  reason: z.string().max(reasonLengthMax),
  confidence: z.number().min(confidenceMin).max(confidenceMax).nullable(),
});

export type ScenarioAnswer = z.infer<typeof scenarioAnswer>;
