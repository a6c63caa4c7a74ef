/** Reads how a session is to run from the fields that every start has. */
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/asking.ts";
import { endNone, endOther, type Filling } from "../cards/forms/option-fields.ts";
import { parseEnd } from "../commands/deadline.ts";
import { readEndChoice } from "../commands/end-choices.ts";
import { invitedMax, parseQuorum, type StartOptions } from "../commands/option-values.ts";
import { type Language, languageCodes } from "../i18n/languages.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionSettings } from "../session/session.ts";
import type { Resolved } from "../settings/settings.ts";
import { isPersonId } from "../text/called.ts";
import type { Origin } from "./request.ts";

export const fillingOf = ({ zone, language }: Origin, { settings }: Resolved, now: number): Filling => ({
  zone,
  language: settings.language ?? language,
  now,
  preset: settings,
});

/** What a typed line asks for, with what the channel has preset. */
export const withPreset = (options: StartOptions, { settings }: Resolved): StartOptions => ({
  ...options,
  anonymous: options.anonymous || settings.anonymous,
  discussion: options.discussion || settings.discussion,
});

/** How a session runs that is started so here; `language` is the starter's own. */
export const settingsOf = (
  { anonymous, discussion, open, quorum, revealAtEnd, endWhenAll, language: said, roundMs }: StartOptions,
  { settings, from }: Resolved,
  language: Language,
): SessionSettings => ({
  anonymous,
  discussion,
  open,
  quorum,
  revealAtEnd,
  endWhenAll,
  language: said ?? settings.language ?? language,
  roundMs,
  ...frozenOf({ settings, from }),
});

/** What a session takes from the channel that no form of its start asks for. */
export const frozenOf = ({
  settings: { halfway, bounds, broadcast },
  from,
}: Resolved): Pick<SessionSettings, "halfway" | "bounds" | "broadcast"> => ({
  ...(halfway ? { halfway } : {}),
  ...(from.bounds === "built-in" ? {} : { bounds: { low: bounds.low / 100, high: bounds.high / 100 } }),
  ...(from.broadcast === "built-in" ? {} : { broadcast }),
});

/** What stood behind a fold that nobody opened isn't sent everywhere. */
const optionValues = z.object({
  discussion: z.boolean().nullish(),
  open: z.boolean().default(false),
  quorum: z.union([z.string().max(20), z.number()]).nullish(),
  reveal: z.boolean().default(false),
  invited: z.array(z.string().refine(isPersonId)).max(invitedMax).nullish(),
  whenAll: z.boolean().default(false),
  observe: z.boolean().default(false),
  decider: z.string().refine(isPersonId).or(z.literal("")).nullish(),
  anonymous: z.boolean().nullish(),
  ends: z.string().max(64).nullish(),
  end: z.string().max(200).nullish(),
  language: z.enum(languageCodes).nullish(),
});

type EndValues = Pick<z.infer<typeof optionValues>, "ends" | "end">;
type End = Pick<StartOptions, "deadline" | "roundMs">;

const noEnd: End = { deadline: null, roundMs: null };

/** What the fields of a start say; undefined for what no form of ours sends. */
export const readOptions = (
  values: Draft,
  origin: Origin,
  { preset, now }: Pick<Filling, "preset" | "now">,
  t: Translator,
): { readonly options: StartOptions; readonly mistakes: Mistakes } | undefined => {
  const parsed = optionValues.safeParse(values);
  if (!parsed.success) return undefined;
  const { open, reveal: revealAtEnd, whenAll: endWhenAll, observe: observing, language = null } = parsed.data;
  const decider = parsed.data.decider || null;
  const invited = [...new Set(parsed.data.invited ?? [])];
  const anonymous = parsed.data.anonymous ?? preset.anonymous;
  const discussion = parsed.data.discussion ?? preset.discussion;
  const said = String(parsed.data.quorum ?? "").trim();
  const quorum = said === "" ? null : parseQuorum(said);
  const options = {
    ...{ anonymous, discussion, open, revealAtEnd, quorum: quorum ?? null, language },
    ...{ invited, endWhenAll, observing, decider },
  };
  const wrong = quorum === undefined ? { quorum: t.messages.commands.startForm.badQuorum } : {};
  const end = readEnd(parsed.data, origin.zone, now, t);
  return "mistakes" in end
    ? { options: { ...options, ...noEnd }, mistakes: { ...wrong, ...end.mistakes } }
    : { options: { ...options, ...end }, mistakes: wrong };
};

/** A time that was typed counts wherever no other one is chosen. */
const readEnd = (
  { ends, end }: EndValues,
  zone: string,
  now: number,
  t: Translator,
): End | { readonly mistakes: Mistakes } => {
  const say = t.messages.commands;
  const typed = end?.trim() ?? "";
  if (ends === endOther || ends === endNone || !ends) {
    if (typed === "" && ends !== endOther) return noEnd;
    return parseEnd(typed, zone, now) ?? { mistakes: { end: say.badEnd } };
  }
  if (typed !== "") return { mistakes: { end: say.startForm.endTwice } };
  const chosen = readEndChoice(ends, now);
  if (chosen === "past") return { mistakes: { ends: say.refusals.deadlinePast } };
  return chosen ?? { mistakes: { ends: t.messages.session.required } };
};
