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
import { presetNote } from "../cards/private/settings-card.ts";
import type { StartOptions } from "../commands/option-values.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Session } from "../session/session.ts";
import type { Resolved } from "../settings/settings.ts";
import type { Change } from "../store/port/change.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { nearest } from "../text/nearest.ts";
import { words } from "../text/text.ts";
import { atItsField, refusalOfRoles, rolesOf } from "./cast.ts";
import { type Asking, refuse, refuseUnreachable } from "./context.ts";
import { planAll, planStart, type Start, type Startable } from "./plan-start.ts";
import { isKeptAs } from "./repeat.ts";
import type { Origin, Reply } from "./request.ts";
import { loadPreset, refuseStarter } from "./settings.ts";
import { fillingOf, readOptions, settingsOf, withPreset } from "./start-options.ts";

/**
 * Starts the named activity, or each one of the named exercise, in the channel of the request; the
 * one who asks becomes the facilitator.
 */
export const startSession = async (
  { context, origin, t }: Asking,
  named: string,
  options: StartOptions,
  resolved: Resolved,
): Promise<Reply> => {
  const unfit = await refusalOfRoles(context, origin, options);
  if (unfit !== undefined) return refuse(unfit, t);
  const planned = planStart(context, named, startFor(origin, options, resolved));
  switch (planned.type) {
    case "refused":
      return refuse(planned.refusal, t);
    case "unknown": {
      const ids = [...context.library.exercises, ...context.library.activities].map(({ id }) => id);
      return refuse({ code: "unknown-activity", given: named, nearest: nearest(named, ids) }, t);
    }
    case "planned":
      return commitAll({ context, origin, t }, planned.changes, resolved);
    default:
      return planned satisfies never;
  }
};

/** Starts what a line says, with what the channel has preset. */
export const startByLine = async (asking: Asking, named: string, options: StartOptions): Promise<Reply> => {
  const resolved = await loadPreset(asking.context, asking.origin);
  return startSession(asking, named, withPreset(options, resolved), resolved);
};

/** Starts what is frozen already, as `startSession` does what the packs have. */
export const startFrozen = async (
  { context, origin, t }: Asking,
  startable: Startable,
  options: StartOptions,
  resolved: Resolved,
): Promise<Reply> => {
  const unfit = await refusalOfRoles(context, origin, options);
  if (unfit !== undefined) return refuse(unfit, t);
  const planned = planAll(context, [startable], startFor(origin, options, resolved));
  if (planned.type === "refused") return refuse(planned.refusal, t);
  return commitAll({ context, origin, t }, planned.type === "planned" ? planned.changes : [], resolved);
};

const startFor = (origin: Origin, options: StartOptions, resolved: Resolved): Start => {
  const { workspace, channel, person, intent } = origin;
  const settings = settingsOf(options, resolved, origin.language);
  const roles = rolesOf(options, person);
  return { workspace, channel, person, settings, roles, deadline: options.deadline, intent };
};

/**
 * What was started before is started once. Where the same form started something else, it starts
 * nothing more.
 */
const commitAll = async (
  { context, origin, t }: Asking,
  changes: readonly Change[],
  resolved: Resolved,
): Promise<Reply> => {
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
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
  isDeepStrictEqual(one.roles, other.roles) &&
  (one.settings.roundMs !== null || one.deadline === other.deadline);

/** What is completed in chat first has a form of its own. */
const isStartable = ({ open }: Library["activities"][number]): boolean =>
  open.takesResponses && open.completing === undefined;

/** What can be chosen in the start form: everything that takes responses, exercises last. */
const startable = ({ activities, exercises }: Library, t: Translator): readonly FieldOption[] => [
  ...kinds.flatMap(({ kind, names }) => {
    const { one: title, about } = names(t);
    return activities
      .filter((activity) => activity.kind === kind && isStartable(activity))
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
export const askStart = async (asking: Asking, activity: string | undefined): Promise<Reply> => {
  const { context, origin, t } = asking;
  const resolved = await loadPreset(context, origin);
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
  return drawStart(asking, activity, { values: {}, isOpen: activity !== undefined, resolved });
};

type StartToken = FormToken & { readonly type: "start" };

/** Asks the start form again, with what stands in it. */
export const redrawStart = async (
  asking: Asking,
  { activity }: StartToken,
  { values, pressed }: { readonly values: Draft; readonly pressed: string | undefined },
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const resolved = await loadPreset(context, origin);
  const fields = optionFields(values, fillingOf(origin, resolved, context.clock.now()), t);
  return drawStart(asking, activity, { values, isOpen: isFoldOpened(fields, values, pressed), resolved });
};

const drawStart = (
  { context, origin, t }: Asking,
  activity: string | undefined,
  { values, isOpen, resolved }: { readonly values: Draft; readonly isOpen: boolean; readonly resolved: Resolved },
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
    intro: [
      ...(named === undefined ? [{ type: "buttons", buttons: [askButton(t)] } as const] : introOf(named)),
      ...presetNote(resolved, t),
    ],
    fields: [
      ...(named === undefined ? [asked] : []),
      ...optionFields(values, fillingOf(origin, resolved, context.clock.now()), t),
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
  const resolved = await loadPreset(context, origin);
  const read = readOptions(values, origin, fillingOf(origin, resolved, context.clock.now()), t);
  if (!parsed.success || read === undefined) return refuse({ code: "bad-request" }, t);
  const activity = token.activity ?? parsed.data.activity;
  const isOffered = startable(context.library, t).some(({ id }) => id === activity);
  if (!isOffered && token.activity !== undefined) return refuse({ code: "bad-request" }, t);
  const mistakes = { ...(!isOffered && { activity: t.messages.session.required }), ...read.mistakes };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  // No form asks for it where a pack has the options.
  return atItsField(await startSession(asking, activity, { ...read.options, open: false }, resolved));
};
