/** What a result rests on, each assumption with its number and whose it is. */
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { words } from "../../text/text.ts";
import { money } from "../currency.ts";
import { labelOf } from "../label.ts";
import type { RoiAnswer, RoiContent } from "./content.ts";
import { effectOf, exampleOf } from "./figures.ts";
import { approachLabel, percentText } from "./labels.ts";

/** `answer` is whose figures they are; without one the pack's own. */
export const assumptionBlocks = (
  content: RoiContent,
  t: Translator,
  answer: RoiAnswer = exampleOf(content),
): readonly Block[] => [
  { type: "note", text: words(t.messages.roi.assumptionsTitle) },
  {
    type: "list",
    ordered: false,
    items: [
      ...numbersOf(content, answer, t).map((line) => words(line)),
      words(t.messages.roi.horizon({ months: content.horizonMonths })),
      ...content.assumptions.map((one) => parseInline(t.pick(one))),
    ],
  },
];

/** The model's numbers: what performance begins with, what the case adds, and what it is worth. */
const numbersOf = (content: RoiContent, answer: RoiAnswer, t: Translator): readonly string[] => {
  const say = t.messages.roi;
  const { approaches, value } = content;
  const listed = (figures: readonly { readonly id: string; readonly figure: string }[]): string =>
    figures.map(({ id, figure }) => `${approachLabel(content, id, t)} ${figure}`).join(", ");
  const base = approaches.map(({ id, performance }) => ({ id, figure: answer.performance[id] ?? performance }));
  const effects = approaches.map(({ id }) => ({ id, figure: answer.effects[id] ?? effectOf(content, id, answer) }));
  const added = effects
    .filter(({ figure }) => figure !== 0)
    .map(({ id, figure }) => ({ id, figure: `${figure > 0 ? "+" : "−"}${t.number(Math.abs(figure))}` }));
  return [
    say.restsOn({
      what: say.basePerformance({
        figures: listed(base.map((one) => ({ ...one, figure: percentText(one.figure, t) }))),
      }),
      stated: approaches.some(({ id, performance }) => (answer.performance[id] ?? performance) !== performance),
    }),
    ...(added.length === 0
      ? []
      : [
          say.restsOn({
            what: say.effects({ circumstances: circumstancesOf(content, answer, t), figures: listed(added) }),
            stated: Object.keys(answer.effects).length > 0,
          }),
        ]),
    say.restsOn({
      what: say.worth({
        required: percentText(answer.required, t),
        value: money(content.currency, answer.valueAtRequired, t),
        point: money(content.currency, answer.valuePerPoint, t),
      }),
      stated: answer.valueAtRequired !== value.atRequired || answer.valuePerPoint !== value.perPoint,
    }),
  ];
};

const circumstancesOf = (content: RoiContent, { domain, complexity, examples }: RoiAnswer, t: Translator): string => {
  const say = t.messages.roi;
  const named = (ones: RoiContent["domains"], id: string): string => {
    const found = ones.find((one) => one.id === id);
    return found === undefined ? id : labelOf(found.label, t);
  };
  return [
    named(content.domains, domain),
    `${say.complexity}: ${named(content.complexities, complexity)}`,
    say.exampleCount({ count: t.number(examples) }),
  ].join(", ");
};
