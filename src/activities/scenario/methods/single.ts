/** Single choice: each takes one option; the most chosen leads. */
import { z } from "zod";
import { agreement } from "../../../analysis/agreement.ts";
import { leadersOf } from "../../../analysis/leaders.ts";
import { tally } from "../../../analysis/tally.ts";
import { countsOf } from "../../../cards/chart.ts";
import { words } from "../../../text/text.ts";
import { givenShape, optionId } from "./given.ts";
import { defineMethod, idsIn, labelIn, unanimityFrom } from "./method.ts";
import { choiceField, choiceIn, pick, pickField } from "./pick.ts";

const shape = { choice: optionId };

type Single = { readonly choice: string };

const countsIn = (options: readonly string[], said: readonly Single[]) =>
  tally(
    options,
    said.map(({ choice }) => choice),
  );

export const single = defineMethod<Single>({
  name: "single",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 2, max: 10 },
  asksConfidence: true,
  isPressed: true,
  isWhole: () => true,
  pressed: pick,
  fields: (ballot, draft, t, { again }) => ({
    fields: [
      pickField(ballot, draft, {
        label: t.messages.scenario.choice,
        cannot: t.messages.methods.cannotJudge.option,
        redraws: again,
      }),
    ],
  }),
  read: (ballot, draft, t) => {
    const choice = choiceIn(ballot, draft);
    return choice === undefined
      ? { type: "mistakes", mistakes: { [choiceField]: t.messages.scenario.chooseOne } }
      : { type: "said", said: { choice } };
  },
  draftOf: ({ choice }) => ({ [choiceField]: choice }),
  choiceOf: ({ choice }) => choice,
  inShort: (ballot, { choice }) => labelIn(ballot, choice),
  receipt: (ballot, { choice }) => [words(labelIn(ballot, choice))],
  prefers: ({ choice }, option) => choice === option,
  isSame: (one, other) => one.choice === other.choice,
  agreement: (options, said) => agreement(countsIn(options, said).map(({ count }) => count)),
  advisedFrom: () => unanimityFrom,
  asked: ({ bare }, t) => (bare ? t.messages.scenario.askedBare : t.messages.scenario.asked),
  result: (ballot, said, t) => {
    const { scenario, methods } = t.messages;
    const counts = countsIn(idsIn(ballot), said);
    const leaders = leadersOf(counts.map(({ option, count }) => ({ option, figure: count })));
    const most = Math.max(0, ...counts.map(({ count }) => count));
    const agreed = agreement(counts.map(({ count }) => count));
    const percent = agreed === undefined ? undefined : t.percent(agreed);
    return {
      headline: methods.single.leads({
        options: leaders.map((option) => labelIn(ballot, option)),
        count: most,
        total: said.length,
      }),
      chart: {
        unit: scenario.unit,
        scale: countsOf(said.length),
        figures: counts.map(({ option, count, share }) => ({
          option,
          value: count,
          figure: scenario.figure({ count, percent: t.percent(share) }),
        })),
      },
      details: [],
      agreement:
        percent === undefined ? undefined : agreed === 1 ? scenario.unanimous : scenario.agreement({ percent }),
    };
  },
});
