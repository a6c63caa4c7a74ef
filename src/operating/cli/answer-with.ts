/** How a command of the command line answers its operator. */

/**
 * Prints a sentence; a failed one goes to the error output, and the process then ends with code 1.
 */
export const answerWith = (sentence: string, outcome: "done" | "failed" = "done"): void => {
  if (outcome === "failed") process.exitCode = 1;
  (outcome === "failed" ? process.stderr : process.stdout).write(`${sentence}\n`);
};
