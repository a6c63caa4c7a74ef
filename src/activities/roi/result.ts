/**
 * One set of figures reckoned through: the best one or what comes nearest, a chart and a table of
 * all approaches, what would change the result, and what it rests on.
 */
import {
  bestOf,
  leaderOf,
  nearestOf,
  type Payback,
  type Project,
  paybacks,
  qualifies,
} from "../../analysis/payback.ts";
import type { Block, Fact } from "../../cards/card.ts";
import { type Bar, signedPercent } from "../../cards/chart.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import { money } from "../currency.ts";
import type { RoiAnswer, RoiContent, RoiProject } from "./content.ts";
import { projectOf } from "./figures.ts";
import { flipBlocks } from "./flip-blocks.ts";
import { approachColour, approachLabel, percentText, roiText, rounded } from "./labels.ts";
import { assumptionBlocks } from "./rests-on.ts";

/** The result, and behind it what would change it and what it rests on. */
export const resultBlocks = (content: RoiContent, answer: RoiAnswer, t: Translator): readonly Block[] => [
  ...shortResultBlocks(content, answer, t),
  ...flipBlocks(content, projectOf(content, answer), t),
  ...assumptionBlocks(content, t, answer),
];

/** The result by itself, as it stands under the fields that lead to it. */
export const shortResultBlocks = (content: RoiContent, answer: RoiAnswer, t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const project = projectOf(content, answer);
  const results = paybacks(project);
  const best = bestOf(results);
  const bars = results.map((result): Bar => {
    const bar = {
      label: approachLabel(content, result.id, t),
      value: rounded(result.roi ?? 0),
      figure: roiText(result.roi, t),
      colour: approachColour(content, result.id),
    };
    if (!qualifies(result)) return { ...bar, muted: true, mark: say.ruledOut };
    return result.id === best?.id ? { ...bar, mark: say.best } : bar;
  });
  const scale = signedPercent(bars.map(({ value }) => value));
  return [
    ...headlineBlocks(content, project, t),
    { type: "chart", chart: { title: say.chartTitle, unit: "%", scale, bars } },
    {
      type: "table",
      columns: [say.approach, say.cost, say.performance, say.value, say.roi, say.flags],
      rows: results.map((result): readonly Text[] => [
        words(approachLabel(content, result.id, t)),
        words(money(content.currency, result.cost, t)),
        words(percentText(result.performance, t)),
        words(money(content.currency, result.value, t)),
        words(roiText(result.roi, t)),
        words(missesOf(content, result, t) || say.noFlags),
      ]),
    },
  ];
};

/** Which is best, or what comes nearest and what it lacks; and who leads by ROI alone. */
export const headlineBlocks = (content: RoiContent, project: Project, t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const results = paybacks(project);
  const best = bestOf(results);
  const nearest = nearestOf(results, project);
  const leader = leaderOf(results);
  const named = ({ id, roi }: Payback) => ({ approach: approachLabel(content, id, t), roi: roiText(roi, t) });
  const headline =
    best !== undefined
      ? say.bestIs(named(best))
      : nearest === undefined
        ? say.noneQualifiesShort
        : say.nearest({ ...named(nearest), missing: missesOf(content, nearest, t) });
  return [
    { type: "heading", text: [strong(headline)] },
    ...(leader === undefined ? [] : [{ type: "note", text: words(say.leaderAlone(named(leader))) } as const]),
  ];
};

/** The limits that a result misses and by how much, as words; empty where it keeps all. */
const missesOf = (content: RoiContent, { over }: Payback, t: Translator): string => {
  const say = t.messages.roi;
  return [
    ...(over.budget > 0 ? [say.overBudget({ by: money(content.currency, over.budget, t) })] : []),
    ...(over.build > 0 ? [say.overBuild({ by: money(content.currency, over.build, t) })] : []),
    ...(over.points > 0 ? [say.belowRequired({ by: t.number(over.points) })] : []),
  ].join(", ");
};

/** A project's circumstances, as facts. */
export const projectFacts = (content: RoiContent, project: RoiProject, t: Translator): readonly Fact[] => {
  const say = t.messages.roi;
  const labelIn = (ones: RoiContent["domains"], id: string): Text => {
    const found = ones.find((one) => one.id === id);
    return found === undefined ? words(id) : parseInline(t.pick(found.label));
  };
  const limit = (label: string, amount: number | undefined): readonly Fact[] =>
    amount === undefined ? [] : [{ label, values: [words(money(content.currency, amount, t))] }];
  return [
    { label: say.domain, values: [labelIn(content.domains, project.domain)] },
    { label: say.complexity, values: [labelIn(content.complexities, project.complexity)] },
    { label: say.examples, values: [words(t.number(project.examples))] },
    { label: say.required, values: [words(percentText(project.required, t))] },
    ...limit(say.buildBudget, project.buildBudget),
    ...limit(say.budget, project.budget),
  ];
};
