import type { AssessmentMessages } from "../messages/assessment.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const assessment: AssessmentMessages = {
  kind: {
    one: "Assessment",
    about: "The whole guide on your own project, step by step; then see what to talk about. 20 minutes",
    inTurn: "Assessments, in turn",
  },
  title: "Assess your project",
  titleOf: ({ name }) => `What suits ${name}?`,
  setupHint: "State the project as you know it. Everyone first says whether these facts are right, then judges.",
  again: "Assessed again: the reveal shows what has moved since.",
  againButton: "Assess again",
  name: "Name of the project",
  nameMissing: "Please name the project.",
  purpose: "What it is for",
  purposeHint: "In a sentence: who gets what out of it?",
  purposeMissing: "Please say what the project is for.",
  requirements: "Requirements",
  requirementsHint: "One a line, at most 6.",
  requirement: ({ number }) => `Requirement ${number}`,
  tooManyRequirements: ({ count, max }) => `Please give at most ${max} requirements; there are ${count}.`,
  examples: "Good examples at hand",
  data: "Data at hand",
  dataHint: "Documents, databases, logs.",
  today: "What is used today",
  todayHint: "How the task is done now.",
  factsTitle: "Is this the project you have in mind?",
  factsHint: "Paths often part because people picture different projects.",
  factVerdicts: { right: "Right", "not-so": "Not so", unknown: "Don’t know" },
  flowHint: "Answer every question, wherever a path would end.",
  figuresTitle: "Figures you know better",
  figuresHint: "Optional. What you leave as it is counts as the project states it.",
  choiceTitle: "Your choice",
  choiceHint: "What your answers point to. None of it decides for you.",
  need: ({ question, option }) => `${question} → ${option}`,
  alsoYes: ({ needs }) => `You also said yes to: ${needs.join("; ")}`,
  severalNeeds: ({ option }) => `Several needs at once point to: ${option}`,
  listPoints: ({ yes, total, options }) =>
    options.length === 0
      ? `${yes} of ${total} answered with yes`
      : `${yes} of ${total} answered with yes; this speaks for ${options.join(", ")}`,
  talkTitle: "Talk about these first",
  talkFacts: "Facts: you picture different projects",
  sameFacts: "Everyone confirms every fact.",
  moreFacts: ({ count }) => (count === 1 ? "and 1 more fact" : `and ${count} more facts`),
  talkPath: "Judgement: where the paths part first",
  talkItem: "Judgement: the most divided item",
  sameItems: "All items were answered the same way by everyone.",
  talkFlip: "Calculation: what would change who leads",
  leadsNow: ({ approach }) => `By most people’s figures, ${approach} leads within the limits.`,
  sidesTitle: "Side by side",
  sidesHint: "Four ways of looking at each approach. None of them is the answer; the choice is yours.",
  votes: "Votes",
  paths: "Paths",
  limits: "Within limits",
  lists: "Checklists",
  best: "Best by ROI",
  sureVotes: ({ count, mean }) => `${count} (${mean} likely)`,
  alsoPaths: ({ count, also }) => `${count} (+${also} also)`,
  limitsKept: ({ kept, of }) => `${kept} of ${of}`,
  itemsMet: ({ met, of }) => `${met} of ${of} hold`,
  saidYes: ({ count, of }) => `${count} of ${of} say yes`,
  movedTitle: "What has moved",
  movedHint: ({ was, is }) => `Before, ${people(was)} responded; this time ${people(is)}.`,
  doubtMoved: ({ fact, was, is }) => `${fact}: not confirmed by ${was} before, by ${is} now`,
  asked: {
    hint: "Go through the steps behind the button. Each step is saved; you can come back until the round ends.",
    unseen: "Answers and choices stay unseen until the reveal.",
    named:
      "At the reveal everyone sees your choice’s reason with your name, and all other answers as sums; nothing before.",
    anonymous:
      "This session is anonymous: nobody can ever link your answers to you. Two limits: your wording may give you away, and if everyone answers the same, everyone’s answer is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: what you have filled in so far is kept.",
    revealQuestion: "Show the team’s answers, choices and reasons now? This can’t be undone.",
    reasons: {
      beforeDiscussion:
        "When the round ends, its reasons are shown for discussion in random order, without names or choices.",
      discussed:
        "These are the reasons from the round that just ended, in random order, without names or choices. Which ones hold up? Discuss them here in the thread; another round follows.",
      seeAll: "See all reasons",
      allTitle: "All reasons",
    },
  },
};
