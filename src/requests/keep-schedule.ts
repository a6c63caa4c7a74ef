/**
 * Schedules as people make, see and change them. Whoever made one, and the workspace's admins, may
 * change it.
 */

import { isDeepStrictEqual } from "node:util";
import type { Draft, Mistakes } from "../activities/asking.ts";
import { frozenSetup } from "../activities/setups.ts";
import type { Action } from "../cards/action.ts";
import type { Form, FormToken } from "../cards/form.ts";
import { draftOfSchedule } from "../cards/forms/schedule-draft.ts";
import {
  drawScheduleForm,
  mistakesAtFields,
  questionIn,
  quorumMistake,
  timeFirst,
  wordsOf,
} from "../cards/forms/schedule-form.ts";
import { drawKeptSchedule, drawSchedules } from "../cards/private/schedule-card.ts";
import { parseScheduleLine } from "../commands/schedule-line.ts";
import { parsePlan } from "../commands/schedule-plan.ts";
import { sourceIds } from "../commands/schedule-source.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Plan } from "../schedule/plan.ts";
import { nextOccurrence } from "../schedule/recurrence.ts";
import {
  edit,
  make,
  type Occurrence,
  pause,
  remove,
  resume,
  type Schedule,
  settle,
  takeTurnNow,
} from "../schedule/schedule.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Resolved } from "../settings/settings.ts";
import type { Made, Meant, ScheduleChange } from "../store/port/change.ts";
import { present } from "../text/present.ts";
import { type Asking, type Context, refuse, refuseUnreachable } from "./context.ts";
import { startsOf } from "./plan-turn.ts";
import type { Origin, Reply } from "./request.ts";
import { checkSetup, spokenIn } from "./set-up.ts";
import { loadPreset, refuseStarter } from "./settings.ts";

type Token = FormToken & { readonly type: "schedule" };
type OnSchedule = Action & { readonly type: "on-schedule" };

/** More in one channel would bury it. */
const schedulesMax = 25;
const occurrencesShown = 3;

export const showSchedules = async ({ context, origin, t }: Asking): Promise<Reply> => {
  const store = context.store.in(origin.workspace);
  const schedules = await store.listSchedules(origin.channel);
  const shown = await Promise.all(
    schedules.map(async (schedule) => ({
      schedule,
      occurrences: await store.listOccurrences(schedule.id, occurrencesShown),
      mayChange: await mayChange(context, origin, schedule),
    })),
  );
  return { type: "card", card: drawSchedules(shown, await isOffered(context, origin), t) };
};

const mayChange = async (
  { platformOf }: Context,
  { workspace, person }: Origin,
  schedule: Schedule,
): Promise<boolean> => schedule.owner === person || (await platformOf(workspace).isAdmin({ workspace, person }));

/** The kind of which a channel without schedules is offered one a week, if the packs hold any. */
const offeredKind = ({ library }: Context): string | undefined =>
  library.activities.find(({ open }) => open.isOfferedWeekly)?.kind;

/** Whether this channel is offered a schedule: it has none, and the packs hold prompts. */
export const isOffered = async (context: Context, { workspace, channel }: Origin): Promise<boolean> =>
  offeredKind(context) !== undefined &&
  (await loadPreset(context, { workspace, channel })).settings.offer &&
  (await context.store.in(workspace).listSchedules(channel)).length === 0;

/** A discussion prompt every Monday at 10:00, the person's time. */
export const takeOffer = (asking: Asking): Promise<Reply> =>
  runScheduleLine(asking, ["weekly", "mon", "10:00", "--from", offeredKind(asking.context) ?? ""]);

/** Makes the schedule that the words ask for. */
export const runScheduleLine = async (asking: Asking, typed: readonly string[]): Promise<Reply> => {
  const { context, origin, t } = asking;
  const preset = await presetOf(context, origin);
  const line = parseScheduleLine(typed, preset);
  if (line.type === "refused") return refuse(line.refusal, t);
  const words = { ...line.words, settings: orPreset(line.words.settings, preset) };
  const parsed = parsePlan(context.library, words, context.clock.now());
  if (parsed.type === "plan") return create(asking, parsed.plan);
  const [first] = Object.values(parsed.mistakes);
  return refuse(first ?? { code: "bad-request" }, t);
};

