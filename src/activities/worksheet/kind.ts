/**
 * The worksheet kind: everyone fills in the pack's fields; the reveal shows everybody's rows and
 * the median.
 */
import { computeFormula } from "../../analysis/formula.ts";
import { spreadOf } from "../../analysis/median.ts";
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import type { Field } from "../../cards/form.ts";
import { signedBy } from "../../cards/name-of.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import type { Checked, Draft } from "../asking.ts";
import { money } from "../currency.ts";
import { defineKind } from "../define-kind.ts";
import { typed, typedText } from "../draft.ts";
import { parseFigure } from "../figure.ts";
import { labelOf } from "../label.ts";
import {
  keptWorksheet,
  textLengthMax,
  type WorksheetAnswer,
  type WorksheetContent,
  worksheetAnswer,
  worksheetContent,
} from "./content.ts";

/** More rows than this are counted, not shown. */
const rowsMax = 30;

type Column = WorksheetContent["fields"][number];

const maxOf = (field: Column & { readonly type: "number" | "percent" }): number =>
  field.type === "percent" ? 100 : field.max;

const fieldOf = (field: Column, draft: Draft, t: Translator): Field => {
  const { id, hint } = field;
  const base = {
    id,
    label: labelOf(field.label, t),
    required: true,
    hint: hint === undefined ? undefined : labelOf(hint, t),
  };
  const given = typed(draft, id);
  switch (field.type) {
    case "text":
      return {
        ...base,
        type: "text",
        multiline: false,
        lengthMax: textLengthMax,
        value: given,
      };
    case "choice": {
      const chosen = field.options.find((option) => option.id === given)?.id;
      const options = field.options.map((option) => ({ id: option.id, label: labelOf(option.label, t) }));
      return { ...base, type: "choice", options, value: chosen };
    }
    case "number":
    case "percent": {
      const value = parseFigure(draft[id]);
      const unit = field.type === "percent" ? "%" : t.pick(field.unit);
      const bounds = { min: field.min, max: maxOf(field), unit };
      return { ...base, type: "number", ...bounds, value };
    }
    default:
      return field satisfies never;
  }
};

/** The value of one field, or what is wrong with it. */
const readField = (
  field: Column,
  draft: Draft,
  t: Translator,
): { readonly value: string | number } | { readonly mistake: string } => {
  const say = t.messages.worksheet;
  if (field.type === "text") {
    const value = typedText(draft, field.id);
    if (value === "") return { mistake: t.messages.session.required };
    return value.length > textLengthMax ? { mistake: say.tooLong({ max: textLengthMax }) } : { value };
  }
  if (field.type === "choice") {
    const value = field.options.find(({ id }) => id === draft[field.id])?.id;
    return value === undefined ? { mistake: say.chooseOne } : { value };
  }
  const value = parseFigure(draft[field.id]);
  const max = maxOf(field);
  return value === undefined || value < field.min || value > max
    ? { mistake: say.badFigure({ min: t.number(field.min), max: t.number(max) }) }
    : { value };
};

const check = (content: WorksheetContent, draft: Draft, t: Translator): Checked<WorksheetAnswer> => {
  const read = content.fields.map((field) => ({ id: field.id, ...readField(field, draft, t) }));
  const mistakes = read.flatMap((one) => ("mistake" in one ? [[one.id, one.mistake] as const] : []));
  if (mistakes.length > 0) return { type: "mistakes", mistakes: Object.fromEntries(mistakes) };
  const answer = Object.fromEntries(read.flatMap((one) => ("value" in one ? [[one.id, one.value] as const] : [])));
  return { type: "answer", answer };
};

const numbersIn = (answer: WorksheetAnswer): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(answer).flatMap(([id, value]) => (typeof value === "number" ? [[id, value]] : [])));

type Cell = { readonly shown: string; readonly figure?: number };

/** A row of the table: what was filled in, then what is computed from it. */
const cellsOf = (content: WorksheetContent, answer: WorksheetAnswer, t: Translator): readonly Cell[] => [
  ...content.fields.map((field): Cell => {
    const value = answer[field.id];
    if (typeof value === "number") return { shown: shownAs(field, value, t), figure: value };
    const option = field.type === "choice" ? field.options.find(({ id }) => id === value) : undefined;
    return { shown: option === undefined ? (value ?? "–") : labelOf(option.label, t) };
  }),
  ...content.computed.map(({ formula, unit }): Cell => {
    const figure = computeFormula(formula, numbersIn(answer));
    return figure === undefined ? { shown: "–" } : { shown: figureText(figure, t.pick(unit), t), figure };
  }),
];

