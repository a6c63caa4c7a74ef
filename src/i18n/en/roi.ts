import type { RoiMessages } from "../messages/roi.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const roi: RoiMessages = {
  kind: {
    one: "ROI comparison",
    about: "What each approach costs and brings, with your own figures. 10 minutes",
    inTurn: "ROI comparisons, in turn",
  },
  exampleTitle: "A worked example; in the form you work with your own figures.",
  domain: "Domain",
  complexity: "Complexity",
  examples: "Amount of data",
  items: "examples",
  required: "Required performance",
  buildBudget: "Budget to build",
  budget: "Budget for the year",
  limitHint: "Left empty, there is no such limit.",
  onePart: "A hybrid takes two approaches at least. Please choose another, or none to leave it out.",
  hybridHint: "What you expect of it. Left empty, that of its best part counts.",
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
  nearest: ({ approach, missing }) => `None keeps every limit; nearest is ${approach}: ${missing}`,
  leaderAlone: ({ approach, roi }) => `By ROI alone, limits left aside: ${approach} (${roi}).`,
  overBudget: ({ by }) => `over the year’s budget by ${by}`,
  overBuild: ({ by }) => `over the budget to build by ${by}`,
  belowRequired: ({ by }) => `${by} points below the required performance`,
  horizon: ({ months }) => `Costs are counted over ${months === 1 ? "1 month" : `${months} months`}.`,
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses in an anonymous session, figures would give people away, so they are not shown.`,
  expectedOf: ({ approach }) => `${approach}: expected performance`,
  partOf: ({ hybrid, part }) => `${hybrid}: with ${part}`,
  flipsFrom: ({ approach }) => `What would take the lead from ${approach}`,
  flipsToOne: "What would let one of them qualify",
  flipsHint: "Each figure changed by itself, the smallest changes first.",
  noFlips: "No single figure does, up to ten times what it is.",
  flip: ({ figure, from, to, result }) => `${figure}: ${from} → ${to}: ${result}`,
  wins: ({ approach }) => `${approach} is best`,
  commonHint: ({ count, of }) =>
    count === of
      ? "From the median of everyone’s figures."
      : `From the median figures of the ${count} of ${of} who come to this result.`,
  restsOn: ({ what, stated }) => `${what} – ${stated ? "changed by you" : "the pack’s assumption"}`,
  basePerformance: ({ figures }) => `Performance to begin with: ${figures}`,
  effects: ({ circumstances, figures }) => `Points for ${circumstances}: ${figures}`,
  exampleCount: ({ count }) => `${count} examples`,
  worth: ({ required, value, point }) =>
    `Value a year at ${required}: ${value}, and ${point} for each point above or below`,
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
