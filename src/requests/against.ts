/**
 * A decision that somebody was named to take: which option it takes, and whether others had more
 * votes, so that it needs a reason.
 */
import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Field, Form } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import { deciderOf } from "../session/roles.ts";
import { type Against, type Decision, noOption, type Session } from "../session/session.ts";
import { standingIn } from "../session/standing.ts";
import { groupMin } from "../session/visibility.ts";
import { wellFormed, words } from "../text/text.ts";
import type { Context } from "./context.ts";
import type { Reply } from "./request.ts";

const reasonLengthMax = 2000;

/** Asked of whoever was named to decide, where there is something to take. */
export const takesField = (session: Session, t: Translator): readonly Field[] => {
  const options = optionsOf(session, t);
  if (options.length === 0) return [];
  const say = t.messages.roles.takes;
  const all = [...options, { id: noOption, label: say.none }];
  const value = session.decision?.takes;
  const field = { type: "choice", id: "takes", label: say.label, required: true, menu: true, options: all } as const;
  return [value === undefined ? field : { ...field, value }];
};

const optionsOf = (session: Session, t: Translator) => {
  const activity = openFrozen(session.activity);
  if (deciderOf(session) === undefined || activity.backing("", []) === undefined) return [];
  return activity.options(t);
};

type Taken =
  | { readonly type: "taken"; readonly decision: Pick<Decision, "takes" | "against"> }
  /** Which option it takes isn't said. */
  | { readonly type: "missing"; readonly decision?: undefined }
  /** More voted for another, and it doesn't say why it takes this one. */
  | { readonly type: "unreasoned"; readonly opposed: Opposed; readonly decision?: undefined };

type Opposed = Pick<Against, "count" | "of">;

const takenValues = z.object({ takes: z.string().max(64).nullish(), against: z.string().nullish() });

/** What the form says; undefined where none of it is asked. */
export const takenBy = async (
  { store }: Context,
  session: Session,
  values: Draft,
  t: Translator,
): Promise<Taken | undefined> => {
  const options = optionsOf(session, t).map(({ id }) => id);
  if (options.length === 0) return undefined;
  const { takes = "", against = "" } = takenValues.safeParse(values).data ?? {};
  if (takes !== noOption && !options.includes(takes ?? "")) return { type: "missing" };
  const responses = await store.in(session.workspace).loadResponses(session.id);
  const opposed = opposedTo(session, standingIn(responses, session.round), takes ?? "", options);
  if (opposed === undefined) return { type: "taken", decision: { takes: takes ?? "" } };
  const reason = wellFormed(against ?? "")
    .trim()
    .slice(0, reasonLengthMax);
  if (reason === "") return { type: "unreasoned", opposed };
  return { type: "taken", decision: { takes: takes ?? "", against: { ...opposed, reason } } };
};

/**
 * How many voted otherwise, where another option has more votes; nothing of so few that an
 * anonymous session shows no votes at all.
 */
const opposedTo = (
  session: Session,
  standing: ReturnType<typeof standingIn>,
  takes: string,
  options: readonly string[],
): Opposed | undefined => {
  const { backing } = openFrozen(session.activity);
  const votes = options.map((option) => ({ option, ...(backing(option, standing) ?? { for: 0, of: 0 }) }));
  const of = votes[0]?.of ?? 0;
  const own = votes.find(({ option }) => option === takes)?.for ?? 0;
  if (of === 0 || (session.settings.anonymous && of < groupMin)) return undefined;
  return votes.some((one) => one.for > own) ? { count: of - own, of } : undefined;
};

/**
 * The decision's form once more, with what was filled in, and what it still needs before anything
 * is saved.
 */
export const askReason = (form: Form, values: Draft, opposed: Opposed, t: Translator): Reply => {
  const sentence = t.messages.roles.youDecideAgainst(opposed);
  const reason: Field = {
    type: "text",
    id: "against",
    label: t.messages.roles.takes.reason,
    hint: sentence,
    required: true,
    multiline: true,
    lengthMax: reasonLengthMax,
  };
  const fields = form.fields.map((field) => filled(field, values[field.id]));
  const isFolded = ({ folded }: Field): boolean => folded === true;
  return {
    type: "form",
    form: {
      ...form,
      intro: [{ type: "paragraph", text: words(sentence) }],
      fields: [...fields.filter((one) => !isFolded(one)), reason, ...fields.filter(isFolded)],
    },
  };
};

const filled = (field: Field, value: unknown): Field => {
  switch (field.type) {
    case "text":
    case "choice":
    case "date":
    case "person":
      return typeof value === "string" && value !== "" ? { ...field, value } : field;
    case "number":
      return value === undefined || value === "" || Number.isNaN(Number(value))
        ? field
        : { ...field, value: Number(value) };
    default:
      return field;
  }
};
