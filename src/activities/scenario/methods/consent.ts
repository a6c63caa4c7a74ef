/**
 * Consent: each consents to a proposal, stands aside or objects; it is carried when nobody objects.
 */
import { z } from "zod";
import { agreement } from "../../../analysis/agreement.ts";
import { consentOf, type Stance, stances } from "../../../analysis/consent.ts";
import { countsOf } from "../../../cards/chart.ts";
import type { Translator } from "../../../i18n/translator.ts";
import { words } from "../../../text/text.ts";
import type { Draft } from "../../asking.ts";
import { typed, typedText } from "../../draft.ts";
import { askedBy } from "./asked.ts";
import { givenShape, reasonLengthMax } from "./given.ts";
import { type Ballot, defineMethod, labelIn, unanimityFrom } from "./method.ts";
import { choiceField, choiceIn, pick, pickField } from "./pick.ts";

const shape = {
  stance: z.enum(stances),
  /** What would make it safe enough, beside an objection; empty beside anything else. */
  safeEnough: z.string().max(reasonLengthMax),
};

type Said = { readonly stance: Stance; readonly safeEnough: string };

const safeField = "safe-enough";
const objects = (choice: string | undefined): boolean => choice === "object";

const stanceIn = (ballot: Ballot, draft: Draft): Stance | undefined => {
  const choice = choiceIn(ballot, draft);
  return stances.find((stance) => stance === choice);
};

const countsIn = (said: readonly Said[]) => consentOf(said.map(({ stance }) => stance));

const safeEnoughOf = (draft: Draft, t: Translator) => {
  const say = t.messages.methods.consent;
  return {
    type: "text",
    id: safeField,
    label: say.safeEnough,
    hint: say.safeEnoughHint,
    required: true,
    multiline: true,
    lengthMax: reasonLengthMax,
    value: typed(draft, safeField) ?? "",
  } as const;
};

export const consent = defineMethod<Said>({
  name: "consent",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 0, max: 0 },
  stances: (t) => {
    const say = t.messages.methods.consent;
    return stances.map((id) => ({ id, label: say.stances[id], description: say.stanceHints[id] }));
  },
  asksConfidence: false,
  isPressed: true,
  isWhole: (option) => !objects(option),
  pressed: pick,
  fields: (ballot, draft, t) => ({
    fields: [
      pickField(ballot, draft, {
        label: t.messages.methods.consent.field,
        cannot: t.messages.methods.cannotJudge.option,
        // What an objection needs is asked for with it alone.
        redraws: true,
      }),
    ],
    after: objects(choiceIn(ballot, draft)) ? [safeEnoughOf(draft, t)] : undefined,
  }),
  read: (ballot, draft, t) => {
    const say = t.messages.methods.consent;
    const stance = stanceIn(ballot, draft);
    if (stance === undefined) return { type: "mistakes", mistakes: { [choiceField]: t.messages.scenario.chooseOne } };
    const safeEnough = objects(stance) ? typedText(draft, safeField) : "";
    const over = safeEnough.length - reasonLengthMax;
    if (over > 0) return { type: "mistakes", mistakes: { [safeField]: say.tooLong({ over, max: reasonLengthMax }) } };
    return objects(stance) && safeEnough === ""
      ? { type: "mistakes", mistakes: { [safeField]: say.safeEnoughMissing } }
      : { type: "said", said: { stance, safeEnough } };
  },
  draftOf: ({ stance, safeEnough }) => ({ [choiceField]: stance, [safeField]: safeEnough }),
  choiceOf: ({ stance }) => stance,
  reasonsFrom: ["object", "stand-aside", "consent"],
  needsReason: objects,
  leadOf: (t) => t.messages.methods.consent.safeEnoughIs,
  wordsOf: ({ safeEnough }) => (safeEnough === "" ? [] : [safeEnough]),
  withoutWords: (said) => ({ ...said, safeEnough: "" }),
  inShort: (ballot, { stance }) => labelIn(ballot, stance),
  receipt: (ballot, { stance, safeEnough }, t) => [
    words(labelIn(ballot, stance)),
    ...(safeEnough === "" ? [] : [words(`${t.messages.methods.consent.safeEnoughIs}: ${safeEnough}`)]),
  ],
  prefers: ({ stance }, option) => stance === option,
  isSame: (one, other) => one.stance === other.stance,
  agreement: (_options, said) => {
    const counts = countsIn(said);
    return agreement(stances.map((stance) => counts[stance]));
  },
  advisedFrom: () => unanimityFrom,
  asked: askedBy("consent", "sometimes-reasoned"),
  result: (_ballot, said, t) => {
    const { scenario, methods } = t.messages;
    const counts = countsIn(said);
    const agreed = agreement(stances.map((stance) => counts[stance]));
    const say = methods.consent;
    const headlines = { true: say.carried, false: say.objected({ count: counts.object }) };
    return {
      headline: counts.carried === undefined ? say.undecided : headlines[`${counts.carried}`],
      chart: {
        unit: scenario.unit,
        scale: countsOf(said.length),
        figures: stances.map((stance) => ({
          option: stance,
          value: counts[stance],
          figure: scenario.figure({
            count: counts[stance],
            percent: t.percent(said.length === 0 ? 0 : counts[stance] / said.length),
          }),
        })),
      },
      details: [],
      agreement: agreed === undefined ? undefined : scenario.agreement({ percent: t.percent(agreed) }),
    };
  },
});
