/**
 * The form of a schedule: what it asks, as far as it has been filled in, and what was answered, as
 * words of a plan.
 */
import { z } from "zod";
import type { Draft, Mistakes } from "../../activities/asking.ts";
import { type KindSetup, setupNamed } from "../../activities/setups.ts";
import { parseQuorum } from "../../commands/option-values.ts";
import { listed, type ParsedPlan, type PlanWords } from "../../commands/schedule-plan.ts";
import { sourcesOf } from "../../commands/schedule-source.ts";
import { languageCodes } from "../../i18n/languages.ts";
import type { Translator } from "../../i18n/translator.ts";
import { rhythms, setupNames } from "../../i18n/typed-words.ts";
import type { Library } from "../../packs/library.ts";
import type { DueTime } from "../../schedule/plan.ts";
import { present } from "../../text/present.ts";
import { wellFormed, words } from "../../text/text.ts";
import type { Block } from "../card.ts";
import type { Field, FieldOption, Form, FormToken } from "../form.ts";
import { refusalSentence } from "../private/refusal-text.ts";
import { isFoldOpened, quorumField, withMistake } from "./option-fields.ts";

type Token = FormToken & { readonly type: "schedule" };

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const text = z.string().max(500).transform(wellFormed).nullish();

const draftOf = z.object({
  every: z.enum(rhythms).catch("weekly"),
  weekday: z.enum(weekdays).catch("mon"),
  time: text,
  cron: text,
  zone: text,
  from: text,
  rotation: text,
  end: text,
  skip: text,
  discussion: z.boolean().catch(false),
  anonymous: z.boolean().catch(false),
  open: z.boolean().catch(false),
  quorum: z.union([z.string(), z.number()]).nullish().catch(null),
  language: z.enum(languageCodes).optional().catch(undefined),
});

type Filled = z.infer<typeof draftOf>;

/** Stands in the form until another time is typed. */
export const timeFirst = "10:00";

/** What follows from a draft, and what was pressed of its form. */
export type Drawn = {
  readonly next: DueTime | null;
  readonly pressed?: string | undefined;
  /** What was typed in vain, at its fields; under `form` what belongs to none. */
  readonly mistakes?: Mistakes;
};

/** Draws the form for what is filled in so far, with when it starts first, if that can be told. */
export const drawScheduleForm = (
  library: Library,
  token: Token,
  draft: Draft,
  t: Translator,
  { next, pressed, mistakes = {} }: Drawn = { next: null },
): Form => {
  const say = t.messages.schedule.form;
  const fields = fieldsOf(library, draft, t).map((field) => withMistake(field, mistakes[field.id]));
  // What is kept already must not get lost behind a fold that nobody opens.
  const isOpen = token.schedule !== undefined || isFoldOpened(fields, draft, pressed) || fields.some(isHidden);
  return {
    token,
    title: token.schedule === undefined ? say.title : say.editTitle,
    intro: mistakes.form === undefined ? [] : [{ type: "paragraph", text: words(mistakes.form) }],
    fields,
    fold: { label: t.messages.commands.startForm.fold, isOpen },
    ...(next === null ? {} : { outro: [nextOf(next, t)] }),
    submit: say.submit,
    cancel: t.messages.commands.startForm.cancel,
  };
};

/** Whether a mistake stands behind the fold. */
const isHidden = ({ folded, mistake }: Field): boolean => folded === true && mistake !== undefined;

/** In the schedule's own zone, as it is filled in there. */
const nextOf = ({ wall }: DueTime, t: Translator): Block => ({
  type: "facts",
  facts: [{ label: t.messages.schedule.next, values: [words(t.wallTime(wall))] }],
});

/** A question of one's own stands among what can be started, under the name that asks for it. */
export const own = setupNames[0];

/** Who asks for the question that the form's schedule asks; undefined where the packs hold it. */
export const questionIn = (draft: Draft): KindSetup | undefined => (draft.from === own ? setupNamed(own) : undefined);

