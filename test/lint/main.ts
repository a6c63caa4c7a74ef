/**
 * Refuses dependencies and images that nobody has agreed to; a part of `npm run lint`, and in need
 * of no network.
 */
import { readFileSync } from "node:fs";
import { dependencyMistakes } from "./dependencies.ts";
import { imageMistakes } from "./images.ts";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

const mistakes = [
  ...dependencyMistakes(JSON.parse(read("package.json")), JSON.parse(read("package-lock.json"))),
  ...["Dockerfile", "compose.yaml"].flatMap((file) => imageMistakes(file, read(file))),
];
for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
if (mistakes.length > 0) process.exitCode = 1;