/** The form for a new schedule, or for one that the person may change. */
export const askSchedule = async ({ context, origin, t }: Asking, id: string | undefined): Promise<Reply> => {
  const nonce = context.ids.next();
  if (id === undefined) {
    const resolved = await loadPreset(context, origin);
    const refusal = await refuseStarter(context, origin, resolved);
    if (refusal !== undefined) return refuse(refusal, t);
    const draft = await presetOf(context, origin);
    return { type: "form", form: drawPlanForm(context, { type: "schedule", nonce }, { draft, t }) };
  }
  const found = await find(context, origin, id);
  if ("code" in found) return refuse(found, t);
  const token = { type: "schedule", nonce, schedule: id, revision: found.revision } as const;
  return { type: "form", form: drawPlanForm(context, token, { draft: draftOfSchedule(found, t), t }) };
};

/** What a new schedule begins with here. */
export const presetOf = async (context: Context, origin: Origin) => {
  const { settings } = await loadPreset(context, origin);
  const { discussion, anonymous, method, reasons } = settings;
  const zone = settings.zone ?? origin.zone;
  return { zone, language: settings.language ?? origin.language, discussion, anonymous, method, reasons };
};

/** What a line turned on, or the channel has preset. */
export const orPreset = (said: Plan["settings"], preset: Plan["settings"]): Plan["settings"] => ({
  language: said.language,
  discussion: said.discussion || preset.discussion,
  anonymous: said.anonymous || preset.anonymous,
  ...present({ open: said.open, quorum: said.quorum }),
});

type Filled = {
  readonly draft: Draft;
  readonly t: Translator;
  readonly pressed?: string | undefined;
  readonly mistakes?: Mistakes;
};

/** The form for what is filled in, with the date that it leads to. */
export const drawPlanForm = (
  { library, clock }: Context,
  token: FormToken & { readonly type: "schedule" },
  { draft, t, pressed, mistakes = {} }: Filled,
): Form => {
  const now = clock.now();
  // What it starts, and until when, moves no date.
  const words = { ...wordsOf({ time: timeFirst, ...draft }, t), from: sourceIds(library).slice(0, 1), end: null };
  const parsed = parsePlan(library, words, now);
  const next = parsed.type === "plan" ? nextOccurrence(parsed.plan, now) : null;
  return drawScheduleForm(library, token, draft, t, { next, pressed, mistakes });
};

/** The schedule of this channel, if the person may change it. */
const find = async (context: Context, origin: Origin, id: string): Promise<Schedule | Refusal> => {
  const found = await context.store.in(origin.workspace).loadSchedule(id);
  if (found?.channel !== origin.channel) return { code: "no-such-schedule" };
  return (await mayChange(context, origin, found)) ? found : { code: "not-schedule-owner" };
};

/** Takes the submitted form: mistakes at their fields, or the schedule is kept. */
export const submitSchedule = async (
  asking: Asking,
  { schedule: id, revision }: Token,
  values: Draft,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  // What stands behind a fold that nobody opened isn't sent.
  const draft = id === undefined ? { ...(await presetOf(context, origin)), ...values } : values;
  const now = context.clock.now();
  const filled = wordsOf(draft, t);
  const asked = questionIn(draft);
  const question = asked && checkSetup(asked, { draft }, t, spokenIn(context, origin, filled.settings));
  const own = asked && question?.type === "answer" ? { own: frozenSetup(asked, question.answer) } : {};
  const parsed = parsePlan(context.library, { ...filled, ...own }, now);
  const wrong = { ...(question?.type === "mistakes" ? question.mistakes : {}), ...quorumMistake(draft, t) };
  if (parsed.type === "mistakes" || Object.keys(wrong).length > 0) {
    const { from, ...planned } = parsed.type === "mistakes" ? parsed.mistakes : {};
    const named = asked === undefined && from !== undefined ? { from } : {};
    return { type: "mistakes", mistakes: { ...wrong, ...mistakesAtFields({ ...planned, ...named }, draft, t) } };
  }
  if (id === undefined) return create(asking, parsed.plan);
  const found = await find(context, origin, id);
  if ("code" in found) return refuse(found, t);
  const made = await findMade(context, origin);
  if (made !== undefined) return keepAgain(asking, parsed.plan, made);
  if (found.revision !== revision) return refuse({ code: "schedule-changed" }, t);
  return keep(asking, { schedule: edit(found, parsed.plan, now), expects: found.revision, corrects: null });
};

const findMade = ({ store }: Context, { workspace, person, intent }: Origin): Promise<Made | undefined> =>
  store.in(workspace).findMade({ name: intent, person });

/**
 * The form was sent before: what it says stands already, or corrects what it said then, unless that
 * was changed since.
 */
