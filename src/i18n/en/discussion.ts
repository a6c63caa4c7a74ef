import type { DiscussionMessages } from "../messages/discussion.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const discussion: DiscussionMessages = {
  kind: { one: "Discussion", inTurn: "Discussions, in turn" },
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
};
