/** How sure participants are, by option, and what the form offers them to say so. */

export type Confidence = {
  readonly option: string /** Percent; undefined when nobody said. */;
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

/**
 * The chance in percent (0–100, whole) that a pure guess among so many options is right.
 *
 * @example
 * guessAmong(5); // 20
 */
export const guessAmong = (options: number): number => Math.round(100 / Math.max(1, options));

/**
 * Five chances in percent to choose from: the pure guess, and even steps from it towards
 * certainty, to the next 5 %. Certainty itself can be typed.
 *
 * @example
 * chancesAmong(5); // [20, 35, 50, 70, 85]
 */
export const chancesAmong = (options: number): readonly number[] => {
  const guess = guessAmong(options);
  const steps = [1, 2, 3, 4].map((step) => Math.round((guess + (step * (100 - guess)) / 5) / 5) * 5);
  return [guess, ...steps];
};
