/** Starting a session, from a complete command or from the form that offers the same choices. */
import { z } from "zod";
import type { Draft } from "../activities/activity.ts";
import type { Form } from "../cards/form.ts";
import { plainText } from "../cards/plain.ts";
import { notesFor } from "../delivery/slot.ts";
import type { Translator } from "../i18n/translator.ts";
import { decideStart } from "../session/decide.ts";
import type { StartOptions } from "./command-line.ts";
import { nearest } from "./command-words.ts";
import { type Context, refuse } from "./context.ts";
import { parseEnd } from "./deadline.ts";
import type { Origin, Reply } from "./request.ts";

/** Starts the named activity in the channel of the request; the one who asks becomes its facilitator. */
export const startSession = async (
  context: Context,
  origin: Origin,
  activityId: string,
  options: StartOptions,
  t: Translator,
): Promise<Reply> => {
  const activity = context.library.find(activityId);
  if (activity === undefined) {
    const ids = context.library.activities.map(({ id }) => id);
    return refuse({ code: "unknown-activity", given: activityId, nearest: nearest(activityId, ids) }, t);
  }
  const { pack, id, kind, content } = activity;
  const session = context.ids.next();
  const verdict = decideStart(
    {
      type: "start",
      session,
      workspace: origin.workspace,
      channel: origin.channel,
      activity: { pack, id, kind, content },
      settings: {
        anonymous: options.anonymous,
        discussion: options.discussion,
        language: options.language ?? origin.language,
        roundMs: options.roundMs,
      },
      deadline: options.deadline,
    },
    origin.person,
    context.clock.now(),
  );
  if (verdict.type === "refused") return refuse(verdict.refusal, t);
  for (const event of verdict.events) {
    if (event.type !== "session-started") continue;
    await context.store.in(origin.workspace).commit({
      session,
      events: verdict.events,
      after: event.session,
      guard: { type: "new" },
      notes: notesFor(verdict.events, event.session),
      intent: origin.intent,
      at: event.session.startedAt,
    });
  }
  return { type: "done" };
};

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
        options: context.library.activities.map(({ id, open }) => ({
          id,
          label: plainText(open.title(t)),
          description: id,
        })),
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
        options: [
          { id: "en", label: say.languages.en },
          { id: "ko", label: say.languages.ko },
        ],
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
  language: z.enum(["en", "ko"]),
});

/** Takes the submitted start form. */
export const submitStart = async (context: Context, origin: Origin, values: Draft, t: Translator): Promise<Reply> => {
  const parsed = startValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const { activity, anonymous, discussion, language } = parsed.data;
  const typed = parsed.data.end?.trim() ?? "";
  const end = typed === "" ? { deadline: null, roundMs: null } : parseEnd(typed, origin.zone, context.clock.now());
  const mistakes = {
    ...(context.library.find(activity) === undefined ? { activity: t.messages.session.required } : {}),
    ...(end === undefined ? { end: t.messages.commands.badEnd } : {}),
  };
  if (end === undefined || Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return startSession(context, origin, activity, { anonymous, discussion, language, ...end }, t);
};
