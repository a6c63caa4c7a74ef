/** What a decision expects, and when it is looked back on: its fields, and what was answered. */
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/asking.ts";
import type { Field } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import { dayInMonths } from "../schedule/months.ts";
import type { Decision } from "../session/session.ts";
import { present } from "../text/present.ts";
import { wellFormed } from "../text/text.ts";
import type { Origin } from "./request.ts";

const expectsLengthMax = 300;
const months = ["1", "3", "6"] as const;
const none = "none";
const kept = "kept";

/** Folded, as few fill them in. */
export const expectFields = (decision: Decision | null, t: Translator): readonly Field[] => {
  const say = t.messages.reviews;
  const { expects, review } = decision ?? {};
  const fields: readonly Field[] = [
    {
      type: "text",
      id: "expects",
      label: say.expects,
      hint: say.expectsHint,
      required: false,
      multiline: false,
      lengthMax: expectsLengthMax,
      value: expects?.text,
    },
    {
      type: "number",
      id: "likely",
      label: say.likely,
      hint: say.likelyHint,
      required: false,
      min: 0,
      max: 100,
      unit: "%",
      value: expects?.likely ?? undefined,
    },
    {
      type: "choice",
      id: "review",
      label: say.day,
      hint: say.dayHint,
      required: false,
      short: true,
      options: [
        ...(review === undefined ? [] : [{ id: kept, label: say.kept({ date: t.date(review.date) }) }]),
        { id: none, label: say.days.none },
        ...months.map((id) => ({ id, label: say.days[id] })),
      ],
      value: review === undefined ? none : kept,
    },
  ];
  return fields.map((field) => ({ ...field, folded: true }));
};

const filledIn = z.object({
  expects: z.string().nullish(),
  likely: z.union([z.string().max(20), z.number()]).nullish(),
  review: z.enum([kept, none, ...months, ""]).nullish(),
});

type Expected = Pick<Decision, "expects" | "review">;

/**
 * What the fields say; what wasn't sent stays as it was. `now` in UTC milliseconds. Undefined for
 * what no form of ours sends.
 */
export const readExpected = (
  values: Draft,
  before: Decision | null,
  { person, zone }: Pick<Origin, "person" | "zone">,
  now: number,
  t: Translator,
): { readonly expected: Expected; readonly mistakes: Mistakes } | undefined => {
  const parsed = filledIn.safeParse(values);
  if (!parsed.success) return undefined;
  const say = t.messages.reviews;
  const { expects: typed, likely: given, review: day } = parsed.data;
  const was = before?.expects;
  const text = wellFormed(typed ?? was?.text ?? "").trim();
  const likely = given === undefined || given === null ? (was?.likely ?? null) : percentOf(given);
  const over = text.length - expectsLengthMax;
  const mistakes = present({
    expects:
      text === "" && likely !== null
        ? say.noExpectation
        : over > 0
          ? say.tooLong({ over, max: expectsLengthMax })
          : undefined,
    likely: likely === undefined ? say.badLikely : undefined,
  });
  const isSame = was !== undefined && was.text === text && was.likely === likely;
  const expects = isSame ? was : { text, likely: likely ?? null, by: person };
  const month = months.find((one) => one === day);
  const review = month === undefined ? undefined : dayInMonths(now, zone, Number(month));
  const keeps = day === undefined || day === null || day === kept;
  return {
    mistakes,
    expected: present({
      expects: text === "" ? undefined : expects,
      review: keeps ? before?.review : review,
    }),
  };
};

/** Null where nothing was given, undefined where it is no percentage. */
const percentOf = (given: string | number): number | null | undefined => {
  const typed = String(given).trim().replace(/\s*%$/u, "");
  if (typed === "") return null;
  const number = Number(typed);
  return /^\d{1,3}$/.test(typed) && number <= 100 ? number : undefined;
};
