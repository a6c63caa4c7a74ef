/** How a session runs, as the fields that every start has: what they hold, what is wrong there. */
import type { Draft, Mistakes } from "../../activities/asking.ts";
import type { Unread } from "../../commands/command.ts";
import { writeEnd } from "../../commands/deadline.ts";
import { choiceOf, type EndChoice, endChoices } from "../../commands/end-choices.ts";
import type { StartOptions } from "../../commands/option-values.ts";
import { isLanguage, type Language, languageCodes } from "../../i18n/languages.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Settings } from "../../settings/settings.ts";
import { wellFormed } from "../../text/text.ts";
import { type Field, unfoldStep } from "../form.ts";
import { refusalSentence } from "../private/refusal-text.ts";

/** Who fills the fields in, and when: `now` in UTC milliseconds. */
export type Filling = {
  readonly zone: string;
  /** The one in which the session speaks where nobody says otherwise. */
  readonly language: Language;
  readonly now: number;
  /** What holds where a field wasn't touched. */
  readonly preset: Pick<Settings, "anonymous" | "discussion">;
};

/** The choices of an end that stand for no time themselves. */
export const endNone = "none";
export const endOther = "other";

/** What the fields hold of a typed line: what was understood, and what wasn't as it was typed. */
export const optionDraft = (
  {
    discussion,
    anonymous,
    open,
    quorum,
    revealAtEnd,
    invited,
    endWhenAll,
    observing,
    decider,
    language,
    ...end
  }: StartOptions,
  unread: readonly Unread[],
  filling: Filling,
  t: Translator,
): Draft => {
  const chosen = choiceOf(endChoices(filling.zone, filling.now), end);
  const written = unreadEnd(unread)?.given ?? (chosen === undefined ? writeEnd(end, filling.zone, t.typed) : "");
  const other = written === "" ? endNone : endOther;
  return {
    discussion,
    anonymous,
    ...(open ? { open } : {}),
    ...(quorum === null ? {} : { quorum }),
    ...(revealAtEnd ? { reveal: true } : {}),
    ...(invited.length === 0 ? {} : { invited }),
    ...(endWhenAll ? { whenAll: true } : {}),
    ...(observing ? { observe: true } : {}),
    ...(decider === null ? {} : { decider }),
    ends: end.deadline === null || chosen === undefined ? other : chosen.id,
    end: written,
    language: language ?? filling.language,
  };
};

/** An end that was typed and can't be read; what was read of another stands. */
const unreadEnd = (unread: readonly Unread[]): Unread | undefined =>
  unread.find(({ option, refusal }) => (option === "for" || option === "until") && refusal.code === "bad-value");

/** A sentence at each field that a line filled in vain; under `form` what belongs to none. */
export const unreadMistakes = (unread: readonly Unread[], t: Translator): Mistakes => {
  const mistakes: Record<string, string> = {};
  for (const { option, refusal } of unread) {
    const field = fieldOf(option);
    const sentence = refusalSentence(refusal, t);
    mistakes[field] = mistakes[field] === undefined ? sentence : `${mistakes[field]} ${sentence}`;
  }
  return mistakes;
};

/** The field that says what an option does. */
const fieldOf = (option: Unread["option"]): string => {
  if (option === "for" || option === "until") return "end";
  if (option === "lang") return "language";
  if (option === "ask") return "invited";
  return option === "method" || option === "quorum" || option === "decider" ? option : "form";
};