const fieldsOf = (library: Library, draft: Draft, t: Translator): readonly Field[] => {
  const filled = draftOf.parse({ time: timeFirst, ...draft });
  const asked = questionIn(draft);
  const say = t.messages.schedule.form;
  const line = (
    id: "time" | "cron" | "zone" | "rotation" | "end" | "skip",
    required: boolean,
    lengthMax: number,
  ): Field & { readonly type: "text" } => ({
    type: "text",
    id,
    label: say[id],
    hint: id === "rotation" ? t.messages.addressed.rotationHint : say.hints[id],
    required,
    multiline: false,
    lengthMax,
    value: filled[id] ? filled[id] : undefined,
  });
  const start = t.messages.commands.startForm;
  const toggle = (id: "discussion" | "anonymous" | "open", label: string, hint: string): Field => ({
    type: "toggle",
    id,
    label,
    hint,
    required: false,
    value: filled[id],
  });
  return [
    {
      type: "choice",
      id: "every",
      label: say.every,
      required: true,
      redraws: true,
      options: rhythms.map((id) => ({
        id,
        label: id === "monthly" ? monthlyOn(filled.weekday, t) : say.howOften[id],
      })),
      menu: true,
      value: filled.every,
    },
    ...whenFields(filled, line, t),
    { ...line("zone", true, 64), completes: "zones", redraws: true },
    {
      ...choice("from", say.from, [{ id: own, label: say.own }, ...sourcesOf(library, t)], filled.from),
      menu: true,
      redraws: true,
    },
    ...(asked === undefined ? [] : asked.setup.form(draft, t).fields.map(unfolded)),
    ...[
      ...(asked === undefined ? [line("rotation", false, 500)] : []),
      line("end", false, 20),
      quorumField(draft, t),
      ...(asked === undefined ? [] : [toggle("open", start.open, start.openHint)]),
      toggle("discussion", start.discussion, start.discussionHint),
      toggle("anonymous", start.anonymous, start.anonymousHint),
      line("skip", false, 300),
      chips(
        "language",
        start.language,
        languageCodes.map((id) => ({ id, label: t.languageName(id) })),
        filled.language ?? t.language,
      ),
    ].map((field) => ({ ...field, folded: true }) as const),
  ];
};

/** This form folds nothing yet. */
const unfolded = ({ folded: _, ...field }: Field): Field => field;

/**
 * The weekday of a monthly schedule stands in its name, so that the form follows a change of it.
 */
const monthlyOn = (weekday: Filled["weekday"], t: Translator): string =>
  t.messages.schedule.form.howOften.monthly({ weekday: t.weekday(weekdays.indexOf(weekday) + 1) });

const whenFields = (
  { every, weekday }: Filled,
  line: (id: "time" | "cron", required: boolean, lengthMax: number) => Field,
  t: Translator,
): readonly Field[] => {
  if (every === "cron") return [{ ...line("cron", true, 100), redraws: true }];
  const days = weekdays.map((id, index) => ({ id, label: t.weekday(index + 1) }));
  return [
    ...(every === "weekdays"
      ? []
      : [{ ...chips("weekday", t.messages.schedule.form.weekday, days, weekday), redraws: true }]),
    { ...line("time", true, 5), redraws: true },
  ];
};

const chips = (...of: Parameters<typeof choice>): Field => ({ ...choice(...of), short: true });

const choice = (
  id: string,
  label: string,
  options: readonly FieldOption[],
  value: string | null | undefined,
): Field & { readonly type: "choice" } => ({
  type: "choice",
  id,
  label,
  required: true,
  options,
  value: value ? value : undefined,
});

/** What was filled in, as words of a plan. */
export const wordsOf = (draft: Draft, t: Translator): PlanWords => {
  const filled = draftOf.parse(draft);
  const { every, weekday, time, cron, zone, from, rotation, end, skip, discussion, anonymous, language } = filled;
  const open = from === own && filled.open ? true : undefined;
  const quorum = parseQuorum(String(filled.quorum ?? ""));
  const ofTime = (time ?? "").trim();
  const how = {
    weekly: [every, weekday, ofTime],
    biweekly: [every, weekday, ofTime],
    monthly: [every, weekday, ofTime],
    weekdays: [every, ofTime],
    cron: [every, ...(cron ?? "").trim().split(/\s+/u)],
  };
  return {
    how: how[every].filter(Boolean),
    zone: (zone ?? "").trim(),
    from: from === own ? [] : listed(rotation?.trim() ? rotation : (from ?? "")),
    skip: listed(skip ?? ""),
    end: end?.trim() || null,
    settings: { anonymous, discussion, language: language ?? t.language, ...present({ open, quorum }) },
  };
};

/** What is wrong with how many responses are wanted. */
export const quorumMistake = ({ quorum }: Draft, t: Translator): Mistakes => {
  const given = String(quorum ?? "").trim();
  return given === "" || parseQuorum(given) !== undefined ? {} : { quorum: t.messages.commands.startForm.badQuorum };
};

type PlanMistakes = Extract<ParsedPlan, { type: "mistakes" }>["mistakes"];

const fieldOfRule = { "how-often": "every", weekday: "weekday", time: "time", cron: "cron" } as const;

/** The mistakes of a plan as sentences at the form's fields. */
export const mistakesAtFields = (
  { how, from, ...others }: PlanMistakes,
  draft: Draft,
  t: Translator,
): Readonly<Record<string, string>> => ({
  ...(how?.code === "bad-rule" && { [fieldOfRule[how.part]]: refusalSentence(how, t) }),
  ...(from !== undefined && {
    [draftOf.parse(draft).rotation?.trim() ? "rotation" : "from"]: refusalSentence(from, t),
  }),
  ...Object.fromEntries(Object.entries(others).map(([field, refusal]) => [field, refusalSentence(refusal, t)])),
});
