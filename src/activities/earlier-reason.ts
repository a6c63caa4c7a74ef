/**
 * What becomes of a reason when the choice it was given for changes: it is never filled in under
 * the new one by itself, where it would argue for the opposite. Its author keeps it, or writes
 * anew.
 */
import type { Field } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Draft } from "./asking.ts";
import { typed, typedText } from "./draft.ts";

/** The reason that stands, where there is one, and whether the draft chooses otherwise now. */
export type EarlierReason = { readonly text: string; readonly changed: boolean };

type ReasonField = Omit<Field & { readonly type: "text" }, "value" | "type">;

/**
 * A field that was filled with the earlier reason has an id of its own: what stands in it may have
 * been left there, what stands in the other was written.
 */
const earlierOf = (id: string): string => `${id}-earlier`;
const keepOf = (id: string): string => `keep-${id}`;

/** The fields that ask for a reason. */
export const reasonFields = (
  field: ReasonField,
  draft: Draft,
  earlier: EarlierReason | undefined,
  t: Translator,
): readonly Field[] => {
  const { id } = field;
  const written = typed(draft, id);
  if (earlier === undefined) return [textField(field, written)];
  const left = typed(draft, earlierOf(id));
  const anew = [left, written || undefined].find((text) => text !== undefined && text.trim() !== earlier.text);
  if (!earlier.changed) return [textField({ ...field, id: earlierOf(id) }, anew ?? earlier.text)];
  if (left !== undefined && left === anew) return [textField(field, left)];
  const say = t.messages.session.earlierReason;
  const keeps = draft[keepOf(id)] === true;
  const toggle: Field = {
    type: "toggle",
    id: keepOf(id),
    label: say.keep,
    hint: say.was({ reason: earlier.text }),
    required: false,
    redraws: true,
    value: keeps,
  };
  return keeps ? [toggle] : [toggle, textField(field, anew)];
};

const textField = (field: ReasonField, value: string | undefined): Field => {
  const asked = { ...field, type: "text" } as const;
  return value === undefined ? asked : { ...asked, value };
};

/**
 * The reason as it is kept, empty where there is none, and the field at which a mistake of it
 * stands.
 */
export const readReason = (
  id: string,
  draft: Draft,
  earlier: EarlierReason | undefined,
): { readonly text: string; readonly field: string } => {
  const written = typedText(draft, id);
  const left = typedText(draft, earlierOf(id));
  const field = earlierOf(id) in draft && !(id in draft) ? earlierOf(id) : id;
  if (written !== "" || earlier === undefined) return { text: written, field };
  if (earlier.changed && draft[keepOf(id)] === true) return { text: earlier.text, field };
  return { text: earlier.changed && left === earlier.text ? "" : left, field };
};
