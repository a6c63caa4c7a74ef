/** Starting a session, from a complete command or from the form that offers the same choices. */

import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Draft } from "../activities/activity.ts";
import type { FieldOption, Form } from "../cards/form.ts";
import { plainText } from "../cards/plain.ts";
import type { StartOptions } from "../commands/command-line.ts";
import { parseEnd } from "../commands/deadline.ts";
import { languageCodes } from "../i18n/languages.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Session } from "../session/session.ts";
import type { Change } from "../store/store.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { nearest } from "../text/nearest.ts";
import { type Context, refuse } from "./context.ts";
import { planStart } from "./plan-start.ts";
import type { Origin, Reply } from "./request.ts";

/** Starts the named activity, or each one of the named exercise, in the channel of the request; the one who asks becomes the facilitator. */
export const startSession = async (
  context: Context,
  origin: Origin,
  named: string,
  options: StartOptions,
  t: Translator,
): Promise<Reply> => {
  const { anonymous, discussion, roundMs, deadline } = options;
  const { workspace, channel, person, intent } = origin;
  const settings = { anonymous, discussion, language: options.language ?? origin.language, roundMs };
  const planned = planStart(context, named, { workspace, channel, person, settings, deadline, intent });
  switch (planned.type) {
    case "refused":
      return refuse(planned.refusal, t);
    case "unknown": {
      const ids = [...context.library.exercises, ...context.library.activities].map(({ id }) => id);
      return refuse({ code: "unknown-activity", given: named, nearest: nearest(named, ids) }, t);
    }
    case "planned":
      return commitAll(context, workspace, planned.changes, t);
    default:
      return planned satisfies never;
  }
};

/** What was started before is started once. Where the same form started something else, it starts nothing more. */
const commitAll = async (
  { store }: Context,
  workspace: string,
  changes: readonly Change[],
  t: Translator,
): Promise<Reply> => {
  const own = store.in(workspace);
  for (const change of changes) {
    const committed = await own.commit(change);
    if (committed.type !== "repeated") continue;
    const started = await own.loadSession(committed.session);
    if (started !== undefined && !isSameStart(started, change.after)) return refuse({ code: "already-started" }, t);
  }
  return { type: "done" };
};

/** A span counts from each start, so that its deadlines differ. */
const isSameStart = (one: Session, other: Session): boolean =>
  one.activity.pack === other.activity.pack &&
  one.activity.id === other.activity.id &&
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
      {
        type: "toggle",
        id: "discussion",
        label: say.discussion,
        hint: say.discussionHint,
        required: false,
        value: false,
      },
      { type: "toggle", id: "anonymous", label: say.anonymous, hint: say.anonymousHint, required: false, value: false },
      { type: "text", id: "end", label: say.end, hint: say.endHint, required: false, multiline: false, lengthMax: 20 },
      {
        type: "choice",
        id: "language",
        label: say.language,
        required: true,
        options: languageCodes.map((id) => ({ id, label: t.languageName(id) })),
        value: origin.language,
      },
    ],
    submit: say.submit,
    cancel: say.cancel,
  };
  return { type: "form", form };
};

const startValues = z.object({
  activity: z.string().max(64).default(""),
  discussion: z.boolean().default(false),
  anonymous: z.boolean().default(false),
  end: z.string().max(200).nullish(),
  language: z.enum(languageCodes),
});

/** Takes the submitted start form. */
export const submitStart = async (context: Context, origin: Origin, values: Draft, t: Translator): Promise<Reply> => {
  const parsed = startValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const { activity, anonymous, discussion, language } = parsed.data;
  const typed = parsed.data.end?.trim() ?? "";
  const end = typed === "" ? { deadline: null, roundMs: null } : parseEnd(typed, origin.zone, context.clock.now());
  const mistakes = {
    ...(startable(context.library, t).every(({ id }) => id !== activity)
      ? { activity: t.messages.session.required }
      : {}),
    ...(end === undefined ? { end: t.messages.commands.badEnd } : {}),
  };
  if (end === undefined || Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return startSession(context, origin, activity, { anonymous, discussion, language, ...end }, t);
};
