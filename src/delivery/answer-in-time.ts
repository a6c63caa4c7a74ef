/** Waiting for others no longer than one can afford. */

/** The answer if it comes in time and without a fault. */
export const answerInTime = <Answer>(ms: number, asked: Promise<Answer>): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), ms);
    asked.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(late));
  });
