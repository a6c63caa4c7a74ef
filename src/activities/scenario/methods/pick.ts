/** What methods share by which each takes one option: a group of options, or its button. */
import type { FieldOption } from "../../../cards/form.ts";
import type { Draft } from "../../asking.ts";
import type { Ballot } from "./method.ts";

/** The field of every choice, and what it holds for those who say they can't judge. */
export const choiceField = "choice";
export const cannotJudge = "cannot-judge";

/** What a draft takes of what is offered; undefined for anything else. */
export const choiceIn = ({ options }: Ballot, draft: Draft): string | undefined =>
  options.find(({ id }) => id === draft[choiceField])?.id;

/** The draft once an option was pressed. */
export const pick = (_ballot: Ballot, option: string, before: Draft): Draft => ({ ...before, [choiceField]: option });

/** The group of options, with what stands for no answer at its end. */
export const pickField = (
  ballot: Ballot,
  draft: Draft,
  { label, cannot, redraws }: { readonly label: string; readonly cannot: string; readonly redraws: boolean },
) => {
  const options: readonly FieldOption[] = [...ballot.options, { id: cannotJudge, label: cannot }];
  const value = options.find(({ id }) => id === draft[choiceField])?.id;
  return {
    type: "choice",
    id: choiceField,
    label,
    required: true,
    options,
    redraws: redraws ? true : undefined,
    value,
  } as const;
};
