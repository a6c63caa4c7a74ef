/** From a draft to answers that can be counted; what is missing becomes a mistake at its field. */
import type { Translator } from "../../i18n/translator.ts";
import type { Checked, Draft, Mistakes } from "../asking.ts";
import { parsePercent } from "../chance.ts";
import { type Verdict, verdicts } from "../checklist/content.ts";
import { type Branch, branches } from "../decision-flow/graph.ts";
import { typedText } from "../draft.ts";
import { checkFigures } from "../roi/check-figures.ts";
import type { RoiAnswer } from "../roi/content.ts";
import { exampleOf } from "../roi/figures.ts";
import { draftOf as figuresDraft } from "../roi/form.ts";
import {
  type AssessmentAnswer,
  type AssessmentContent,
  type FactVerdict,
  factVerdicts,
  reasonLengthMax,
} from "./content.ts";
import { factsOf } from "./facts.ts";
import { factField, figureField, figuresIn, itemField, listOf, questionField, questionsOf, stepsOf } from "./fields.ts";
import { partsOf } from "./parts.ts";

/** What of the fields can be read as one of these, by what each field asks about. */
const readEach = <Value extends string>(
  ids: readonly string[],
  fieldOf: (id: string) => string,
  values: readonly Value[],
  draft: Draft,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const value = values.find((one) => one === draft[fieldOf(id)]);
      return value === undefined ? [] : [[id, value]];
    }),
  );

const factIds = (content: AssessmentContent, t: Translator) => factsOf(content, t).map(({ id }) => id);
const questionIds = (content: AssessmentContent) => questionsOf(content).map(({ id }) => id);
const itemIds = (content: AssessmentContent, list: number) =>
  (partsOf(content).checklists[list]?.items ?? []).map(({ id }) => id);

export const readFacts = (content: AssessmentContent, draft: Draft, t: Translator) =>
  readEach<FactVerdict>(factIds(content, t), factField, factVerdicts, draft);

export const readFlow = (content: AssessmentContent, draft: Draft) =>
  readEach<Branch>(questionIds(content), questionField, branches, draft);

export const readList = (content: AssessmentContent, list: number, draft: Draft) =>
  readEach<Verdict>(itemIds(content, list), (item) => itemField(list, item), verdicts, draft);

/** Null where they are the project's own; undefined where they aren't sound. */
export const readFigures = (content: AssessmentContent, draft: Draft, t: Translator): RoiAnswer | null | undefined => {
  const { roi } = partsOf(content);
  const checked = checkFigures(roi, figuresIn(draft), t);
  if (checked.type === "mistakes") return undefined;
  const own = figuresDraft(roi, exampleOf(roi));
  const given = Object.entries(figuresDraft(roi, checked.answer));
  return given.every(([field, value]) => own[field] === value) ? null : checked.answer;
};

/** What of a step isn't there yet, or isn't sound. */
export const mistakesIn = (content: AssessmentContent, step: string, draft: Draft, t: Translator): Mistakes => {
  const missing = (
    ids: readonly string[],
    fieldOf: (id: string) => string,
    given: Readonly<Record<string, unknown>>,
  ): Mistakes =>
    Object.fromEntries(
      ids.filter((id) => given[id] === undefined).map((id) => [fieldOf(id), t.messages.checklist.answerEach]),
    );
  const list = listOf(content, step);
  if (list !== undefined)
    return missing(itemIds(content, list), (item) => itemField(list, item), readList(content, list, draft));
  switch (step) {
    case "facts":
      return missing(factIds(content, t), factField, readFacts(content, draft, t));
    case "flow":
      return missing(questionIds(content), questionField, readFlow(content, draft));
    case "figures": {
      const checked = checkFigures(partsOf(content).roi, figuresIn(draft), t);
      if (checked.type === "answer") return {};
      return Object.fromEntries(Object.entries(checked.mistakes).map(([field, say]) => [figureField(field), say]));
    }
    default:
      return choiceMistakes(content, draft, t);
  }
};

const choiceMistakes = (content: AssessmentContent, draft: Draft, t: Translator): Mistakes => {
  const say = t.messages.scenario;
  const reason = typedText(draft, "reason");
  const over = reason.length - reasonLengthMax;
  return {
    ...(chosenIn(content, draft) === undefined && { choice: say.chooseOne }),
    ...(reason === "" && { reason: say.giveReason }),
    ...(over > 0 && { reason: say.reasonTooLong({ over, max: reasonLengthMax }) }),
    ...(chanceIn(draft) === undefined && { chance: say.badConfidence }),
  };
};

const chosenIn = ({ options }: AssessmentContent, { choice }: Draft): string | undefined =>
  options.find(({ id }) => id === choice)?.id;

const chanceIn = ({ chance }: Draft): number | null | undefined => parsePercent(chance, 0);

export const check = (content: AssessmentContent, draft: Draft, t: Translator): Checked<AssessmentAnswer> => {
  const mistakes = Object.fromEntries(
    stepsOf(content).flatMap((step) => Object.entries(mistakesIn(content, step, draft, t))),
  );
  const choice = chosenIn(content, draft);
  const chance = chanceIn(draft);
  const figures = readFigures(content, draft, t);
  if (Object.keys(mistakes).length > 0 || choice === undefined || chance === undefined || figures === undefined)
    return { type: "mistakes", mistakes };
  const checklists = Object.fromEntries(
    content.checklists.map(({ activity }, list) => [activity, readList(content, list, draft)]),
  );
  return {
    type: "answer",
    answer: {
      facts: readFacts(content, draft, t),
      flow: readFlow(content, draft),
      checklists,
      figures,
      choice,
      reason: typedText(draft, "reason"),
      chance,
    },
  };
};

/** The fields that show an answer again. */
export const draftOf = (content: AssessmentContent, answer: AssessmentAnswer): Draft => {
  const { facts, flow, checklists, figures, choice, reason, chance } = answer;
  const shown = figures === null ? {} : figuresDraft(partsOf(content).roi, figures);
  const fields = (given: Readonly<Record<string, unknown>>, fieldOf: (id: string) => string): Draft =>
    Object.fromEntries(Object.entries(given).map(([id, value]) => [fieldOf(id), value]));
  return {
    ...fields(facts, factField),
    ...fields(flow, questionField),
    ...Object.fromEntries(
      content.checklists.flatMap(({ activity }, list) =>
        Object.entries(fields(checklists[activity] ?? {}, (item) => itemField(list, item))),
      ),
    ),
    ...fields(shown, figureField),
    choice,
    reason,
    chance,
  };
};