/** A figure of a field as people write it: money as money, the rest with its unit. */
const shownAs = (field: Column, figure: number, t: Translator): string => {
  if (field.type === "percent") return figureText(figure, "%", t);
  if (field.type !== "number") return figureText(figure, "", t);
  return field.currency === undefined ? figureText(figure, t.pick(field.unit), t) : money(field.currency, figure, t);
};

const figureText = (figure: number, unit: string, t: Translator): string => {
  const rounded = t.number(Math.round(figure * 100) / 100);
  if (unit === "") return rounded;
  return unit === "%" ? `${rounded}%` : t.messages.worksheet.figure({ figure: rounded, unit });
};

const columnsOf = ({ fields, computed }: WorksheetContent, t: Translator): readonly string[] =>
  [...fields, ...computed].map((one) => labelOf(one.label, t));

const reveal = (
  content: WorksheetContent,
  { anonymous, rounds, session }: Collected<WorksheetAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.worksheet;
  const last = rounds.at(-1) ?? [];
  if (last.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  if (anonymous && last.length < groupMin)
    return [{ type: "paragraph", text: words(say.tooFew({ count: last.length })) }];
  const order = last.map((_, index) => String(index));
  const rows = (anonymous ? shuffle(order, session) : order).flatMap((index) => last[Number(index)] ?? []);
  const cells = rows.map(({ answer }) => cellsOf(content, answer, t));
  const writers = [
    ...content.fields.map((field) => (figure: number) => shownAs(field, figure, t)),
    ...content.computed.map(
      ({ unit }) =>
        (figure: number) =>
          figureText(figure, t.pick(unit), t),
    ),
  ];
  const medians = writers.map((write, column): Text => {
    const figures = cells.flatMap((row) => row[column]?.figure ?? []);
    const median = spreadOf(figures)?.median;
    return median === undefined ? words("") : [strong(write(median))];
  });
  const left = rows.length - rowsMax;
  return [
    {
      type: "table",
      columns: [anonymous ? "" : say.who, ...columnsOf(content, t)],
      rows: [
        ...rows
          .slice(0, rowsMax)
          .map((row, index): readonly Text[] => [
            anonymous ? words("") : signedBy(row, t),
            ...(cells[index] ?? []).map(({ shown }) => words(shown)),
          ]),
        [[strong(say.median)], ...medians],
      ],
    },
    ...(left > 0 ? [{ type: "note", text: words(say.moreRows({ count: left })) } as const] : []),
  ];
};

export const worksheet = defineKind<WorksheetContent, WorksheetAnswer>({
  kind: "worksheet",
  names: (t) => t.messages.worksheet.kind,
  content: worksheetContent,
  kept: keptWorksheet,
  answer: worksheetAnswer,
  takesResponses: true,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    { type: "list", ordered: false, items: columnsOf(content, t).map(words) },
  ],
  options: () => [],
  form: (content, draft, t) => ({ fields: content.fields.map((field) => fieldOf(field, draft, t)) }),
  check,
  draftOf: (_content, answer) => answer,
  inShort: (content, answer, t) => {
    const [first] = content.computed;
    const cell = cellsOf(content, answer, t)[content.fields.length];
    return first === undefined || cell === undefined ? undefined : `${labelOf(first.label, t)}: ${cell.shown}`;
  },
  confirmation: (content, answer, t) => {
    const cells = cellsOf(content, answer, t).slice(content.fields.length);
    const facts = content.computed.map((one, index) => ({
      label: labelOf(one.label, t),
      values: [words(cells[index]?.shown ?? "–")],
    }));
    return facts.length === 0 ? [] : [{ type: "facts", facts }];
  },
  reasons: () => [],
  withoutWords: ({ fields }, answer) => {
    const texts = fields.filter(({ type }) => type === "text").map(({ id }) => id);
    return Object.fromEntries(Object.entries(answer).filter(([id]) => !texts.includes(id)));
  },
  asked: (_content, t) => t.messages.worksheet.asked,
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  reveal,
  allReasons: () => [],
});
