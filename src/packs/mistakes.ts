/** What can be wrong in a pack, and how a trainer reads it: `file:line:column path — what was expected`. */
import { z } from "zod";
import { branches, type FlowProblem } from "../activities/decision-flow/graph.ts";
import type { Translator } from "../i18n/translator.ts";
import type { PackMistake, PackProblem } from "./pack.ts";

/** All mistakes as lines, a heading first. */
export const formatMistakes = (mistakes: readonly PackMistake[], t: Translator): readonly string[] => [
  t.messages.packs.heading({ count: countOf(mistakes) }),
  ...mistakes.map((mistake) => `  ${placeOf(mistake)} — ${sentence(mistake.problem, t)}`),
];

const countOf = (mistakes: readonly PackMistake[]): number =>
  mistakes.reduce((count, { problem }) => count + (problem.code === "more" ? problem.count : 1), 0);

const placeOf = ({ file, line, column, path }: PackMistake): string => {
  const position = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return path === "" ? position : `${position} ${path}`;
};

const sentence = (problem: PackProblem, t: Translator): string => {
  const say = t.messages.packs;
  switch (problem.code) {
    case "yaml":
    case "other":
      return say[problem.code](problem);
    case "more":
      return say.more(problem);
    case "alias":
    case "tag":
    case "not-read":
    case "no-pack-file":
    case "no-packs":
    case "missing":
    case "too-full":
    case "one-document":
    case "same-key":
    case "quote-it":
    case "bad-id":
    case "option-ids-unique":
    case "recommendation-is-an-option":
      return plainSentences(t)[problem.code];
    case "too-large":
      return say.tooLarge(problem);
    case "too-deep":
      return say.tooDeep(problem);
    case "too-many-files":
      return say.tooManyFiles(problem);
    case "forbidden-key":
      return say.forbiddenKey(problem);
    case "wrong-type":
      return say.wrongType(problem);
    case "too-short":
      return say.tooShort(problem);
    case "too-long":
      return say.tooLong(problem);
    case "unknown-keys":
      return say.unknownKeys(problem);
    case "one-of":
      return say.oneOf(problem);
    case "id-is-file-name":
      return say.idIsFileName(problem);
    case "duplicate-id":
      return say.duplicateId(problem);
    case "not-declared":
      return say.notDeclared(problem);
    case "not-asked":
      return say.notAsked(problem);
    case "flow-unanswered":
      return say.flowUnanswered(problem);
    case "no-such-activity":
      return say.noSuchActivity(problem);
    case "no-such-link":
      return say.noSuchLink(problem);
    case "row-length":
      return say.rowLength(problem);
    case "flow-duplicate":
      return say.flowDuplicate(problem);
    case "flow-no-target":
      return say.flowNoTarget(problem);
    case "flow-missing-branch":
      return say.flowMissingBranch(problem);
    case "flow-next-and-branches":
      return say.flowNextAndBranches(problem);
    case "flow-unreachable":
      return say.flowUnreachable(problem);
    case "flow-cycle":
      return say.flowCycle(problem);
    default:
      return problem satisfies never;
  }
};

const plainSentences = ({ messages: { packs: say } }: Translator) => ({
  alias: say.alias,
  tag: say.tag,
  "not-read": say.notRead,
  "no-pack-file": say.noPackFile,
  "no-packs": say.noPacks,
  missing: say.missing,
  "too-full": say.tooFull,
  "one-document": say.oneDocument,
  "same-key": say.sameKey,
  "quote-it": say.quoteIt,
  "bad-id": say.badId,
  "option-ids-unique": say.optionIdsUnique,
  "recommendation-is-an-option": say.recommendationIsAnOption,
});

const namedProblem: z.ZodType<FlowProblem | Extract<PackProblem, { code: "row-length" }>> = z.discriminatedUnion(
  "code",
  [
    z.object({
      code: z.enum([
        "flow-duplicate",
        "flow-no-target",
        "flow-next-and-branches",
        "flow-unreachable",
        "flow-unanswered",
        "not-asked",
        "not-declared",
      ]),
      id: z.string(),
    }),
    z.object({ code: z.literal("flow-missing-branch"), id: z.string(), branch: z.enum(branches) }),
    z.object({ code: z.literal("flow-cycle"), ids: z.array(z.string()) }),
    z.object({ code: z.literal("row-length"), columns: z.number() }),
  ],
);

/** What a zod issue means in these terms. */
export const problemOf = (issue: z.core.$ZodIssue): PackProblem => {
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
      const named = namedProblem.safeParse(issue.params);
      if (named.success) return named.data;
      return issue.message === "option-ids-unique" || issue.message === "recommendation-is-an-option"
        ? { code: issue.message }
        : { code: "other", detail: issue.message };
    }
    default:
      return { code: "other", detail: issue.message };
  }
};
