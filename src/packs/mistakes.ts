/**
 * What can be wrong in a pack, and how a trainer reads it: `file:line:column path — what was
 * expected`.
 */
import type { ErrorCode } from "yaml";
import type { z } from "zod";
import { type Problem, toldProblem } from "../activities/problem.ts";
import type { Measured, ValueSort } from "../i18n/messages/packs.ts";
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

/** What YAML's parser found, in these terms. */
export const syntaxProblems: Readonly<Record<ErrorCode, Problem>> = {
  ALIAS_PROPS: { code: "alias" },
  BAD_ALIAS: { code: "alias" },
  MULTIPLE_ANCHORS: { code: "alias" },
  BAD_COLLECTION_TYPE: { code: "tag" },
  BAD_PROP_ORDER: { code: "tag" },
  MULTIPLE_TAGS: { code: "tag" },
  TAG_RESOLVE_FAILED: { code: "tag" },
  BAD_DIRECTIVE: { code: "yaml-directive" },
  BAD_DQ_ESCAPE: { code: "yaml-escape" },
  BAD_INDENT: { code: "yaml-indent" },
  TAB_AS_INDENT: { code: "yaml-indent" },
  BAD_SCALAR_START: { code: "yaml-start" },
  BLOCK_AS_IMPLICIT_KEY: { code: "yaml-key" },
  KEY_OVER_1024_CHARS: { code: "yaml-key" },
  MULTILINE_IMPLICIT_KEY: { code: "yaml-key" },
  NON_STRING_KEY: { code: "yaml-key" },
  BLOCK_IN_FLOW: { code: "yaml-nesting" },
  DUPLICATE_KEY: { code: "same-key" },
  MISSING_CHAR: { code: "yaml-missing" },
  MULTIPLE_DOCS: { code: "one-document" },
  RESOURCE_EXHAUSTION: { code: "too-full" },
  IMPOSSIBLE: { code: "yaml-unexpected" },
  UNEXPECTED_TOKEN: { code: "yaml-unexpected" },
};

/** What a zod issue means in these terms. */
export const problemOf = (issue: z.core.$ZodIssue): Problem => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { code: "missing" };
      return issue.expected === "string" && ["number", "boolean"].includes(typeof issue.input)
        ? { code: "quote-it" }
        : { code: "wrong-type", expected: sorts[issue.expected] ?? "other" };
    case "too_small":
      return { code: "too-short", of: measuredBy(issue.origin), least: Number(issue.minimum) };
    case "too_big":
      return { code: "too-long", of: measuredBy(issue.origin), most: Number(issue.maximum) };
    case "invalid_format":
      return { code: issue.message === "bad-name" || issue.message === "bad-currency" ? issue.message : "bad-id" };
    case "invalid_key":
      return { code: "bad-id" };
    case "invalid_value":
      return { code: "one-of", values: issue.values.map(String) };
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? { code: "one-of", values: issue.options.map(String) }
        : { code: "other" };
    case "custom": {
      const problem = toldProblem(issue.params);
      if (problem !== undefined) return problem;
      const code = plainCodes.find((one) => one === issue.message) ?? "other";
      return { code };
    }
    default:
      return { code: "other" };
  }
};

/** What a schema's own message may be called. */
const plainCodes = ["option-ids-unique", "option-id-taken", "recommendation-is-an-option"] as const;

/** What zod calls what it expected. */
const sorts: Readonly<Record<string, ValueSort>> = {
  string: "text",
  number: "number",
  int: "whole-number",
  boolean: "truth",
  array: "list",
  object: "block",
  record: "block",
};

const measuredBy = (origin: string): Measured => {
  if (origin === "string") return "text";
  return origin === "array" ? "list" : "number";
};
