/**
 * Approval voting: everybody names each option that is acceptable to them; the most approved leads.
 */
import { agreement } from "./agreement.ts";

export type Approval = {
  readonly option: string;
  readonly count: number;
  /** Of those who answered, 0–1; 0 when nobody did. */
  readonly share: number;
};

/**
 * How many approve of each option, in the order of the options (S. J. Brams and P. C. Fishburn,
 * "Approval Voting", American Political Science Review 72 (3), 1978). An option named twice in one
 * answer counts once, and one that isn't offered is left out. A further answer equal to one that
 * approves of the leader never unseats it.
 *
 * @example
 * approvals(["a", "b"], [["a"], ["a", "b"]]); // a: count 2, share 1; b: count 1, share 0.5
 */
export const approvals = (options: readonly string[], answers: readonly (readonly string[])[]): readonly Approval[] =>
  options.map((option) => {
    const count = answers.filter((approved) => approved.includes(option)).length;
    return { option, count, share: answers.length === 0 ? 0 : count / answers.length };
  });

/**
 * How far people agree, 0–1: the mean over the options of the share of pairs of people who both
 * approve of it or both don't, Fleiss' extent of agreement for each option by itself (J. L. Fleiss,
 * "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (5), 1971).
 * Undefined with fewer than two answers or without options.
 *
 * @example
 * likeness(["a"], [["a"], []]); // 0: the only two people differ
 */
export const likeness = (options: readonly string[], answers: readonly (readonly string[])[]): number | undefined => {
  const each = approvals(options, answers).flatMap(({ count }) => agreement([count, answers.length - count]) ?? []);
  return each.length === 0 ? undefined : each.reduce((sum, one) => sum + one, 0) / each.length;
};