/** The fields as far as they are filled in, all behind the fold. */
export const optionFields = (draft: Draft, filling: Filling, t: Translator): readonly Field[] => {
  const say = t.messages.commands.startForm;
  const { fields: sayWho } = t.messages.roles;
  const preset: Readonly<Record<string, unknown>> = filling.preset;
  const toggle = (id: string, label: string, hint: string): Field => ({
    type: "toggle",
    id,
    label,
    hint,
    required: false,
    value: draft[id] === undefined ? preset[id] === true : draft[id] === true,
  });
  const choices = endChoices(filling.zone, filling.now);
  const { ends } = draft;
  const typed = typeof draft.end === "string" ? wellFormed(draft.end) : "";
  const isOffered = ends === endOther || choices.some(({ id }) => id === ends);
  const language = typeof draft.language === "string" && isLanguage(draft.language) ? draft.language : filling.language;
  const fields: readonly Field[] = [
    {
      type: "choice",
      id: "ends",
      label: say.end,
      hint: say.endHint,
      required: false,
      short: true,
      options: [
        { id: endNone, label: say.ends.none },
        ...choices.map((choice) => ({ id: choice.id, label: endLabel(choice, t) })),
        { id: endOther, label: say.ends.other },
      ],
      value: isOffered && typeof ends === "string" ? ends : typed === "" ? endNone : endOther,
    },
    {
      type: "text",
      id: "end",
      label: say.endOther,
      hint: say.endOtherHint,
      required: false,
      multiline: false,
      lengthMax: 20,
      onlyWhen: { field: "ends", is: endOther },
      value: typed,
    },
    invitedField(draft, t),
    toggle("whenAll", sayWho.whenAll, sayWho.whenAllHint),
    toggle("reveal", say.reveal, say.revealHint),
    quorumField(draft, t),
    toggle("discussion", say.discussion, say.discussionHint),
    toggle("anonymous", say.anonymous, say.anonymousHint),
    deciderField(draft, t),
    toggle("observe", sayWho.observe, sayWho.observeHint),
    {
      type: "choice",
      id: "language",
      label: say.language,
      required: true,
      short: true,
      options: languageCodes.map((id) => ({ id, label: t.languageName(id) })),
      value: language,
    },
  ];
  return fields.map((field) => ({ ...field, folded: true }));
};

/** Who is asked. */
const invitedField = ({ invited }: Draft, t: Translator): Field => {
  const { invited: label, invitedHint: hint } = t.messages.roles.fields;
  const value = Array.isArray(invited) ? invited.filter((one) => typeof one === "string") : [];
  return { type: "people", id: "invited", label, hint, required: false, value };
};

/** Who takes the decision. */
const deciderField = ({ decider }: Draft, t: Translator): Field => {
  const { decider: label, deciderHint: hint } = t.messages.roles.fields;
  const field = { type: "person", id: "decider", label, hint, required: false } as const;
  return typeof decider === "string" && decider !== "" ? { ...field, value: decider } : field;
};

/** How many responses a round wants. */
export const quorumField = ({ quorum }: Draft, t: Translator): Field => {
  const { quorum: label, quorumHint: hint } = t.messages.commands.startForm;
  const value = quorum === undefined || quorum === "" ? Number.NaN : Number(quorum);
  const field = { type: "number", id: "quorum", label, hint, required: false, min: 1, max: 999, unit: "" } as const;
  return Number.isInteger(value) ? { ...field, value } : field;
};

const endLabel = (choice: EndChoice, t: Translator): string => {
  const say = t.messages.commands.startForm.ends;
  switch (choice.type) {
    case "span":
      return say.spans[choice.id];
    case "today":
      return say.today({ at: choice.wall });
    case "tomorrow":
      return say.tomorrow({ at: choice.wall });
    default:
      return choice satisfies never;
  }
};

/** Whether something stands behind a fold already, beyond what a field holds by itself. */
export const isFoldFilled = (fields: readonly Field[], empty: readonly Field[]): boolean => {
  const heldBy = (one: Field): string => String(("value" in one ? one.value : undefined) ?? "");
  const first = new Map(empty.map((one) => [one.id, heldBy(one)]));
  return fields.some((one) => one.folded === true && (one.mistake !== undefined || heldBy(one) !== first.get(one.id)));
};

/** A fold that was opened stays so: what stands behind it is sent only once it was shown. */
export const isFoldOpened = (fields: readonly Field[], draft: Draft, pressed: string | undefined): boolean =>
  pressed === unfoldStep || fields.some(({ id, folded }) => folded === true && id in draft);

/** The field with a sentence at it, where there is one. */
export const withMistake = (field: Field, mistake: string | undefined): Field =>
  mistake === undefined ? field : { ...field, mistake };
