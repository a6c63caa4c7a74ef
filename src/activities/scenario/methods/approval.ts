/** Approval: each names every option that is acceptable to them; the most approved leads. */
import { z } from "zod";
import { approvals, likeness } from "../../../analysis/approval.ts";
import { leadersOf } from "../../../analysis/leaders.ts";
import { words } from "../../../text/text.ts";
import { askedBy } from "./asked.ts";
import { givenShape, optionId } from "./given.ts";
import { defineMethod, idsIn, labelIn, unanimityFrom } from "./method.ts";

const field = "approved";
const shape = { approved: z.array(optionId).min(1).max(10) };

type Approved = { readonly approved: readonly string[] };

const tickedIn = (options: readonly string[], value: unknown): readonly string[] =>
  Array.isArray(value) ? options.filter((option) => value.includes(option)) : [];

const setOf = ({ approved }: Approved): string => JSON.stringify([...new Set(approved)].sort());

export const approval = defineMethod<Approved>({
  name: "approval",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 2, max: 10 },
  asksConfidence: false,
  isPressed: true,
  isWhole: () => false,
  pressed: (ballot, option, before) => ({
    ...before,
    [field]: [...tickedIn(idsIn(ballot), before[field]).filter((one) => one !== option), option],
  }),
  fields: (ballot, draft, t, { again }) => {
    const say = t.messages.methods.approval;
    return {
      fields: [
        {
          type: "choices",
          id: field,
          label: say.field,
          hint: say.fieldHint,
          required: true,
          redraws: again ? true : undefined,
          options: ballot.options,
          value: tickedIn(idsIn(ballot), draft[field]),
        },
      ],
    };
  },
  read: (ballot, draft, t) => {
    const say = t.messages.methods.approval;
    const approved = tickedIn(idsIn(ballot), draft[field]);
    return approved.length === 0
      ? { type: "mistakes", mistakes: { [field]: say.missing } }
      : { type: "said", said: { approved } };
  },
  draftOf: ({ approved }) => ({ [field]: approved }),
  inShort: (ballot, { approved }) => approved.map((option) => labelIn(ballot, option)).join(", "),
  receipt: (ballot, { approved }) => approved.map((option) => words(labelIn(ballot, option))),
  prefers: ({ approved }, option) => approved.includes(option),
  isSame: (one, other) => setOf(one) === setOf(other),
  agreement: (options, said) =>
    likeness(
      options,
      said.map(({ approved }) => approved),
    ),
  advisedFrom: () => unanimityFrom,
  asked: askedBy("approval"),
  result: (ballot, said, t) => {
    const { scenario, methods } = t.messages;
    const options = idsIn(ballot);
    const sets = said.map(({ approved }) => approved);
    const counts = approvals(options, sets);
    const most = Math.max(0, ...counts.map(({ count }) => count));
    const leaders = leadersOf(counts.map(({ option, count }) => ({ option, figure: count })));
    const agreed = likeness(options, sets);
    return {
      headline: methods.approval.leads({
        options: leaders.map((option) => labelIn(ballot, option)),
        count: most,
        total: said.length,
      }),
      chart: {
        unit: methods.approval.unit,
        scale: { from: 0, to: said.length, parts: false },
        figures: counts.map(({ option, count, share }) => ({
          option,
          value: count,
          figure: scenario.figure({ count, percent: t.percent(share) }),
        })),
      },
      details: [],
      agreement: agreed === undefined ? undefined : scenario.agreement({ percent: t.percent(agreed) }),
    };
  },
});
