/** What would have to change for another approach to be best, in words. */
import { type Flip, flipPoints, type Lever } from "../../analysis/flip-points.ts";
import { bestOf, type Project, paybacks } from "../../analysis/payback.ts";
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { strong, words } from "../../text/text.ts";
import { money } from "../currency.ts";
import type { RoiContent } from "./content.ts";
import { approachLabel, costLabel, percentText } from "./labels.ts";

/** So many are shown; those further off say little. */
const flipsShownMax = 5;

/** The smallest changes that change the result; `hint` says what the figures are. */
export const flipBlocks = (content: RoiContent, project: Project, t: Translator, hint?: string): readonly Block[] => {
  const say = t.messages.roi;
  const best = bestOf(paybacks(project));
  const title = best === undefined ? say.flipsToOne : say.flipsFrom({ approach: approachLabel(content, best.id, t) });
  const flips = flipPoints(project).slice(0, flipsShownMax);
  return [
    { type: "heading", text: [strong(title)] },
    { type: "note", text: words(hint === undefined ? say.flipsHint : `${hint} ${say.flipsHint}`) },
    flips.length === 0
      ? { type: "paragraph", text: words(say.noFlips) }
      : { type: "list", ordered: false, items: flips.map((flip) => words(flipText(content, flip, t))) },
  ];
};

/** The smallest change of all; undefined where no single figure changes the result. */
export const firstFlip = (content: RoiContent, project: Project, t: Translator): string | undefined => {
  const [first] = flipPoints(project);
  return first && flipText(content, first, t);
};

const flipText = (content: RoiContent, { lever, from, to, winner }: Flip, t: Translator): string => {
  const say = t.messages.roi;
  return say.flip({
    figure: figureLabel(content, lever, t),
    from: figureText(content, lever, from, t),
    to: figureText(content, lever, to, t),
    result: winner === undefined ? say.noneQualifiesShort : say.wins({ approach: approachLabel(content, winner, t) }),
  });
};

const figureLabel = (content: RoiContent, lever: Lever, t: Translator): string => {
  const say = t.messages.roi;
  switch (lever.what) {
    case "value":
      return say.valueAtRequired;
    case "per-point":
      return say.valuePerPoint;
    case "required":
      return say.required;
    case "budget":
      return say.budget;
    case "build-budget":
      return say.buildBudget;
    case "performance":
      return say.expectedOf({ approach: approachLabel(content, lever.approach, t) });
    case "cost":
    case "period":
      return costLabel(content, lever.approach, lever.cost, t);
    default:
      return lever satisfies never;
  }
};

const figureText = (content: RoiContent, { what }: Lever, figure: number, t: Translator): string => {
  switch (what) {
    case "required":
    case "performance":
      return percentText(figure, t);
    case "period":
      return t.messages.roi.period({ months: figure });
    case "value":
    case "per-point":
    case "budget":
    case "build-budget":
    case "cost":
      return money(content.currency, figure, t);
    default:
      return what satisfies never;
  }
};
