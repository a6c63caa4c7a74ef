/**
 * Other words for a question of the team's own, and options that come to it. Until somebody has
 * responded, everything can change; from then on no option goes, whether it was chosen or not, so
 * that no response loses what it says and nobody learns which options have responses.
 */

import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Rewording } from "../../session/session.ts";
import { foldText } from "../../text/fold.ts";
import { present } from "../../text/present.ts";
import { wellFormed } from "../../text/text.ts";
import type { Checked, Draft, Mistakes } from "../asking.ts";
import type { ContentText } from "../content-text.ts";
import { typed, typedText } from "../draft.ts";
import type { Mended, Mending } from "../stating.ts";
import { backgroundLengthMax, optionLengthMax, questionLengthMax, type ScenarioContent } from "./content.ts";
import { methodNamed } from "./methods/methods.ts";
import { linesOf, optionsLengthMax } from "./own-question.ts";

type Option = ScenarioContent["options"][number];

/** How many options there must be, as its method wants it; none for a proposal. */
const owedBy = ({ method }: ScenarioContent) => methodNamed(method).owes;

/** What a person typed, in the language they typed it in. */
const typedIn = (text: ContentText | undefined): string => (text !== undefined && "typed" in text ? text.typed : "");

const labelOf = ({ label }: Option): string => typedIn(label);

/** What the form holds where nothing was typed yet. */
const draftOf = (content: ScenarioContent, answered: boolean): Draft => {
  const { title, background, options } = content;
  const labels =
    owedBy(content).max === 0
      ? {}
      : answered
        ? Object.fromEntries(options.map((option) => [option.id, labelOf(option)]))
        : { options: options.map(labelOf).join("\n") };
  return { question: typedIn(title), background: typedIn(background), ...labels };
};

const form: Mending<ScenarioContent>["form"] = (content, draft, answered, t) => {
  const say = t.messages.scenario.own;
  const values = { ...draftOf(content, answered), ...draft };
  const text = (id: string, label: string, lengthMax: number, hint?: string) => ({
    type: "text" as const,
    id,
    label,
    lengthMax,
    value: wellFormed(typed(values, id) ?? ""),
    ...present({ hint }),
  });
  const left = optionsLeft(content);
  const options: readonly Field[] =
    owedBy(content).max === 0
      ? []
      : answered
        ? [
            ...content.options.map(({ id }, index): Field => {
              const label = say.mend.option({ number: index + 1 });
              return { ...text(id, label, optionLengthMax), required: true, multiline: false };
            }),
            ...(left === 0
              ? []
              : [
                  {
                    ...text("more", say.mend.more, optionsLengthMax, say.mend.moreHint({ left })),
                    required: false,
                    multiline: true,
                  },
                ]),
          ]
        : [{ ...text("options", say.options, optionsLengthMax, say.optionsHint), required: false, multiline: true }];
  return {
    fields: [
      { ...text("question", say.question, questionLengthMax), required: true, multiline: false },
      ...options,
      {
        ...text("background", say.background, backgroundLengthMax, say.backgroundHint),
        required: false,
        multiline: true,
      },
    ],
  };
};

/** Its options as the draft has them, with the ids of those that are the same. */
const check: Mending<ScenarioContent>["check"] = (content, draft, answered, t) => {
  const question = typedText(draft, "question");
  const background = typedText(draft, "background");
  const inLines = "options" in draft && owedBy(content).max > 0;
  const options = inLines ? optionsInLines(content, draft, t) : optionsInFields(content, draft);
  const fieldOf = ({ id }: Option): string => {
    if (inLines) return "options";
    return content.options.some((option) => option.id === id) ? id : "more";
  };
  const mistakes = {
    ...textMistakes(question, background, t),
    ...optionMistakes(options, fieldOf, t),
    ...countMistakes(content, options, inLines ? "options" : "more", t),
    ...(answered && goes(content, options) ? { options: t.messages.scenario.own.mend.answeredMeanwhile } : {}),
  };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  const { background: _, ...rest } = content;
  const mended: ScenarioContent = {
    ...rest,
    title: { typed: question },
    options: [...options],
    ...(background === "" ? {} : { background: { typed: background } }),
  };
  return { type: "answer", answer: { content: mended, ...differenceOf(content, mended) } };
};

const goes = (before: ScenarioContent, options: readonly Option[]): boolean =>
  before.options.some(({ id }) => !options.some((option) => option.id === id));

/** Without options the question is answered with yes or no. */
const labelsInLines = (draft: Draft, t: Translator): readonly string[] => {
  const { yes, no } = t.messages.scenario.own.yesOrNo;
  const lines = linesOf(typedText(draft, "options"));
  return lines.length === 0 ? [yes, no] : lines;
};

const optionsInLines = (content: ScenarioContent, draft: Draft, t: Translator): readonly Option[] => {
  const isNew = (label: string): boolean => !content.options.some((option) => labelOf(option) === label);
  const labels = labelsInLines(draft, t);
  // What says the same stays the same option.
  const added = newOptions(content, labels.filter(isNew));
  return labels.flatMap((label) => [...content.options, ...added].find((option) => labelOf(option) === label) ?? []);
};

