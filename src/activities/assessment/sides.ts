/** Four ways of looking at each option, side by side: none of them is an answer. */
import { spreadOf } from "../../analysis/median.ts";
import { qualifies } from "../../analysis/payback.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block } from "../../cards/card.ts";
import { countsOf } from "../../cards/chart.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong, type Text, words } from "../../text/text.ts";
import { openness } from "../checklist/openness.ts";
import { seriesColour } from "../colour.ts";
import { roiText } from "../roi/labels.ts";
import type { AssessmentAnswer, AssessmentContent } from "./content.ts";
import { paybacksOf, verdictOf } from "./judge.ts";
import { partsOf } from "./parts.ts";
import { optionLabel } from "./pointers.ts";

type Answers = readonly AssessmentAnswer[];

export const sideBlocks = (
  content: AssessmentContent,
  answers: Answers,
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.assessment;
  return [
    { type: "heading", text: [strong(say.sidesTitle)] },
    { type: "note", text: words(say.sidesHint) },
    voteChart(content, answers, t),
    {
      type: "table",
      columns: [t.messages.roi.approach, say.votes, say.paths, t.messages.roi.roi, say.limits, say.lists],
      rows: content.options.map(({ id }): readonly Text[] => [
        words(optionLabel(content, id, t)),
        words(votesText(id, answers, anonymous, t)),
        words(pathsText(content, id, answers, t)),
        ...roiCells(content, id, answers, t),
        words(listsText(content, id, answers, t)),
      ]),
    },
  ];
};

const voteChart = (content: AssessmentContent, answers: Answers, t: Translator): Block => {
  const counts = tally(
    content.options.map(({ id }) => id),
    answers.map(({ choice }) => choice),
  );
  const bars = content.options.map(({ id, colour }) => {
    const { count = 0, share = 0 } = counts.find(({ option }) => option === id) ?? {};
    return {
      label: optionLabel(content, id, t),
      value: count,
      figure: t.messages.scenario.figure({ count, percent: t.percent(share) }),
      colour: seriesColour(colour),
    };
  });
  const { chartTitle: title, unit } = t.messages.scenario;
  return { type: "chart", chart: { title, unit, scale: countsOf(answers.length), bars } };
};

/** How many chose it, and their mean chance; in an anonymous session not that of one or two. */
const votesText = (id: string, answers: Answers, anonymous: boolean, t: Translator): string => {
  const chosen = answers.filter(({ choice }) => choice === id);
  const sure = chosen.flatMap(({ chance }) => chance ?? []);
  const count = t.number(chosen.length);
  if (sure.length === 0 || (anonymous && sure.length < groupMin)) return count;
  const mean = sure.reduce((sum, one) => sum + one, 0) / sure.length;
  return t.messages.assessment.sureVotes({ count, mean: t.percent(mean / 100) });
};

/** How many paths lead to it, and how many said yes to a need for it besides. */
const pathsText = (content: AssessmentContent, id: string, answers: Answers, t: Translator): string => {
  const judged = answers.map(({ flow }) => verdictOf(content, flow));
  const led = judged.filter(({ option }) => option === id).length;
  const also = judged.filter(
    ({ option, also: needs, several }) =>
      option !== id && (needs.some((need) => need.option === id) || (several && content.several === id)),
  ).length;
  const count = t.number(led);
  return also === 0 ? count : t.messages.assessment.alsoPaths({ count, also: t.number(also) });
};

/** The median and the range of everyone's ROI, and how many keep to every limit with it. */
const roiCells = (content: AssessmentContent, id: string, answers: Answers, t: Translator): readonly Text[] => {
  const own = answers.flatMap((answer) => paybacksOf(content, answer).filter((result) => result.id === id));
  const spread = spreadOf(own.flatMap(({ roi }) => (roi === undefined ? [] : [roi])));
  const none = words(t.messages.roi.noRoi);
  if (spread === undefined) return [none, none];
  const [least, median, most] = [spread.least, spread.median, spread.most].map((roi) => roiText(roi, t));
  const kept = own.filter(qualifies).length;
  const { limitsKept } = t.messages.assessment;
  return [
    words(least === most ? `${median}` : `${median} (${least} – ${most})`),
    words(limitsKept({ kept: t.number(kept), of: t.number(answers.length) })),
  ];
};

/** What of each checklist speaks for it, by what more than half of the team answered. */
const listsText = (content: AssessmentContent, id: string, answers: Answers, t: Translator): string => {
  const say = t.messages.assessment;
  const said = content.checklists.flatMap(({ activity, all, items }, list) => {
    const given = (item: string) => answers.flatMap(({ checklists }) => checklists[activity]?.[item] ?? []);
    const asked = (partsOf(content).checklists[list]?.items ?? []).map((item) => item.id);
    const yes = asked.filter((item) => openness(given(item)).team === "yes").length;
    const pointing = Object.entries(items).filter(([, option]) => option === id);
    return [
      ...(all === id ? [say.itemsMet({ met: t.number(yes), of: t.number(asked.length) })] : []),
      ...pointing.map(([item]) => {
        const count = given(item).filter((verdict) => verdict === "yes").length;
        return say.saidYes({ count: t.number(count), of: t.number(answers.length) });
      }),
    ];
  });
  return said.length === 0 ? t.messages.roi.noRoi : said.join(" · ");
};
