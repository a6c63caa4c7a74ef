/** Recording what was decided: what is asked, and what was answered. */
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/asking.ts";
import type { Field } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import type { Decision, Session } from "../session/session.ts";
import { present } from "../text/present.ts";
import { wellFormed } from "../text/text.ts";
import { readExpected } from "./expect.ts";
import type { Origin } from "./request.ts";

const decisionLengthMax = 2000;

export const decisionFields = ({ decision: kept }: Session, t: Translator): readonly Field[] => {
  const { decision } = t.messages.session;
  const text = { type: "text", id: "text", label: decision.text, hint: decision.textHint, multiline: true } as const;
  const owner = { type: "person", id: "owner", label: decision.owner, required: false } as const;
  const date = { type: "date", id: "date", label: decision.date, required: false } as const;
  return [
    { ...text, required: true, lengthMax: decisionLengthMax, value: kept?.text },
    { ...owner, value: kept?.owner ?? undefined },
    { ...date, value: kept?.date ?? undefined },
  ];
};

const personId = z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const decisionValues = z.object({
  text: z.string(),
  owner: optional(personId),
  date: optional(z.string()),
  replaces: optional(z.string().max(64)),
});

type More = Pick<Decision, "replaces" | "takes" | "against">;

type Recorded = SessionCommand & { readonly type: "record-decision" };

/**
 * `more`: whose decision it takes the place of, and what it takes; `now` in UTC milliseconds.
 */
export const decisionOf = (
  { decision: before }: Session,
  values: Draft,
  { origin, now, more }: { readonly origin: Origin; readonly now: number; readonly more: More },
  t: Translator,
): Recorded | { readonly type: "mistakes"; readonly mistakes: Mistakes } => {
  const say = t.messages.session;
  const parsed = decisionValues.safeParse(values);
  const read = readExpected(values, before, origin, now, t);
  const text = wellFormed(parsed.data?.text ?? "").trim();
  const date = parsed.data?.date ?? null;
  const over = text.length - decisionLengthMax;
  const isDate = date === null || z.iso.date().safeParse(date).success;
  const tooLong = over > 0 ? say.decision.tooLong({ over, max: decisionLengthMax }) : undefined;
  const isForm = (parsed.success && read !== undefined) || text === "";
  const mistakes = {
    ...present({
      text: text === "" ? say.required : tooLong,
      date: isDate ? undefined : say.decision.badDate,
      form: isForm ? undefined : t.messages.commands.refusals.badRequest,
    }),
    ...read?.mistakes,
  };
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  const decision = { text, owner: parsed.data?.owner ?? null, date, ...more, ...read?.expected };
  return { type: "record-decision", decision };
};
