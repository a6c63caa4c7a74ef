/**
 * The ROI kind: everyone reckons with their own figures; the reveal compares the results. The
 * arithmetic stands in analysis/payback.ts.
 */
import { spreadOf } from "../../analysis/median.ts";
import { bestOf, paybacks } from "../../analysis/payback.ts";
import type { Block } from "../../cards/card.ts";
import { countsOf } from "../../cards/chart.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import { money } from "../currency.ts";
import { defineKind } from "../define-kind.ts";
import { checkFigures } from "./check-figures.ts";
import { bestIn, commonOf } from "./common.ts";
import { type RoiAnswer, type RoiContent, roiAnswer, roiContent } from "./content.ts";
import { exampleOf, projectOf } from "./figures.ts";
import { flipBlocks } from "./flip-blocks.ts";
import { draftOf, form } from "./form.ts";
import { approachColour, approachLabel, percentText, roiText, rowsOf } from "./labels.ts";
import { roiModel } from "./model.ts";
import { assumptionBlocks } from "./rests-on.ts";
import { headlineBlocks, resultBlocks } from "./result.ts";

const reveal = (content: RoiContent, { anonymous, rounds }: Collected<RoiAnswer>, t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const answers = (rounds.at(-1) ?? []).map(({ answer }) => answer);
  if (answers.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  if (anonymous && answers.length < groupMin)
    return [{ type: "paragraph", text: words(say.tooFew({ count: answers.length })) }];
  return [
    ...bestBlocks(content, answers, t),
    ...commonBlocks(content, answers, anonymous, t),
    ...spreadBlocks(content, answers, t),
    ...assumptionBlocks(content, t),
  ];
};

/** Which approach came out best for how many, before everything else. */
const bestBlocks = (content: RoiContent, answers: readonly RoiAnswer[], t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const best = answers.map((answer) => bestIn(content, answer));
  const none = best.filter((id) => id === undefined).length;
  const bars = [
    ...rowsOf(content).map(({ id }) => ({
      label: approachLabel(content, id, t),
      value: best.filter((one) => one === id).length,
      colour: approachColour(content, id),
    })),
    ...(none === 0 ? [] : [{ label: say.noneQualifiesShort, value: none, colour: undefined }]),
  ].map((bar) => ({ ...bar, figure: t.number(bar.value) }));
  return [{ type: "chart", chart: { title: say.bestTitle, unit: say.results, scale: countsOf(answers.length), bars } }];
};

/** What the commonest result is, and what would change it. */
const commonBlocks = (
  content: RoiContent,
  answers: readonly RoiAnswer[],
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const common = commonOf(content, answers, anonymous);
  if (common === undefined) return [];
  const { project, count } = common;
  const hint = t.messages.roi.commonHint({ count, of: answers.length });
  return [...headlineBlocks(content, project, t), ...flipBlocks(content, project, t, hint)];
};

/** Range and median of each figure over all participants. */
const spreadBlocks = (content: RoiContent, answers: readonly RoiAnswer[], t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const results = answers.map((answer) => paybacks(projectOf(content, answer)));
  const rows = rowsOf(content).map(({ id }): readonly Text[] => {
    const own = results.flatMap((all) => all.filter((result) => result.id === id));
    const cell = (figures: readonly number[], format: (figure: number) => string): Text => {
      const spread = spreadOf(figures);
      if (spread === undefined) return words(say.noRoi);
      const [least, median, most] = [spread.least, spread.median, spread.most].map(format);
      return words(least === most ? `${median}` : `${median} (${least} – ${most})`);
    };
    return [
      words(approachLabel(content, id, t)),
      cell(
        own.map(({ cost }) => cost),
        (amount) => money(content.currency, amount, t),
      ),
      cell(
        own.map(({ performance }) => performance),
        (percent) => percentText(percent, t),
      ),
      cell(
        own.flatMap(({ roi }) => (roi === undefined ? [] : [roi])),
        (roi) => roiText(roi, t),
      ),
    ];
  });
  return [
    { type: "heading", text: [strong(say.spreadTitle)] },
    { type: "note", text: words(say.spreadHint) },
    { type: "table", columns: [say.approach, say.cost, say.performance, say.roi], rows },
  ];
};

export const roi = defineKind<RoiContent, RoiAnswer>({
  kind: "roi",
  names: (t) => t.messages.roi.kind,
  content: roiContent,
  answer: roiAnswer,
  takesResponses: true,
  model: roiModel,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    { type: "note", text: words(t.messages.roi.exampleTitle) },
    ...resultBlocks(content, exampleOf(content), t),
  ],
  options: () => [],
  form,
  check: checkFigures,
  draftOf,
  inShort: (content, answer, t) => {
    const best = bestOf(paybacks(projectOf(content, answer)));
    return best === undefined ? t.messages.roi.noneQualifiesShort : approachLabel(content, best.id, t);
  },
  confirmation: resultBlocks,
  reasons: () => [],
  withoutWords: (_content, answer) => answer,
  asked: (_content, t) => t.messages.roi.asked,
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  reveal,
  allReasons: () => [],
});
