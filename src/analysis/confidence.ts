/** How sure participants are, by option. */

export type Confidence = {
  readonly option: string /** Percent, 50–100; undefined when nobody said. */;
  readonly mean: number | undefined;
  readonly given: number;
};

/**
 * The mean confidence in percent of those who chose each option and said how sure they are.
 *
 * @example
 * confidence(["a"], [{ choice: "a", confidence: 80 }]); // [{ option: "a", mean: 80, given: 1 }]
 */
export const confidence = (
  options: readonly string[],
  answers: readonly { readonly choice: string; readonly confidence: number | null }[],
): readonly Confidence[] =>
  options.map((option) => {
    const said = answers.flatMap((answer) =>
      answer.choice === option && answer.confidence !== null ? [answer.confidence] : [],
    );
    const sum = said.reduce((total, value) => total + value, 0);
    return { option, mean: said.length === 0 ? undefined : sum / said.length, given: said.length };
  });
