/**
 * What an anonymous session may show beside the sums over everyone: the one rule, for rounds,
 * options and reasons together.
 *
 * People can be told apart without a name. Their colleagues see how many answered which round and
 * may know who was away; they see which reasons were there before and which are new; and who says
 * in the thread "you convinced me" has changed their mind. Each such thing is a *mark*. A figure
 * that is broken down by marks gives away whoever bears a rare one, also by subtraction: where
 * three moved from A to B and four stand in the end, the fourth is the newcomer, and what is left
 * of the tally is their choice.
 *
 * So everything beside the sums over everyone is shown only where each person shares all the marks
 * it rests on with at least two others (k-anonymity with k = `groupMin`: L. Sweeney, "k-anonymity:
 * a model for protecting privacy", International Journal of Uncertainty, Fuzziness and
 * Knowledge-Based Systems 10 (5), 2002). Then no difference of shown figures is one of a group of
 * one or two. Whatever else comes to be shown by group adds its mark here, and nothing else.
 */
import { groupMin } from "./visibility.ts";

/** What one person can be told apart by; a word a mark. */
export type Marks = readonly string[];

/**
 * Whether each person shares all marks with at least `groupMin` − 1 others. `people` holds one
 * entry a person.
 */
export const hidesEveryone = (people: readonly Marks[]): boolean =>
  [...Map.groupBy(people, (marks) => JSON.stringify(marks)).values()].every((group) => group.length >= groupMin);

/** Who stands in a round, whether since an earlier one, and what they gave as reasons. */
export type RoundSeen = readonly {
  readonly participant: string;
  readonly kept: boolean;
  readonly reasons: readonly string[];
}[];

export type Seen = {
  /**
   * What everyone who stands can be told apart by before anything is broken down: the marks to
   * start from.
   */
  readonly marksOf: (participant: string) => Marks;
  /**
   * Whether this reason of the last round may be shown by itself, bare of what its author chose.
   */
  readonly mayShowReason: (participant: string, reason: string) => boolean;
  /** Whether the reasons may stand beside what their authors chose. */
  readonly mayShowReasonsByChoice: boolean;
};

type Settings = {
  readonly anonymous: boolean;
  /**
   * True where reasons are shown bare between the rounds, so that later ones can be told from
   * earlier ones.
   */
  readonly discussion: boolean;
};

/**
 * What can be told of the people who stand in the last of these rounds. With names, everything may
 * be shown.
 */
export const seenOf = (rounds: readonly RoundSeen[], { anonymous, discussion }: Settings): Seen => {
  if (!anonymous) return { marksOf: () => [], mayShowReason: () => true, mayShowReasonsByChoice: true };
  const last = rounds.at(-1) ?? [];
  const found = rounds.map((round) => new Map(round.map((response) => [response.participant, response])));
  // Where no reason was shown before, all are new, and their age tells nothing.
  const aged = discussion && rounds.length > 1;
  /** The round since which a reason has been among those of its author. */
  const ageOf = (participant: string, reason: string): number =>
    aged ? found.findLastIndex((round) => round.get(participant)?.reasons.includes(reason) !== true) : 0;
  const marksOf = (participant: string): Marks => {
    const answered = found.map((round) => (round.get(participant)?.kept === false ? "answered" : ""));
    const ages = new Set((found.at(-1)?.get(participant)?.reasons ?? []).map((reason) => ageOf(participant, reason)));
    return [answered.join(), [...ages].sort((a, b) => a - b).join()];
  };
  const authors = Map.groupBy(
    last.flatMap(({ participant, reasons }) =>
      reasons.map((reason) => ({ participant, age: ageOf(participant, reason) })),
    ),
    ({ age }) => age,
  );
  const isShown = (age: number): boolean =>
    !aged || new Set((authors.get(age) ?? []).map(({ participant }) => participant)).size >= groupMin;
  const shownAges = new Set([...authors.keys()].filter(isShown));
  return {
    marksOf,
    mayShowReason: (participant, reason) => last.length >= groupMin && shownAges.has(ageOf(participant, reason)),
    mayShowReasonsByChoice: !aged || hidesEveryone(last.map(({ participant }) => marksOf(participant))),
  };
};
