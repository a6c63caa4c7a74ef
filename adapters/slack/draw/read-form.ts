/** Reads back what was filled in a form that was drawn as a modal, and where it was asked for. */
import { z } from "zod";
import { languageCodes } from "../../../src/i18n/languages.ts";
import { wellFormed } from "../../../src/text/text.ts";
import { actionIds, type FormPlace, fieldOf } from "./draw-form.ts";

/** `purpose` is the form token: so forms say that are open in Slack. */
const metadata = z.object({
  purpose: z.unknown().optional(),
  place: z.object({
    channel: z.string().max(64),
    thread: z.string().max(64).exactOptional(),
    asks: z.enum(languageCodes).exactOptional(),
  }),
});

/** Reads a form's token and place back; undefined for anything `drawForm` did not write. */
export const parseMetadata = (text: string): { readonly token: unknown; readonly place: FormPlace } | undefined => {
  try {
    const parsed = metadata.safeParse(JSON.parse(text));
    if (!parsed.success) return undefined;
    const { purpose: token, place } = parsed.data;
    return { token, place };
  } catch {
    return undefined;
  }
};

const filledIn = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
const option = z.object({ value: z.string() });

/** What was filled in, by field. Unknown inputs are left out. */
export const parseValues = (state: unknown): Readonly<Record<string, unknown>> => {
  const parsed = filledIn.safeParse(state);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).map(([field, inputs]) => [fieldOf(field), parseInputs(inputs)]),
  );
};

type Inputs = z.infer<typeof filledIn>[string];

const parseInputs = (inputs: Inputs): unknown => {
  const { one, several, people } = actionIds;
  if (people in inputs) return z.array(z.string()).safeParse(inputs[people]?.selected_users).data ?? [];
  return several in inputs ? parseSeveral(inputs[several]) : parseInput(inputs[one]);
};

const parseSeveral = (input: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  (z.array(option).safeParse(input?.selected_options).data ?? []).map(({ value }) => value);

const parseInput = (input: Readonly<Record<string, unknown>> | undefined): unknown => {
  switch (input?.type) {
    case "radio_buttons":
    case "static_select":
      return option.safeParse(input.selected_option).data?.value ?? "";
    case "checkboxes":
      return z.array(option).safeParse(input.selected_options).data?.length === 1;
    case "datepicker":
      return input.selected_date ?? "";
    case "users_select":
      return input.selected_user ?? "";
    default:
      return typeof input?.value === "string" ? wellFormed(input.value) : "";
  }
};
