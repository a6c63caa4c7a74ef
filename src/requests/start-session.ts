/** Starting a session, from a complete command or from the form that offers the same choices. */

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/activity.ts";
import type { Field, FieldOption, Form } from "../cards/form.ts";
import { plainText } from "../cards/plain.ts";
import type { StartOptions } from "../commands/command-line.ts";
import { parseEnd } from "../commands/deadline.ts";
import { type Language, languageCodes } from "../i18n/languages.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Session } from "../session/session.ts";
import type { Change } from "../store/store.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { nearest } from "../text/nearest.ts";
import { type Context, refuse } from "./context.ts";
import { planAll, planStart, type Start, type Startable } from "./plan-start.ts";
import { isKeptAs } from "./repeat.ts";
import type { Origin, Reply } from "./request.ts";

/**
 * Starts the named activity, or each one of the named exercise, in the channel of the request; the
 * one who asks becomes the facilitator.
 */
export const startSession = async (
  context: Context,
  origin: Origin,
  named: string,
  options: StartOptions,
  t: Translator,
): Promise<Reply> => {
  const planned = planStart(context, named, startFor(origin, options));
  switch (planned.type) {
    case "refused":
      return refuse(planned.refusal, t);
    case "unknown": {
      const ids = [...context.library.exercises, ...context.library.activities].map(({ id }) => id);
      return refuse({ code: "unknown-activity", given: named, nearest: nearest(named, ids) }, t);
    }
    case "planned":
      return commitAll(context, origin.workspace, planned.changes, t);
    default:
      return planned satisfies never;
  }
};

/** Starts what is frozen already, as `startSession` does what the packs have. */
export const startFrozen = async (
  context: Context,
  origin: Origin,
  startable: Startable,
  options: StartOptions,
  t: Translator,
): Promise<Reply> => {
  const planned = planAll(context, [startable], startFor(origin, options));
  if (planned.type === "refused") return refuse(planned.refusal, t);
  return commitAll(context, origin.workspace, planned.type === "planned" ? planned.changes : [], t);
};

const startFor = (origin: Origin, { anonymous, discussion, language, roundMs, deadline }: StartOptions): Start => {
  const { workspace, channel, person, intent } = origin;
  const settings = { anonymous, discussion, language: language ?? origin.language, roundMs };
  return { workspace, channel, person, settings, deadline, intent };
};

/**
 * What was started before is started once. Where the same form started something else, it starts
 * nothing more.
 */
const commitAll = async (
  { store }: Context,
  workspace: string,
  changes: readonly Change[],
  t: Translator,
): Promise<Reply> => {
  const own = store.in(workspace);
  const committed = await own.commitStarts(changes);
  if (committed.type === "committed") return { type: "done" };
  for (const { intent, after } of changes) {
    const made = await own.findMade(intent);
    const started = made === undefined ? undefined : await own.loadSession(made.session);
    if (made === undefined || (started !== undefined && !isSameStart(started, after)))
      return refuse({ code: "already-started" }, t);
  }
  return { type: "done" };
};

/** A span counts from each start, so that its deadlines differ. */
const isSameStart = (one: Session, other: Session): boolean =>
  one.activity.pack === other.activity.pack &&
  one.activity.id === other.activity.id &&
  // A pack's content may be newer than what was frozen; what somebody typed is told apart by it
  // alone.
  (one.activity.pack !== null || isKeptAs(other.activity.content, one.activity.content)) &&
  isDeepStrictEqual(one.settings, other.settings) &&
  (one.settings.roundMs !== null || one.deadline === other.deadline);

/** What can be chosen in the start form: everything that takes responses, exercises last. */
const startable = ({ activities, exercises }: Library, t: Translator): readonly FieldOption[] => [
  ...activities
    .filter(({ open }) => open.takesResponses)
    .map(({ id, open }) => ({ id, label: plainText(open.title(t)), description: id })),
  ...exercises.map(({ id, title }) => ({ id, label: plainText(parseInline(t.pick(title))), description: id })),
];

/** The start form; `activity` is chosen already when a button of the list was pressed. */
export const askStart = (context: Context, origin: Origin, activity: string | undefined, t: Translator): Reply => {
  const say = t.messages.commands.startForm;
  const form: Form = {
    purpose: { type: "start", nonce: context.ids.next() },
    title: say.title,
    intro: [],
    fields: [
      {
        type: "choice",
        id: "activity",
        label: say.activity,
        required: true,
        options: startable(context.library, t),
        ...(activity === undefined ? {} : { value: activity }),
      },
      ...optionFields({ discussion: false, anonymous: false, end: "", language: origin.language }, t),
    ],
    submit: say.submit,
    cancel: say.cancel,
  };
  return { type: "form", form };
};

/** How a session runs, as its fields hold it. */
export type OptionValues = {
  readonly discussion: boolean;
  readonly anonymous: boolean;
  readonly end: string;
  readonly language: Language;
};

/** The fields that every start has. */
export const optionFields = (values: OptionValues, t: Translator): readonly Field[] => {
  const say = t.messages.commands.startForm;
  const toggle = (id: "discussion" | "anonymous", hint: string) =>
    ({ type: "toggle", id, label: say[id], hint, required: false, value: values[id] }) as const;
  return [
    toggle("discussion", say.discussionHint),
    toggle("anonymous", say.anonymousHint),
    {
      type: "text",
      id: "end",
      label: say.end,
      hint: say.endHint,
      required: false,
      multiline: false,
      lengthMax: 20,
      value: values.end,
    },
    {
      type: "choice",
      id: "language",
      label: say.language,
      required: true,
      options: languageCodes.map((id) => ({ id, label: t.languageName(id) })),
      value: values.language,
    },
  ];
};

const optionValues = z.object({
  discussion: z.boolean().default(false),
  anonymous: z.boolean().default(false),
  end: z.string().max(200).nullish(),
  language: z.enum(languageCodes),
});

/** What the fields of a start say; undefined for what no form of ours sends. */
export const readOptions = (
  values: Draft,
  origin: Origin,
  now: number,
  t: Translator,
): { readonly options: StartOptions; readonly mistakes: Mistakes } | undefined => {
  const parsed = optionValues.safeParse(values);
  if (!parsed.success) return undefined;
  const { anonymous, discussion, language } = parsed.data;
  const typed = parsed.data.end?.trim() ?? "";
  const end = typed === "" ? { deadline: null, roundMs: null } : parseEnd(typed, origin.zone, now);
  return {
    options: { anonymous, discussion, language, ...(end ?? { deadline: null, roundMs: null }) },
    mistakes: end === undefined ? { end: t.messages.commands.badEnd } : {},
  };
};

const startValues = z.object({ activity: z.string().max(64).default("") });

/** Takes the submitted start form. */
export const submitStart = async (context: Context, origin: Origin, values: Draft, t: Translator): Promise<Reply> => {
  const parsed = startValues.safeParse(values);
  const read = readOptions(values, origin, context.clock.now(), t);
  if (!parsed.success || read === undefined) return refuse({ code: "bad-request" }, t);
  const { activity } = parsed.data;
  const isOffered = startable(context.library, t).some(({ id }) => id === activity);
  const mistakes = { ...(isOffered ? {} : { activity: t.messages.session.required }), ...read.mistakes };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return startSession(context, origin, activity, read.options, t);
};
