/** Starting a session, from a complete command or from the form that offers the same choices. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import { kinds } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import type { FieldOption, Form, FormToken } from "../cards/form.ts";
import { isFoldOpened, optionFields } from "../cards/forms/option-fields.ts";
import { plainText } from "../cards/plain.ts";
import { askButton } from "../cards/private/menu-cards.ts";
import type { StartOptions } from "../commands/option-values.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Session } from "../session/session.ts";
import type { Change } from "../store/port/change.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { nearest } from "../text/nearest.ts";
import { words } from "../text/text.ts";
import { type Asking, type Context, refuse, refuseUnreachable } from "./context.ts";
import { planAll, planStart, type Start, type Startable } from "./plan-start.ts";
import { isKeptAs } from "./repeat.ts";
import type { Origin, Reply } from "./request.ts";
import { fillingOf, readOptions } from "./start-options.ts";

/**
 * Starts the named activity, or each one of the named exercise, in the channel of the request; the
 * one who asks becomes the facilitator.
 */
export const startSession = async (
  { context, origin, t }: Asking,
  named: string,
  options: StartOptions,
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
      return commitAll(context, origin, planned.changes, t);
    default:
      return planned satisfies never;
  }
};

/** Starts what is frozen already, as `startSession` does what the packs have. */
export const startFrozen = async (
  { context, origin, t }: Asking,
  startable: Startable,
  options: StartOptions,
): Promise<Reply> => {
  const planned = planAll(context, [startable], startFor(origin, options));
  if (planned.type === "refused") return refuse(planned.refusal, t);
  return commitAll(context, origin, planned.type === "planned" ? planned.changes : [], t);
};

const startFor = (origin: Origin, options: StartOptions): Start => {
  const { anonymous, discussion, open, quorum, revealAtEnd, language, roundMs, deadline } = options;
  const { workspace, channel, person, intent } = origin;
  const settings = { anonymous, discussion, open, quorum, revealAtEnd, language: language ?? origin.language, roundMs };
  return { workspace, channel, person, settings, deadline, intent };
};

/**
 * What was started before is started once. Where the same form started something else, it starts
 * nothing more.
 */
const commitAll = async (
  context: Context,
  origin: Origin,
  changes: readonly Change[],
  t: Translator,
): Promise<Reply> => {
  const unreachable = await refuseUnreachable(context, origin, t);
  if (unreachable !== undefined) return unreachable;
  const store = context.store.in(origin.workspace);
  const committed = await store.commitStarts(changes);
  if (committed.type === "committed") return { type: "done" };
  for (const { intent, after } of changes) {
    const made = await store.findMade(intent);
    const started = made === undefined ? undefined : await store.loadSession(made.session);
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
  ...kinds.flatMap(({ kind, names }) => {
    const { one: title, about } = names(t);
    return activities
      .filter((activity) => activity.kind === kind && activity.open.takesResponses)
      .map(({ id, open }) => ({ id, label: plainText(open.title(t)), description: id, group: { title, about } }));
  }),
  ...exercises.map(({ id, title, activities: parts }) => ({
    id,
    label: plainText(parseInline(t.pick(title))),
    description: id,
    group: { title: t.messages.commands.exercise({ parts: parts.length }), about: "" },
  })),
];

/** The start form; `activity` isn't asked for again when a button of the list named it. */
export const askStart = (asking: Asking, activity: string | undefined): Reply =>
  drawStart(asking, activity, { values: {}, isOpen: activity !== undefined });

type StartToken = FormToken & { readonly type: "start" };

/** Asks the start form again, with what stands in it. */
export const redrawStart = (
  asking: Asking,
  { activity }: StartToken,
  { values, pressed }: { readonly values: Draft; readonly pressed: string | undefined },
): Reply => {
  const { context, origin, t } = asking;
  const fields = optionFields(values, fillingOf(origin, context.clock.now()), t);
  return drawStart(asking, activity, { values, isOpen: isFoldOpened(fields, values, pressed) });
};

const drawStart = (
  { context, origin, t }: Asking,
  activity: string | undefined,
  { values, isOpen }: { readonly values: Draft; readonly isOpen: boolean },
): Reply => {
  const say = t.messages.commands.startForm;
  const options = startable(context.library, t);
  const named = options.find(({ id }) => id === activity);
  const chosen = options.find(({ id }) => id === values.activity)?.id;
  const asked = {
    type: "choice",
    id: "activity",
    label: say.activity,
    required: true,
    options,
    value: chosen,
  } as const;
  const form: Form = {
    token: { type: "start", nonce: context.ids.next(), ...(named === undefined ? {} : { activity: named.id }) },
    title: say.title,
    intro: named === undefined ? [{ type: "buttons", buttons: [askButton(t)] }] : introOf(named),
    fields: [
      ...(named === undefined ? [asked] : []),
      ...optionFields(values, fillingOf(origin, context.clock.now()), t),
    ],
    fold: { label: say.fold, isOpen },
    submit: say.submit,
    cancel: say.cancel,
  };
  return { type: "form", form };
};

const introOf = ({ label, group }: FieldOption): readonly Block[] => [
  { type: "heading", text: words(label) },
  ...(group === undefined
    ? []
    : [{ type: "note", text: words([group.title, group.about].filter(Boolean).join(" · ")) } as const]),
];

const startValues = z.object({ activity: z.string().max(64).default("") });

/** Takes the submitted start form. */
export const submitStart = async (asking: Asking, token: StartToken, values: Draft): Promise<Reply> => {
  const { context, origin, t } = asking;
  const parsed = startValues.safeParse(values);
  const read = readOptions(values, origin, context.clock.now(), t);
  if (!parsed.success || read === undefined) return refuse({ code: "bad-request" }, t);
  const activity = token.activity ?? parsed.data.activity;
  const isOffered = startable(context.library, t).some(({ id }) => id === activity);
  if (!isOffered && token.activity !== undefined) return refuse({ code: "bad-request" }, t);
  const mistakes = { ...(!isOffered && { activity: t.messages.session.required }), ...read.mistakes };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  // No form asks for it where a pack has the options.
  return startSession(asking, activity, { ...read.options, open: false });
};
