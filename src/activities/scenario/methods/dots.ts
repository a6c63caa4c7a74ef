/** Dots: each spreads the same number of dots over the options; the most dots lead. */
import { z } from "zod";
import { dotsOf, overlap } from "../../../analysis/dots.ts";
import { leadersOf } from "../../../analysis/leaders.ts";
import type { Translator } from "../../../i18n/translator.ts";
import { plain, strong } from "../../../text/text.ts";
import { askedBy } from "./asked.ts";
import { givenShape } from "./given.ts";
import { type Ballot, defineMethod, idsIn, labelIn, unanimityFrom } from "./method.ts";
import { draftOf, fieldOf, isSame, type Points, pointFields, pointsBy, pointsIn, prefers } from "./points.ts";

/** The most that a question may give each. */
export const dotsMax = 20;

const shape = { dots: pointsBy(dotsMax) };

type Dots = { readonly dots: Points };

const sumOf = (dots: Points): number => Object.values(dots).reduce((sum, one) => sum + one, 0);

const numbersFor = ({ dots }: Ballot, t: Translator) =>
  Array.from({ length: dots + 1 }, (_, value) => ({ id: String(value), label: t.number(value) }));

/** The first option with which there are too many. */
const overflowing = (ballot: Ballot, dots: Points): string | undefined => {
  let left = ballot.dots;
  return idsIn(ballot).find((option) => {
    left -= dots[option] ?? 0;
    return left < 0;
  });
};

/** What was laid, the most first, where anything was. */
const laid = (ballot: Ballot, dots: Points): readonly (readonly [option: string, count: number])[] =>
  idsIn(ballot).flatMap((option) => {
    const count = dots[option] ?? 0;
    return count === 0 ? [] : [[option, count] as const];
  });

export const dots = defineMethod<Dots>({
  name: "dots",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 2, max: 10 },
  asksConfidence: false,
  isPressed: false,
  isWhole: () => false,
  pressed: (ballot, option, before) => ({ ...before, [fieldOf(option)]: String(ballot.dots) }),
  fields: (ballot, draft, t) => {
    const say = t.messages.methods.dots;
    const left = ballot.dots - sumOf(pointsIn(ballot, draft, ballot.dots));
    const sentence = left < 0 ? say.over({ over: -left, dots: ballot.dots }) : say.left({ left, dots: ballot.dots });
    return {
      fields: pointFields(ballot, draft, numbersFor(ballot, t), { redraws: true, empty: "0" }),
      outro: [{ type: "paragraph", text: [strong(sentence)] }],
    };
  },
  read: (ballot, draft, t) => {
    const say = t.messages.methods.dots;
    const given = pointsIn(ballot, draft, ballot.dots);
    const over = overflowing(ballot, given);
    if (over !== undefined) {
      const sentence = say.over({ over: sumOf(given) - ballot.dots, dots: ballot.dots });
      return { type: "mistakes", mistakes: { [fieldOf(over)]: sentence } };
    }
    if (sumOf(given) === 0) return { type: "mistakes", mistakes: { [fieldOf(idsIn(ballot)[0] ?? "")]: say.missing } };
    return { type: "said", said: { dots: Object.fromEntries(laid(ballot, given)) } };
  },
  draftOf: (said) => draftOf(said.dots),
  inShort: (ballot, said) =>
    laid(ballot, said.dots)
      .map(([option, count]) => `${labelIn(ballot, option)} ${count}`)
      .join(", "),
  receipt: (ballot, said) =>
    laid(ballot, said.dots).map(([option, count]) => [strong(`${count} `), plain(labelIn(ballot, option))]),
  prefers: (said, option) => prefers(said.dots, option),
  isSame: (one, other) => isSame(one.dots, other.dots),
  agreement: (options, said) =>
    overlap(
      options,
      said.map((one) => one.dots),
    ),
  advisedFrom: () => unanimityFrom,
  asked: askedBy("dots"),
  result: (ballot, said, t) => {
    const say = t.messages.methods.dots;
    const options = idsIn(ballot);
    const answers = said.map((one) => one.dots);
    const sums = dotsOf(options, answers);
    const total = sums.reduce((sum, one) => sum + one.dots, 0);
    const leaders = leadersOf(sums.map(({ option, dots: count }) => ({ option, figure: count })));
    const agreed = overlap(options, answers);
    return {
      headline: say.leads({
        options: leaders.map((option) => labelIn(ballot, option)),
        count: Math.max(0, ...sums.map((one) => one.dots)),
        total,
      }),
      chart: {
        unit: say.unit,
        scale: { from: 0, to: total, parts: true },
        figures: sums.map(({ option, dots: count, share }) => ({
          option,
          value: count,
          figure: say.figure({ count, percent: t.percent(share) }),
        })),
      },
      details: [],
      agreement: agreed === undefined ? undefined : say.agreement({ percent: t.percent(agreed) }),
    };
  },
});
