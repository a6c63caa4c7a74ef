/**
 * A question of the team's own: what whoever asks it is asked, and the scenario that this becomes.
 * What they type is shown as typed.
 */
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { methodNames } from "../../i18n/typed-words.ts";
import { reasonRules } from "../../settings/settings.ts";
import { cut } from "../../text/cut.ts";
import { present } from "../../text/present.ts";
import { readQuestion } from "../../text/quoted.ts";
import { wellFormed } from "../../text/text.ts";
import type { Draft, Mistakes } from "../asking.ts";
import type { ContentText } from "../content-text.ts";
import { typed, typedText } from "../draft.ts";
import type { Setup } from "../stating.ts";
import {
  backgroundLengthMax,
  keptContent,
  optionLengthMax,
  optionsMax,
  questionLengthMax,
  type ScenarioContent,
} from "./content.ts";
import type { OpenMethod, OptionsOwed } from "./methods/method.ts";
import { firstMethod, methodNamed } from "./methods/methods.ts";

export const optionsLengthMax = optionsMax * (optionLengthMax + 1);

/**
 * One option a line; what is said twice counts once, also where one keyboard puts letters together
 * that another sends one by one.
 */
export const linesOf = (text: string): readonly string[] => {
  const options = new Map<string, string>();
  for (const line of text.split(/[\n\r\u0085\u2028\u2029]/u)) {
    const option = line.replaceAll(/\s+/gu, " ").trim();
    const key = option.normalize("NFC");
    if (option !== "" && !options.has(key)) options.set(key, option);
  }
  return [...options.values()];
};

/** Without options the question is answered with yes or no; a proposal is answered by itself. */
const labelsOf = (draft: Draft, t: Translator): readonly string[] => {
  const options = linesOf(typedText(draft, "options"));
  const { yes, no } = t.messages.scenario.own.yesOrNo;
  return options.length === 0 && methodIn(draft).owes.max > 0 ? [yes, no] : options;
};

const methodIn = (draft: Draft): OpenMethod => methodNamed(methodNames.find((name) => name === draft.method));

/** Which method suits the question's shape, in a line; the choice is left to whoever asks. */
const suggestionFor = (draft: Draft, t: Translator): string => {
  const { suggestions } = t.messages.methods;
  const count = linesOf(typedText(draft, "options")).length;
  if (typedText(draft, "question") === "") return suggestions.general;
  if (count === 0) return suggestions.proposal;
  if (count === 2) return suggestions.two;
  return count > manyFrom ? suggestions.many : suggestions.general;
};

/** Of more options than this, single votes scatter. */
const manyFrom = 4;

const ruleIn = (draft: Draft) => reasonRules.find((rule) => rule === draft.reasons) ?? "required";

const mistakesIn = (draft: Draft, t: Translator): Mistakes => {
  const say = t.messages.scenario.own;
  const question = typedText(draft, "question");
  const labels = labelsOf(draft, t);
  const { owes } = methodIn(draft);
  const long = labels.find((label) => label.length > optionLengthMax);
  const tooLong = (text: string, max: number): string | undefined =>
    text.length > max ? say.tooLong({ over: text.length - max, max }) : undefined;
  const found = {
    question: question === "" ? say.questionMissing : tooLong(question, questionLengthMax),
    background: tooLong(typedText(draft, "background"), backgroundLengthMax),
    options:
      labels.length < owes.min || labels.length > owes.max
        ? optionsMistake(labels.length, owes, t)
        : long && say.optionTooLong({ option: long, max: optionLengthMax }),
  };
  return present(found);
};

const optionsMistake = (count: number, { min, max }: OptionsOwed, t: Translator): string =>
  max === 0 ? t.messages.methods.noOptions : t.messages.scenario.own.optionsCount({ count, min, max });

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
      folded: typedText(draft, "background") === "" ? true : undefined,
    },
    {
      type: "choice",
      id: "method",
      label: t.messages.methods.field,
      hint: suggestionFor(draft, t),
      required: true,
      menu: true,
      options: methodNames.map((id) => ({
        id,
        label: t.messages.methods.names[id],
        description: t.messages.methods.about[id],
      })),
      value: methodIn(draft).name,
    },
    {
      type: "choice",
      id: "reasons",
      label: say.reasons,
      hint: say.reasonsHint,
      required: true,
      short: true,
      folded: true,
      options: reasonRules.map((id) => ({ id, label: say.reasonRule[id] })),
      value: ruleIn(draft),
    },
    {
      type: "toggle",
      id: "foresees",
      label: t.messages.scenario.foreseen.ask,
      hint: t.messages.scenario.foreseen.askHint,
      required: false,
      folded: true,
      value: draft.foresees === true,
    },
  ];
};

const typedIn = (text: ContentText | undefined): string =>
  text !== undefined && "typed" in text && typeof text.typed === "string" ? text.typed : "";

export const ownQuestion: Setup<ScenarioContent> = {
  name: "ask",
  title: (t) => t.messages.scenario.own.title,
  form: (draft, t) => ({ fields: fieldsOf(draft, t) }),
  read: (words) => {
    const { question, options } = readQuestion(words);
    return { question, options: options.join("\n") };
  },
  draftOf: (content) => {
    const { title, background, options, reasons, foresees, method = firstMethod.name } = keptContent.parse(content);
    return {
      question: typedIn(title),
      options: options.map(({ label }) => typedIn(label)).join("\n"),
      background: typedIn(background),
      reasons,
      method,
      ...present({ foresees }),
    };
  },
  takesOptions: true,
  about: (words) => ({ background: cut(words, backgroundLengthMax) }),
  check: (draft, t, source) => {
    const mistakes = mistakesIn(draft, t);
    if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
    const background = typedText(draft, "background");
    const answer: ScenarioContent = {
      title: { typed: typedText(draft, "question") },
      options: labelsOf(draft, t).map((label, index) => ({ id: `option-${index + 1}`, label: { typed: label } })),
      reasons: ruleIn(draft),
      seeAlso: [],
      method: methodIn(draft) === firstMethod ? undefined : methodIn(draft).name,
      background: background === "" ? undefined : { typed: background },
      source,
      foresees: draft.foresees === true && methodIn(draft).asksConfidence ? true : undefined,
    };
    return { type: "answer", answer };
  },
};
