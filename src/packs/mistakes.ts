/** What can be wrong in a pack, and how a trainer reads it: `file:line:column path — what was expected`. */
import type { z } from "zod";
import { type Problem, toldProblem } from "../activities/problem.ts";
import type { Translator } from "../i18n/translator.ts";
import type { PackMistake } from "./pack.ts";

/** All mistakes as lines, a heading first. */
export const formatMistakes = (mistakes: readonly PackMistake[], t: Translator): readonly string[] => [
  t.messages.packs.heading({ count: countOf(mistakes) }),
  ...mistakes.map((mistake) => `  ${placeOf(mistake)} — ${sentence(mistake.problem, t.messages.packs.problems)}`),
];

const countOf = (mistakes: readonly PackMistake[]): number =>
  mistakes.reduce((count, { problem }) => count + (problem.code === "more" ? problem.count : 1), 0);

const placeOf = ({ file, line, column, path }: PackMistake): string => {
  const position = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return path === "" ? position : `${position} ${path}`;
};

type Code = Problem["code"];
type ProblemOf<One extends Code> = { readonly [Each in One]: Problem & { readonly code: Each } }[One];
type Sentences = { readonly [Each in Code]: (problem: ProblemOf<Each>) => string };

const sentence = <One extends Code>(problem: ProblemOf<One>, say: Sentences): string => say[problem.code](problem);

/** What a zod issue means in these terms. */
export const problemOf = (issue: z.core.$ZodIssue): Problem => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { code: "missing" };
      return issue.expected === "string" && ["number", "boolean"].includes(typeof issue.input)
        ? { code: "quote-it" }
        : { code: "wrong-type", expected: issue.expected };
    case "too_small":
      return { code: "too-short", least: Number(issue.minimum) };
    case "too_big":
      return { code: "too-long", most: Number(issue.maximum) };
    case "invalid_format":
      return { code: "bad-id" };
    case "unrecognized_keys":
      return { code: "unknown-keys", keys: issue.keys };
    case "invalid_value":
      return { code: "one-of", values: issue.values.map(String) };
    case "custom": {
      const problem = toldProblem(issue.params);
      if (problem !== undefined) return problem;
      return issue.message === "option-ids-unique" || issue.message === "recommendation-is-an-option"
        ? { code: issue.message }
        : { code: "other", detail: issue.message };
    }
    default:
      return { code: "other", detail: issue.message };
  }
};
