import type { DecisionFlowMessages } from "../messages/decision-flow.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const decisionFlow: DecisionFlowMessages = {
  kind: {
    one: "Decision flow",
    about: "A few questions that lead to an approach. 5 minutes",
    inTurn: "Decision flows, in turn",
  },
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
  asked: {
    hint: "Walk through the questions behind the button. You can change your answers until the round ends.",
    unseen: "Paths and reasons stay unseen until the reveal.",
    named: "Your name, path and reason are shown to everyone at the reveal, and not before.",
    anonymous:
      "This session is anonymous: nobody can ever link your path to you. Two limits: your wording may give you away, and if everyone takes the same path, everyone’s path is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a few questions.",
    revealQuestion: "Show everyone’s paths and reasons now? This can’t be undone.",
    reasons: {
      beforeDiscussion: "When the round ends, its reasons are shown for discussion, without names or paths.",
      discussed:
        "These are the reasons from the round that just ended, without names or paths. Which ones hold up? Discuss them here in the thread; another round follows.",
      seeAll: "See all reasons",
      allTitle: "All reasons",
    },
  },
};
