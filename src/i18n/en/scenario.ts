import type { ScenarioMessages } from "../messages/scenario.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const scenario: ScenarioMessages = {
  kind: {
    one: "Scenario",
    about: "A case, several approaches: choose one and say why. 15 minutes",
    inTurn: "Scenarios, in turn",
  },
  team: "Team and project",
  requirements: "Requirements",
  data: "Data at hand",
  budget: "Budget",
  choice: "Your choice",
  reason: "Your reason",
  reasonHint: "What speaks for it, and against the others?",
  confidence: "How likely are you right?",
  confidenceHint: ({ options, guess }) =>
    `The chance that your choice is right or will turn out well. A pure guess among ${options} is ${guess}.`,
  confidenceKept: ({ percent }) =>
    `Your ${percent} of before, on the scale from 50 to 100, stays until you give a number here.`,
  chooseOne: "Please choose one of the options.",
  giveReason: "Please give a reason; a few words are enough.",
  reasonTooLong: ({ over, max }) =>
    `Please shorten your reason by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
  badConfidence: "Please give a whole number from 0 to 100, or leave this empty.",
  recommended: "Recommended",
  recommendedIs: ({ option }) => `Recommended: ${option}`,
  noRecommendation: "This case has no official answer. What your team worked out together is the result.",
  modelsTitle: "What our calculators say",
  modelsHint: "Computed from facts that the pack states for this case. A second opinion, not the right answer:",
  seeAlso: "Further reading",
  chartTitle: "How the team voted",
  unit: "responses",
  figure: ({ count, percent }) => `${count.toLocaleString("en")} (${percent})`,
  nobody: "Nobody responded in the last round.",
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses in an anonymous session, choices and reasons would give people away, so they are not shown.`,
  trend: {
    score: "Mean score",
    share: "Share of the leading option",
    agreement: "Agreement",
    shareOf: ({ option, percent }) => `${percent} (${option})`,
  },
  agreement: ({ percent }) => `Agreement ${percent}`,
  unanimous: "Everyone chose the same option.",
  confidenceOf: ({ mean, given }) => `${mean} likely right, say ${people(given)}`,
  agreementWords: { split: "split", leaning: "leaning", agreed: "agreed" },
  confidenceBefore: ({ option, mean, given }) =>
    `Confidence in ${option}: ${mean} on the earlier scale from 50 to 100 (from ${people(given)})`,
  shiftTitle: ({ from, to }) => `How opinion moved from round ${from} to round ${to}`,
  moved: ({ count, from, to }) => `${people(count)} moved: ${from} → ${to}`,
  movedInAll: ({ count }) =>
    `${people(count)} changed their choice. Who moved from what to what isn’t broken down in an anonymous session this small.`,
  shiftWithheld:
    "How opinion moved between the rounds is not shown: in an anonymous session, groups of fewer than three would give people away.",
  stayed: ({ count }) => `${people(count)} kept their choice.`,
  foreseen: {
    ask: "Also ask how many will choose alike",
    askHint: "From ten responses, the reveal names what was chosen more often than foreseen.",
    field: "What share of the team will choose as you do?",
    hint: "Your guess, in percent of all who respond.",
    surprising: ({ option, share, foreseen }) =>
      `${option} was chosen more often than those who chose it foresaw: ${share} instead of ${foreseen}.`,
  },
  movedBy: {
    field: "What moved you?",
    hint: "Your answer differs from your last one.",
    talk: "The talk in the thread",
    again: "I thought again",
    title: "What moved people",
    reason: ({ count, reason }) => `Moved ${people(count)}: “${reason}”`,
    byTalk: ({ count }) => `Moved ${people(count)}: the talk in the thread`,
    byThought: ({ count }) => `${people(count)} thought again`,
  },
  reasonsTitle: "Reasons",
  reasonsApart:
    "In random order, not by option: so few people answered, or didn’t answer, one of the rounds that it would give them away.",
  reasonsOf: ({ option, count }) => `${option} (${count.toLocaleString("en")})`,
  moreReasons: ({ count }) => (count === 1 ? "and 1 more reason" : `and ${count.toLocaleString("en")} more reasons`),
  askedBare: {
    hint: "Pick an option. You can change it until the round ends.",
    unseen: "Choices stay unseen until the reveal.",
    named: "Your name and choice are shown to everyone at the reveal, and not before.",
    anonymous:
      "This session is anonymous: nobody can ever link your choice to you. One limit: if everyone picks the same option, everyone’s choice is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: one press is enough.",
    revealQuestion: "Show everyone’s choices now? This can’t be undone.",
  },
  own: {
    title: "Ask your own question",
    question: "Question",
    questionHint: "What do you want to decide together?",
    questionMissing: "Please write the question.",
    options: "Options",
    optionsHint: "One a line, 2 to 10. Leave this empty for a yes-or-no question.",
    optionsCount: ({ count, min, max }) =>
      count < min
        ? `Please give at least ${min} options, one a line, or none for a yes-or-no question.`
        : `Please give at most ${max} options; there are ${count.toLocaleString("en")}.`,
    optionTooLong: ({ option, max }) => `Please shorten “${option}”: an option may have ${max} characters.`,
    background: "Background",
    backgroundHint: "What everyone should know first.",
    source: "See the message this is about",
    tooLong: ({ over, max }) =>
      `Please shorten this by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
    reasons: "Reasons",
    reasonsHint: "Without reasons, one press can be a whole answer.",
    reasonRule: {
      required: "Required",
      optional: "Optional",
      none: "None",
    },
    yesOrNo: { yes: "Yes", no: "No" },
    mend: {
      option: ({ number }) => `Option ${number}`,
      optionMissing: "Somebody may have chosen this option, so it can get other words but not go.",
      more: "Further options",
      moreHint: ({ left }) => (left === 1 ? "One more is possible." : `One a line, at most ${left}.`),
      answeredMeanwhile:
        "Somebody has responded since you opened this form. From now on options can get other words and others can be added, but none can go. Please open the form again.",
      sameOption: ({ option }) => `This option is there already: “${option}”.`,
      full: ({ max }) => `There are ${max} options already; more than that nobody can compare.`,
    },
  },
  asked: {
    hint: "Pick an option and say why. You can change your response until the round ends.",
    unseen: "Choices and reasons stay unseen until the reveal.",
    named: "Your name, choice and reason are shown to everyone at the reveal, and not before.",
    anonymous:
      "This session is anonymous: nobody can ever link your response to you. Two limits: your wording may give you away, and if everyone picks the same option, everyone’s choice is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a choice and a sentence or two.",
    revealQuestion: "Show everyone’s choices and reasons now? This can’t be undone.",
    reasons: {
      beforeDiscussion: "When the round ends, its reasons are shown for discussion, without names or choices.",
      discussed:
        "These are the reasons from the round that just ended, without names or choices. Which ones hold up? Discuss them here in the thread; another round follows.",
      seeAll: "See all reasons",
      allTitle: "All reasons",
    },
  },
};
