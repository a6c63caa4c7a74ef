/**
 * `npm run lint` runs this: prints every import that goes against the arrows, and fails when there
 * is one.
 */
import { globSync, readFileSync } from "node:fs";
import { fallingArrows, judge } from "./judge.ts";

const files = globSync(["{src,adapters,migrations}/**/*.{ts,tsx}"]);
const mistakes = [...fallingArrows(), ...judge(new Map(files.map((file) => [file, readFileSync(file, "utf8")])))];
for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
if (mistakes.length > 0) process.exitCode = 1;