const keepAgain = async (asking: Asking, plan: Plan, made: Made): Promise<Reply> => {
  const { context, origin, t } = asking;
  const found = await find(context, origin, made.session);
  if ("code" in found) return refuse(found, t);
  if (isDeepStrictEqual(planOf(found), planOf(plan))) return { type: "card", card: drawKeptSchedule(found, t) };
  if (found.revision !== made.revision) return refuse({ code: "schedule-changed" }, t);
  const schedule = edit(found, plan, context.clock.now());
  return keep(asking, { schedule, expects: found.revision, corrects: made.revision });
};

const planOf = ({ rule, zone, skipDates, from, settings, end, own }: Plan): Plan => {
  const plan = { rule, zone, skipDates, from, settings, end };
  return own === undefined ? plan : { ...plan, own };
};

export const create = async (asking: Asking, plan: Plan): Promise<Reply> => {
  const { context, origin, t } = asking;
  const { workspace, channel, person } = origin;
  const before = await findMade(context, origin);
  if (before !== undefined) return keepAgain(asking, plan, before);
  if ((await context.store.in(workspace).listSchedules(channel)).length >= schedulesMax)
    return refuse({ code: "too-many-schedules", most: schedulesMax }, t);
  const refusal = await refuseStarter(context, origin, await loadPreset(context, origin));
  if (refusal !== undefined) return refuse(refusal, t);
  const unreachable = await refuseUnreachable(context, origin, t);
  if (unreachable !== undefined) return unreachable;
  const made = make({ id: context.ids.next(), workspace, channel, owner: person }, plan, context.clock.now());
  return keep(asking, { schedule: made, expects: null, corrects: null });
};

type Keeping = Pick<ScheduleChange, "schedule" | "expects"> & Pick<Meant, "corrects">;

const keep = async (asking: Asking, { schedule, expects, corrects }: Keeping): Promise<Reply> => {
  const { context, origin, t } = asking;
  if (schedule.next === null && schedule.state === "active") return refuse({ code: "no-date-left" }, t);
  const { person, intent: name } = origin;
  const change = { schedule, expects, occurrence: null, starts: [], intent: { name, person, corrects } };
  const committed = await context.store.commitSchedule(change);
  if (committed === "stale") return refuse({ code: "schedule-changed" }, t);
  // It came twice at once, and the other one was quicker.
  const made = committed === "repeated" ? await findMade(context, origin) : undefined;
  if (made !== undefined) return keepAgain(asking, schedule, made);
  const kept = await context.store.in(origin.workspace).loadSchedule(schedule.id);
  return kept === undefined
    ? refuse({ code: "no-such-schedule" }, t)
    : { type: "card", card: drawKeptSchedule(kept, t) };
};

/** Acts on a button of the list, and shows the list as it stands then. */
export const pressOnSchedule = async (asking: Asking, pressed: OnSchedule): Promise<Reply> => {
  const { context, origin, t } = asking;
  if ((await findMade(context, origin)) === undefined) {
    const found = await find(context, origin, pressed.schedule);
    if ("code" in found) return refuse(found, t);
    if (found.revision !== pressed.revision) return refuse({ code: "schedule-changed" }, t);
    const change = changeFor({ context, origin, resolved: await loadPreset(context, origin) }, found, pressed.verb);
    if (change === undefined) return refuse({ code: "nothing-to-start" }, t);
    const intent = { name: origin.intent, person: origin.person, corrects: null };
    const committed = await context.store.commitSchedule({ expects: found.revision, intent, ...change });
    if (committed === "stale") return refuse({ code: "schedule-changed" }, t);
  }
  return showSchedules(asking);
};

type Changed = Pick<ScheduleChange, "schedule" | "occurrence" | "starts">;

/** Undefined when there is nothing to start. */
const changeFor = (
  { context, origin, resolved }: Pick<Asking, "context" | "origin"> & { readonly resolved: Resolved },
  schedule: Schedule,
  verb: OnSchedule["verb"],
): Changed | undefined => {
  const now = context.clock.now();
  const only = (after: Schedule, occurrence: Occurrence | null = null): Changed => ({
    schedule: after,
    occurrence,
    starts: [],
  });
  switch (verb) {
    case "pause":
      return only(pause(schedule));
    case "resume":
      return only(resume(schedule, now));
    case "delete":
      return only(remove(schedule));
    case "skip":
      return schedule.next === null
        ? undefined
        : only(settle(schedule), { ...schedule.next, outcome: "skipped-by-hand", decidedAt: now });
    case "run": {
      const started = startsOf(context, schedule, { intent: `run/${origin.intent}`, resolved });
      return started && { schedule: takeTurnNow(schedule, started.ran), occurrence: null, starts: started.changes };
    }
    default:
      return verb satisfies never;
  }
};
