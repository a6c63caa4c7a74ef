/**
 * A question of the team's own: what whoever asks it is asked, and the scenario that this becomes.
 * What they type is shown as typed.
 */
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { readQuestion } from "../../text/quoted.ts";
import { wellFormed } from "../../text/text.ts";
import type { Draft, Mistakes, Setup } from "../activity.ts";
import { typed, typedText } from "../draft.ts";
import {
  backgroundLengthMax,
  optionLengthMax,
  optionsMax,
  optionsMin,
  questionLengthMax,
  reasonRules,
  type ScenarioContent,
} from "./content.ts";

const optionsLengthMax = optionsMax * (optionLengthMax + 1);

/**
 * One option a line; what is said twice counts once, also where one keyboard puts letters together
 * that another sends one by one.
 */
const optionsIn = (text: string): readonly string[] => {
  const options = new Map<string, string>();
  for (const line of text.split(/[\n\r\u0085\u2028\u2029]/u)) {
    const option = line.replaceAll(/\s+/gu, " ").trim();
    const key = option.normalize("NFC");
    if (option !== "" && !options.has(key)) options.set(key, option);
  }
  return [...options.values()];
};

/** Without options the question is answered with yes or no. */
const labelsOf = (draft: Draft, t: Translator): readonly string[] => {
  const options = optionsIn(typedText(draft, "options"));
  const { yes, no } = t.messages.scenario.own.yesOrNo;
  return options.length === 0 ? [yes, no] : options;
};

const ruleIn = (draft: Draft) => reasonRules.find((rule) => rule === draft.reasons) ?? "required";

const mistakesIn = (draft: Draft, t: Translator): Mistakes => {
  const say = t.messages.scenario.own;
  const question = typedText(draft, "question");
  const labels = labelsOf(draft, t);
  const long = labels.find((label) => label.length > optionLengthMax);
  const tooLong = (text: string, max: number): string | undefined =>
    text.length > max ? say.tooLong({ over: text.length - max, max }) : undefined;
  const found = {
    question: question === "" ? say.questionMissing : tooLong(question, questionLengthMax),
    background: tooLong(typedText(draft, "background"), backgroundLengthMax),
    options:
      labels.length < optionsMin || labels.length > optionsMax
        ? say.optionsCount({ count: labels.length, min: optionsMin, max: optionsMax })
        : long && say.optionTooLong({ option: long, max: optionLengthMax }),
  };
  return Object.fromEntries(Object.entries(found).flatMap(([id, sentence]) => (sentence ? [[id, sentence]] : [])));
};

const fieldsOf = (draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.scenario.own;
  const text = (id: string, label: string, hint: string, lengthMax: number) => ({
    type: "text" as const,
    id,
    label,
    hint,
    lengthMax,
    value: wellFormed(typed(draft, id) ?? ""),
  });
  return [
    { ...text("question", say.question, say.questionHint, questionLengthMax), required: true, multiline: false },
    { ...text("options", say.options, say.optionsHint, optionsLengthMax), required: false, multiline: true },
    {
      ...text("background", say.background, say.backgroundHint, backgroundLengthMax),
      required: false,
      multiline: true,
      ...(typedText(draft, "background") === "" ? { folded: true } : {}),
    },
    {
      type: "choice",
      id: "reasons",
      label: say.reasons,
      required: true,
      short: true,
      folded: true,
      options: reasonRules.map((id) => ({ id, label: say.reasonRule[id] })),
      value: ruleIn(draft),
    },
  ];
};

export const ownQuestion: Setup<ScenarioContent> = {
  name: "ask",
  title: (t) => t.messages.scenario.own.title,
  form: (draft, t) => ({ fields: fieldsOf(draft, t) }),
  read: (words) => {
    const { question, options } = readQuestion(words);
    return { question, options: options.join("\n") };
  },
  check: (draft, t) => {
    const mistakes = mistakesIn(draft, t);
    if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
    const background = typedText(draft, "background");
    const answer: ScenarioContent = {
      title: { typed: typedText(draft, "question") },
      options: labelsOf(draft, t).map((label, index) => ({ id: `option-${index + 1}`, label: { typed: label } })),
      reasons: ruleIn(draft),
      seeAlso: [],
      ...(background === "" ? {} : { background: { typed: background } }),
    };
    return { type: "answer", answer };
  },
};
