import type { DecisionFlowMessages } from "../messages/decision-flow.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const decisionFlow: DecisionFlowMessages = {
  kind: { one: "Decision flow", inTurn: "Decision flows, in turn" },
  possibleVerdicts: "Where it can lead",
  branches: { yes: "Yes", no: "No" },
  answered: ({ count }) =>
    count === 0
      ? "Answer the first question; the next one follows from it."
      : count === 1
        ? "1 question answered so far."
        : `${count} questions answered so far.`,
  back: "Back one question",
  answerThis: "Please answer this question to go on.",
  why: "What was decisive?",
  whyHint: "The question on which it hung, and why you answered it that way.",
  whyTooLong: ({ over, max }) =>
    `Please shorten this by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
  verdictIs: ({ verdict }) => `Verdict: ${verdict}`,
  chartTitle: "Where the team’s paths led",
  unit: "paths",
  figure: ({ count, percent }) => `${count.toLocaleString("en")} (${percent})`,
  nobody: "Nobody responded in the last round.",
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses in an anonymous session, verdicts would give people away, so they are not shown.`,
  samePath: "Everyone took the same path.",
  partingTitle: "Here the paths part first",
  partingCounts: ({ yes, no }) => `${people(yes)} said yes, ${people(no)} said no. This is the question to talk about.`,
  pathsTitle: "The paths",
  walkedBy: ({ count }) => people(count),
  reasonsTitle: "What was decisive",
  moreReasons: ({ count }) => (count === 1 ? "and 1 more reason" : `and ${count.toLocaleString("en")} more reasons`),
};
