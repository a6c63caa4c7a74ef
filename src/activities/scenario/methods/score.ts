/** Scores: each gives every option 0 to 5 points; the highest mean leads. */
import { z } from "zod";
import { leadersOf } from "../../../analysis/leaders.ts";
import { closeness, scoresOf } from "../../../analysis/scores.ts";
import type { FieldOption } from "../../../cards/form.ts";
import type { Translator } from "../../../i18n/translator.ts";
import { plain, strong } from "../../../text/text.ts";
import { askedBy } from "./asked.ts";
import { givenShape } from "./given.ts";
import { defineMethod, idsIn, labelIn, unanimityFrom } from "./method.ts";
import { draftOf, fieldOf, isSame, type Points, pointFields, pointsBy, pointsIn, prefers } from "./points.ts";

const most = 5;
const shape = { scores: pointsBy(most) };

type Scores = { readonly scores: Points };

const numbersFor = (t: Translator): readonly FieldOption[] => {
  const { points } = t.messages.methods.score;
  return Array.from({ length: most + 1 }, (_, value) => ({
    id: String(value),
    label: value === 0 ? points.least : value === most ? points.most : t.number(value),
  }));
};

const scoresIn = (said: readonly Scores[]): readonly Points[] => said.map(({ scores }) => scores);

/** As it is shown: two digits tell means apart that a tie would hide. */
const rounded = (mean: number): number => Math.round(mean * 100) / 100;

export const score = defineMethod<Scores>({
  name: "score",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 2, max: 10 },
  asksConfidence: false,
  isPressed: false,
  isWhole: () => false,
  pressed: (_ballot, option, before) => ({ ...before, [fieldOf(option)]: String(most) }),
  fields: (ballot, draft, t, { again }) => ({
    fields: pointFields(ballot, draft, numbersFor(t), { redraws: again }),
  }),
  read: (ballot, draft, t) => {
    const scores = pointsIn(ballot, draft, most);
    const missing = idsIn(ballot).filter((option) => scores[option] === undefined);
    const say = t.messages.methods.score.missing;
    return missing.length > 0
      ? { type: "mistakes", mistakes: Object.fromEntries(missing.map((option) => [fieldOf(option), say])) }
      : { type: "said", said: { scores } };
  },
  draftOf: ({ scores }) => draftOf(scores),
  inShort: (ballot, { scores }) =>
    idsIn(ballot)
      .map((option) => `${labelIn(ballot, option)} ${scores[option] ?? "–"}`)
      .join(", "),
  receipt: (ballot, { scores }) =>
    idsIn(ballot).map((option) => [strong(`${scores[option] ?? "–"} `), plain(labelIn(ballot, option))]),
  prefers: ({ scores }, option) => prefers(scores, option),
  isSame: (one, other) => isSame(one.scores, other.scores),
  agreement: (options, said) => closeness(options, scoresIn(said), most),
  advisedFrom: () => unanimityFrom,
  goesByMean: true,
  asked: askedBy("score"),
  result: (ballot, said, t) => {
    const say = t.messages.methods.score;
    const options = idsIn(ballot);
    const scored = scoresOf(options, scoresIn(said)).map((one) => ({ ...one, mean: rounded(one.mean ?? 0) }));
    const leaders = leadersOf(scored.map(({ option, mean }) => ({ option, figure: mean })));
    const agreed = closeness(options, scoresIn(said), most);
    const best = Math.max(0, ...scored.map(({ mean }) => mean));
    return {
      headline: say.leads({ options: leaders.map((option) => labelIn(ballot, option)), mean: t.number(best) }),
      chart: {
        unit: say.unit,
        scale: { from: 0, to: most, parts: false },
        figures: scored.map(({ option, mean, spread }) => ({
          option,
          value: mean,
          figure:
            spread === undefined
              ? "–"
              : say.figure({ ...spread, mean: t.number(mean), median: t.number(spread.median) }),
        })),
      },
      details: [],
      agreement: agreed === undefined ? undefined : say.agreement({ percent: t.percent(agreed) }),
    };
  },
});
