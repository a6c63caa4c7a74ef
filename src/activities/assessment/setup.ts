/** How a project is stated in chat, before its assessment begins. */
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { cut } from "../../text/cut.ts";
import { present } from "../../text/present.ts";
import { readQuestion } from "../../text/quoted.ts";
import type { Checked, Draft } from "../asking.ts";
import { typed, typedText } from "../draft.ts";
import { parseFigure } from "../figure.ts";
import { labelOf } from "../label.ts";
import { amountMax, type RoiContent } from "../roi/content.ts";
import type { Setup } from "../stating.ts";
import {
  type AssessmentContent,
  keptContent,
  nameLengthMax,
  type Project,
  requirementsMax,
  textLengthMax,
} from "./content.ts";
import { partsOf } from "./parts.ts";

/** A line each, without the empty ones. */
const linesOf = (draft: Draft, field: string): readonly string[] =>
  typedText(draft, field)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

type TextField = { readonly id: string; readonly label: string; readonly hint?: string; readonly lengthMax?: number };

const textField = (
  field: TextField,
  draft: Draft,
  more: { readonly required?: true; readonly multiline?: true },
): Field => ({
  type: "text",
  required: false,
  multiline: false,
  lengthMax: textLengthMax,
  ...field,
  ...more,
  value: typed(draft, field.id),
});

const fieldsOf = (roi: RoiContent, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.assessment;
  const unit = t.pick(roi.currency.unit);
  const number = (id: string, label: string, unit: string, min: number, max: number, required = false): Field => ({
    type: "number",
    id,
    label,
    required,
    min,
    max,
    unit,
    value: parseFigure(draft[id]),
  });
  const choice = (id: "domain" | "complexity", label: string, of: RoiContent["domains"]): Field => ({
    type: "choice",
    id,
    label,
    required: true,
    short: true,
    options: of.map((one) => ({ id: one.id, label: labelOf(one.label, t) })),
    value: of.find((one) => one.id === draft[id])?.id ?? roi.example[id],
  });
  return [
    textField({ id: "name", label: say.name, lengthMax: nameLengthMax }, draft, { required: true }),
    textField({ id: "purpose", label: say.purpose, hint: say.purposeHint }, draft, { required: true }),
    textField({ id: "requirements", label: say.requirements, hint: say.requirementsHint, lengthMax: 1800 }, draft, {
      multiline: true,
    }),
    number("examples", say.examples, t.messages.roi.items, 0, amountMax, true),
    choice("domain", t.messages.roi.domain, roi.domains),
    choice("complexity", t.messages.roi.complexity, roi.complexities),
    number("required", t.messages.roi.required, "%", 1, 100, true),
    number("buildBudget", t.messages.roi.buildBudget, unit, 1, amountMax),
    number("budget", t.messages.roi.budget, unit, 1, amountMax),
    { ...textField({ id: "data", label: say.data, hint: say.dataHint }, draft, {}), folded: true },
    { ...textField({ id: "today", label: say.today, hint: say.todayHint }, draft, {}), folded: true },
  ];
};

/** Reads one field after the other, and keeps a sentence for each that isn't sound. */
const check = (base: AssessmentContent, draft: Draft, t: Translator): Checked<AssessmentContent> => {
  const say = t.messages.assessment;
  const { roi } = partsOf(base);
  const mistakes: Record<string, string> = {};
  const text = (field: string, max: number, missing?: string): string | undefined => {
    const given = typedText(draft, field);
    const over = given.length - max;
    if (over > 0) mistakes[field] = t.messages.scenario.own.tooLong({ over, max });
    if (given !== "") return given;
    if (missing !== undefined) mistakes[field] = missing;
    return undefined;
  };
  const figure = (field: string, min: number, max: number, required: boolean): number | undefined => {
    if (!required && [undefined, null, ""].some((empty) => draft[field] === empty)) return undefined;
    const given = parseFigure(draft[field]);
    if (given !== undefined && given >= min && given <= max && (field !== "examples" || Number.isInteger(given)))
      return given;
    mistakes[field] = t.messages.roi.badFigure({ min: t.number(min), max: t.number(max) });
    return undefined;
  };
  const chosen = (field: "domain" | "complexity", of: RoiContent["domains"]): string => {
    const found = of.find(({ id }) => id === (draft[field] ?? roi.example[field]))?.id;
    if (found === undefined) mistakes[field] = t.messages.roi.chooseOne;
    return found ?? roi.example[field];
  };
  const requirements = [...linesOf(draft, "requirements")];
  const long = requirements.find((line) => line.length > textLengthMax);
  if (requirements.length > requirementsMax)
    mistakes.requirements = say.tooManyRequirements({ count: requirements.length, max: requirementsMax });
  else if (long !== undefined)
    mistakes.requirements = t.messages.scenario.own.tooLong({ over: long.length - textLengthMax, max: textLengthMax });
  const project: Project = {
    name: text("name", nameLengthMax, say.nameMissing) ?? "",
    purpose: text("purpose", textLengthMax, say.purposeMissing) ?? "",
    requirements,
    data: text("data", textLengthMax),
    examples: figure("examples", 0, amountMax, true) ?? 0,
    domain: chosen("domain", roi.domains),
    complexity: chosen("complexity", roi.complexities),
    required: figure("required", 1, 100, true) ?? 1,
    buildBudget: figure("buildBudget", 1, amountMax, false),
    budget: figure("budget", 1, amountMax, false),
    today: text("today", textLengthMax),
  };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  const { parts: _, ...content } = base;
  return { type: "answer", answer: { ...content, project } };
};

const nameIn = (words: string): string => readQuestion(words).question;

/** Completes what a pack states with the project that it is about. */
export const completeProject = (base: AssessmentContent): Setup<AssessmentContent> => ({
  name: "assess",
  title: (t) => t.messages.assessment.title,
  form: (draft, t) => ({
    intro: [{ type: "note", text: [{ type: "plain", text: t.messages.assessment.setupHint }] }],
    fields: fieldsOf(partsOf(base).roi, draft, t),
  }),
  read: (words) => present({ name: nameIn(words) || undefined }),
  nameOf: (content) => keptContent.parse(content).project?.name ?? "",
  nameIn,
  draftOf: (content) => {
    const { project } = keptContent.parse(content);
    if (project === undefined) return {};
    const { requirements, ...fields } = project;
    return { ...fields, requirements: requirements.join("\n") };
  },
  about: (words) => ({ purpose: cut(words, textLengthMax) }),
  check: (draft, t) => check(base, draft, t),
});
