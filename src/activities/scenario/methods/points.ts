/** What methods share by which each option gets a number: a select an option. */
import { z } from "zod";
import type { Field, FieldOption } from "../../../cards/form.ts";
import type { Draft } from "../../asking.ts";
import { optionId } from "./given.ts";
import { type Ballot, idsIn } from "./method.ts";

export type Points = Readonly<Record<string, number>>;

/** Points by option, each from 0 to `most`; at least one of them. */
export const pointsBy = (most: number) =>
  z
    .record(optionId, z.int().min(0).max(most))
    .refine((points) => Object.keys(points).length > 0 && Object.keys(points).length <= 10);

export const fieldOf = (option: string): string => `points-${option}`;

/** A select for each option; `numbers` are what can be given, in words. */
export const pointFields = (
  ballot: Ballot,
  draft: Draft,
  numbers: readonly FieldOption[],
  { hint, redraws, empty }: { readonly hint?: string; readonly redraws: boolean; readonly empty?: string },
): readonly Field[] =>
  ballot.options.map(({ id, label, description }, index) => {
    const value = numbers.find((one) => one.id === given(draft, id))?.id ?? empty;
    const said = index === 0 && hint !== undefined ? hint : description;
    return {
      type: "choice",
      short: true,
      id: fieldOf(id),
      label,
      hint: said,
      required: true,
      options: numbers,
      redraws: redraws ? true : undefined,
      value,
    };
  });

const given = (draft: Draft, option: string): string | undefined => {
  const value = draft[fieldOf(option)];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};

/** The points in a draft, by option; what is no whole number up to `most` is left out. */
export const pointsIn = (ballot: Ballot, draft: Draft, most: number): Points =>
  Object.fromEntries(
    idsIn(ballot).flatMap((option) => {
      const value = given(draft, option);
      const points = value !== undefined && /^\d{1,2}$/u.test(value) ? Number(value) : undefined;
      return points === undefined || points > most ? [] : [[option, points] as const];
    }),
  );

export const draftOf = (points: Points): Draft =>
  Object.fromEntries(Object.entries(points).map(([option, value]) => [fieldOf(option), String(value)]));

/** Whether two people gave each option the same; none given is nothing. */
export const isSame = (one: Points, other: Points): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (option) => (one[option] ?? 0) === (other[option] ?? 0),
  );

/** Whether an option has the most points, alone or beside others. */
export const prefers = (points: Points, option: string): boolean => {
  const most = Math.max(0, ...Object.values(points));
  return most > 0 && points[option] === most;
};
