import type { DiscussionMessages } from "../messages/discussion.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const discussion: DiscussionMessages = {
  kind: {
    one: "Discussion",
    about: "A question to talk about, with a choice and a reason. 15 minutes",
    inTurn: "Discussions, in turn",
  },
  considerTitle: "To think about",
  position: "Your position",
  positionHint: "One or two sentences: what do you think, and what makes you think so?",
  givePosition: "Please give your position; a few words are enough.",
  positionTooLong: ({ over, max }) =>
    `Please shorten your position by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
  takePart: "Nothing to fill in here: the talk takes place in the thread. Submit to say that you take part.",
  nobody: "Nobody responded this time.",
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses in an anonymous session, positions would give people away, so they are not shown.`,
  tookPart: ({ count }) => `${people(count)} took part.`,
  positionsTitle: ({ count }) => (count === 1 ? "1 position" : `${count.toLocaleString("en")} positions`),
  morePositions: ({ count }) =>
    count === 1 ? "and 1 more position" : `and ${count.toLocaleString("en")} more positions`,
  summaryTitle: "To take along",
  asked: {
    hint: "Give your position in the form behind the button. You can change it until the round ends.",
    unseen: "Positions stay unseen until the reveal.",
    named: "Your name and position are shown to everyone at the reveal, and not before.",
    anonymous:
      "This session is anonymous: nobody can ever link your position to you. One limit: your wording may give you away.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a sentence or two.",
    revealQuestion: "Show everyone’s positions now? This can’t be undone.",
    reasons: {
      beforeDiscussion: "When the round ends, its positions are shown for discussion, without names.",
      discussed:
        "These are the positions from the round that just ended, without names. Which ones hold up? Discuss them here in the thread; another round follows.",
      seeAll: "See all positions",
      allTitle: "All positions",
    },
  },
  takingPart: {
    hint: "Press the button to say that you take part. The talk takes place in the thread.",
    named: "Who takes part is shown at once.",
    anonymous: "Only how many take part is shown, never who.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes one press.",
    revealQuestion: "End the talk and show what to take along? This can’t be undone.",
  },
};
