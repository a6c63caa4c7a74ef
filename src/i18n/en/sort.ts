import type { SortMessages } from "../messages/sort.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const sort: SortMessages = {
  kind: {
    one: "Sorting",
    about: "Each sorts what is given into groups; then see where the team is divided. 10 minutes",
    inTurn: "Sortings, in turn",
  },
  routes: "The routes",
  items: "What is to be sorted",
  chooseOne: "Please choose a route.",
  nobody: "Nobody responded in the last round.",
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses the counts would give people away, so they are not shown.`,
  responded: ({ count }) => `${people(count)} responded.`,
  matches: ({ count, of }) => `${count} of ${of} sorted by most of you as in the pack`,
  splitTitle: "Talk about these first",
  splitHint: "You sent these different ways; the most divided comes first.",
  sameTitle: "All the same way",
  item: "Request",
  team: "Team",
  pack: "Pack",
  why: "Why",
  asked: {
    hint: "Sort each one in the form behind the button. You can change it until the round ends.",
    unseen: "How anyone sorts stays unseen; the reveal shows sums alone.",
    named:
      "At the reveal everyone sees how many chose each route, without names, and none with fewer than three responses.",
    anonymous:
      "This session is anonymous: nobody can ever link how you sorted to you. One limit: where everyone chooses the same route, everyone’s route is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a choice for each request.",
    revealQuestion: "Show how the team sorted now? This can’t be undone.",
  },
};
