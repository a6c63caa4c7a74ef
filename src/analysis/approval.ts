/**
 * Approval voting: everybody names each option that is acceptable to them; the most approved leads.
 */

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
 */
export const approvals = (options: readonly string[], answers: readonly (readonly string[])[]): readonly Approval[] =>
  options.map((option) => {
    const count = answers.filter((approved) => approved.includes(option)).length;
    return { option, count, share: answers.length === 0 ? 0 : count / answers.length };
  });
