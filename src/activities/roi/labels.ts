import type { Translator } from "../../i18n/translator.ts";
import { seriesColour } from "../colour.ts";
import { labelOf } from "../label.ts";
import type { RoiContent } from "./content.ts";

/** What stands as a row: the approaches, then the hybrid. */
export const rowsOf = ({ approaches, hybrid }: RoiContent) => [
  ...approaches,
  ...(hybrid === undefined ? [] : [hybrid]),
];

export const approachLabel = (content: RoiContent, id: string, t: Translator): string => {
  const found = rowsOf(content).find((row) => row.id === id);
  return found === undefined ? id : labelOf(found.label, t);
};

export const approachColour = (content: RoiContent, id: string): number | undefined =>
  seriesColour(rowsOf(content).find((row) => row.id === id)?.colour);

export const costLabel = (content: RoiContent, approach: string, cost: string, t: Translator): string => {
  const found = content.approaches.find(({ id }) => id === approach)?.costs.find(({ id }) => id === cost);
  return t.messages.roi.costOf({
    approach: approachLabel(content, approach, t),
    item: found === undefined ? cost : labelOf(found.label, t),
  });
};

/** Whole percent, for bars and words alike; never a zero with a sign. */
export const rounded = (percent: number): number => Math.round(percent) + 0;

export const roiText = (roi: number | undefined, t: Translator): string =>
  roi === undefined ? t.messages.roi.noRoi : t.percent(rounded(roi) / 100);

export const percentText = (percent: number, t: Translator): string => t.percent(percent / 100);
