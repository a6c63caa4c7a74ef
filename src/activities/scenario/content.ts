/** What a pack file of kind `scenario` says. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { methodNames } from "../../i18n/typed-words.ts";
import { reasonRules } from "../../settings/settings.ts";
import { contentText } from "../content-text.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";
import { dotsMax } from "./methods/dots.ts";
import { type Given, givenShape, optionId } from "./methods/given.ts";
import { methodAnswer, methodNamed } from "./methods/methods.ts";
import { cannotJudge } from "./methods/pick.ts";

const choosing = z.object({
  options: z.array(z.object({ id: optionId })),
  recommendation: z.object({ option: optionId }),
});

/** What says how many options there must be. */
const offering = z.object({
  method: z.enum(methodNames).optional(),
  options: z.array(z.unknown()).default([]),
});

/** As many options as the method wants; one without its own has none. */
const rightCount = judging(offering, ({ method, options }, context) => {
  const { min, max } = methodNamed(method).owes;
  const path = ["options"];
  if (options.length === 0 && min > 0) tellProblem(context, { path, problem: { code: "missing" } });
  else if (options.length < min) tellProblem(context, { path, problem: { code: "too-short", of: "list", least: min } });
  else if (options.length > max) tellProblem(context, { path, problem: { code: "too-long", of: "list", most: max } });
});

export const optionsMax = 10;

/**
 * The longest texts leave room for the narrowest limits there are: 75 characters on a button, 150
 * in a heading.
 */
export const questionLengthMax = 150;
export const optionLengthMax = 75;
export const backgroundLengthMax = 2000;

/** What a content says, its texts by `text`: a pack's alone, or a person's too. */
const contentOf = <Text extends z.ZodType, Amends extends z.ZodType>(
  text: (lengthMax: number) => Text,
  titleLengthMax: number,
  amends: Amends,
) =>
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
      /** The message in the chat that the case is about. */
      source: z.url({ protocol: /^https$/ }).optional(),
      /** Absent where the title asks it already. */
      question: text(300).optional(),
      /** In the order they are shown. */
      options: z
        .array(z.strictObject({ id: optionId, label: text(optionLengthMax), description: text(300).optional() }))
        .refine((options) => new Set(options.map((option) => option.id)).size === options.length, "option-ids-unique")
        .default([]),
      /** How it is answered; absent for one option each, as it was before there were others. */
      method: z.enum(methodNames).optional(),
      /** What a proposal said before, where it is another version of one. */
      amends: amends.optional(),
      /** How many dots each may lay, where they are laid. */
      dots: z.int().min(1).max(dotsMax).optional(),
      /** Whether everyone is asked how many will choose as they do, where each chooses one. */
      foresees: z.boolean().optional(),
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
    .check(rightCount)
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

const amended = z.strictObject({
  /** Of the one that it is now. */
  version: z.int().min(2),
  title: contentText(questionLengthMax),
  background: contentText(backgroundLengthMax).optional(),
});

/** What a pack's file may say. */
export const scenarioContent = contentOf(localized, 100, z.never()).refine(
  ({ options }) => options.every(({ id }) => id !== cannotJudge),
  { path: ["options"], message: "option-id-taken" },
);

/** What a session may hold: a pack's scenario, or a question that somebody asked themselves. */
export const keptContent = contentOf(contentText, questionLengthMax, amended);

export type ScenarioContent = z.infer<typeof keptContent>;

const cannotJudgeAnswer = z.strictObject({ cannotJudge: z.literal(true), ...givenShape });

/**
 * What a participant submits: what they answer by the question's method, or that they can't judge
 * it; with their reason and how sure they are.
 */
export const scenarioAnswer: z.ZodType<Given> = z.union([methodAnswer, cannotJudgeAnswer]);

export type ScenarioAnswer = Given;

/** Whether an answer says that its participant can't judge: a response, and no vote. */
export const isNoVote = (answer: ScenarioAnswer): boolean => cannotJudgeAnswer.safeParse(answer).success;
