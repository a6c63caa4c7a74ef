import type { RoiMessages } from "../messages/roi.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const roi: RoiMessages = {
  kind: { one: "ROI comparison", inTurn: "ROI comparisons, in turn" },
  exampleTitle: "A worked example; in the form you work with your own figures.",
  domain: "Domain",
  complexity: "Complexity",
  examples: "Amount of data",
  items: "examples",
  required: "Required performance",
  budget: "Budget for the year",
  valueAtRequired: "Business value a year at the required performance",
  valuePerPoint: "Value of each point above or below it",
  points: "points",
  assumption: "An assumption of the pack; change it to what you know.",
  calculate: "Calculate",
  details: "Costs and assumptions",
  notYet: "The result appears here once all figures are sound.",
  chooseOne: "Please choose one.",
  noCost: "An approach that costs nothing has no ROI. Please give at least one of its costs.",
  best: "Best",
  ruledOut: "Ruled out",
  noneQualifies: "None qualifies: each is over budget or below the required performance",
  noneQualifiesShort: "None qualifies",
  chartTitle: "Return on investment (ROI)",
  approach: "Approach",
  cost: "Annual cost",
  performance: "Expected performance",
  value: "Value",
  roi: "ROI",
  noRoi: "–",
  flags: "In the way",
  noFlags: "nothing",
  assumptionsTitle: "What this rests on",
  nobody: "Nobody responded in the last round.",
  bestTitle: "What came out best",
  results: "results",
  spreadTitle: "Everyone’s figures",
  spreadHint: "The median, and in brackets the range.",
  movesTitle: "What moves the result most",
  movesHint:
    "Each assumption is taken 20% lower and 20% higher, one at a time; shown is how far the leading approach’s ROI moves.",
  performanceOf: ({ approach }) => `${approach}: performance to begin with`,
  effectOf: ({ approach }) => `${approach}: effect of domain, complexity and data`,
  effectHint: ({ effect }) => `Left empty, the pack’s figure counts: ${effect} points.`,
  costOf: ({ approach, item }) => `${approach}: ${item}`,
  periodOf: ({ approach, item }) => `${approach}: ${item}, paid`,
  period: ({ months }) => {
    if (months === 0) return "once";
    if (months === 1) return "every month";
    return months === 12 ? "every year" : `every ${months} months`;
  },
  badFigure: ({ min, max }) => `Please give a number from ${min} to ${max}.`,
  bestIs: ({ approach, roi }) => `Best: ${approach}, with an ROI of ${roi}`,
  overBudget: ({ by }) => `over budget by ${by}`,
  belowRequired: ({ by }) => `${by} points below the required performance`,
  horizon: ({ months }) => `Costs are counted over ${months === 1 ? "1 month" : `${months} months`}.`,
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses in an anonymous session, figures would give people away, so they are not shown.`,
  moves: ({ assumption, points }) => `${assumption} (${points} points)`,
  asked: {
    hint: "Work with your own figures in the form behind the button. You can change them until the round ends.",
    unseen: "Figures stay unseen until the reveal.",
    named: "At the reveal everyone sees the median and the range of all figures, without names; nothing before.",
    anonymous:
      "This session is anonymous: nobody can ever link your figures to you. One limit: where everyone comes to the same figure, everyone’s figure is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a few figures.",
    revealQuestion: "Show the team’s figures now? This can’t be undone.",
  },
};