/** With ids that no other option has. */
const newOptions = (content: ScenarioContent, labels: readonly string[]): readonly Option[] => {
  const last = lastNumberIn(content);
  return labels.map((label, index) => ({ id: `option-${last + 1 + index}`, label: { typed: label } }));
};

const lastNumberIn = ({ options }: ScenarioContent): number =>
  Math.max(0, ...options.map(({ id }) => Number(/^option-(\d{1,6})$/.exec(id)?.[1] ?? 0)));

const optionsInFields = (content: ScenarioContent, draft: Draft): readonly Option[] => {
  const kept = content.options.map((option) => {
    const label = typedText(draft, option.id);
    return label === labelOf(option) ? option : { ...option, label: { typed: label } };
  });
  return [...kept, ...newOptions(content, linesOf(typedText(draft, "more")))];
};

const textMistakes = (question: string, background: string, t: Translator): Mistakes => {
  const say = t.messages.scenario.own;
  const over = (text: string, max: number): number => Math.max(0, text.length - max);
  const long = over(question, questionLengthMax);
  const longer = over(background, backgroundLengthMax);
  return {
    ...(question === "" ? { question: say.questionMissing } : {}),
    ...(long > 0 ? { question: say.tooLong({ over: long, max: questionLengthMax }) } : {}),
    ...(longer > 0 ? { background: say.tooLong({ over: longer, max: backgroundLengthMax }) } : {}),
  };
};

const optionMistakes = (options: readonly Option[], fieldOf: (option: Option) => string, t: Translator): Mistakes => {
  const say = t.messages.scenario.own;
  const found: Record<string, string> = {};
  const seen = new Set<string>();
  for (const option of options) {
    const label = labelOf(option);
    const at = fieldOf(option);
    if (label === "") found[at] = say.mend.optionMissing;
    else if (label.length > optionLengthMax) found[at] = say.optionTooLong({ option: label, max: optionLengthMax });
    else if (seen.has(foldText(label))) found[at] = say.mend.sameOption({ option: label });
    seen.add(foldText(label));
  }
  return found;
};

const countMistakes = (
  content: ScenarioContent,
  { length: count }: readonly Option[],
  field: string,
  t: Translator,
): Mistakes => {
  const { min, max } = owedBy(content);
  return count >= min && count <= max ? {} : { [field]: t.messages.scenario.own.optionsCount({ count, min, max }) };
};

const optionsLeft = (content: ScenarioContent): number => owedBy(content).max - content.options.length;

/** What is different, in words that took the place of others and in options that came. */
const differenceOf = (
  before: ScenarioContent,
  after: ScenarioContent,
): Pick<Mended<ScenarioContent>, "rewordings" | "added"> => {
  const pairs: Rewording[] = [
    { was: typedIn(before.title), now: typedIn(after.title) },
    ...after.options.flatMap((option) => {
      const was = before.options.find(({ id }) => id === option.id);
      return was === undefined ? [] : [{ was: labelOf(was), now: labelOf(option) }];
    }),
    { was: typedIn(before.background), now: typedIn(after.background) },
  ];
  return {
    rewordings: pairs.filter(({ was, now }) => was !== now),
    added: after.options.filter(({ id }) => !before.options.some((option) => option.id === id)).map(labelOf),
  };
};

const says: Mending<ScenarioContent>["says"] = (content, draft, t) => {
  const { title, background, options } = content;
  const labels =
    "options" in draft && owedBy(content).max > 0
      ? labelsInLines(draft, t)
      : [
          ...options.flatMap(({ id }) => (id in draft ? [typedText(draft, id)] : [])),
          ...linesOf(typedText(draft, "more")),
        ];
  return (
    typedIn(title) === typedText(draft, "question") &&
    typedIn(background) === typedText(draft, "background") &&
    labels.length === options.length &&
    options.every((option, index) => labelOf(option) === labels[index])
  );
};

const findSame = ({ options }: ScenarioContent, label: string): string | undefined =>
  options.map(labelOf).find((one) => foldText(one) === foldText(label));

/** An option stands in one line. */
const inOneLine = (text: string): string => wellFormed(text).replaceAll(/\s+/gu, " ").trim();

const addOption: Mending<ScenarioContent>["addOption"] = (content, given, t) => {
  const say = t.messages.scenario.own;
  const label = inOneLine(given);
  const same = findSame(content, label);
  const mistake = (option: string): Checked<Mended<ScenarioContent>> => ({ type: "mistakes", mistakes: { option } });
  if (label === "") return mistake(t.messages.session.required);
  if (label.length > optionLengthMax) return mistake(say.optionTooLong({ option: label, max: optionLengthMax }));
  if (same !== undefined) return mistake(say.mend.sameOption({ option: same }));
  if (optionsLeft(content) <= 0) return mistake(say.mend.full({ max: owedBy(content).max }));
  const longer = { ...content, options: [...content.options, ...newOptions(content, [label])] };
  return { type: "answer", answer: { content: longer, rewordings: [], added: [label] } };
};

const mending: Mending<ScenarioContent> = {
  form,
  check,
  says,
  addOption,
  hasOption: (content, label) => findSame(content, inOneLine(label)) !== undefined,
  optionLengthMax,
  optionsLeft,
};

/** A pack's scenario stays as its pack has it. */
export const mendQuestion = ({ title }: ScenarioContent): Mending<ScenarioContent> | undefined =>
  "typed" in title ? mending : undefined;
