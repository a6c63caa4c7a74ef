/** What one participant's answers point to, each way of looking by itself. Pure. */
import { type Payback, type Project, paybacks } from "../../analysis/payback.ts";
import type { Verdict } from "../checklist/content.ts";
import type { DecisionFlowContent } from "../decision-flow/content.ts";
import { type Walked, walk } from "../decision-flow/graph.ts";
import { exampleOf, projectOf } from "../roi/figures.ts";
import type { AssessmentAnswer, AssessmentContent } from "./content.ts";
import { partsOf } from "./parts.ts";

type Node = DecisionFlowContent["nodes"][number];
type Need = AssessmentContent["needs"][number];

export type FlowVerdict = {
  readonly walked: Walked<Node>;
  /** The option that the path's outcome names; undefined where it names none. */
  readonly option: string | undefined;
  /** What else was answered with yes, and speaks for another option than the path's. */
  readonly also: readonly Need[];
  /** Whether so many needs were named that they call for a combination. */
  readonly several: boolean;
};

export const verdictOf = (content: AssessmentContent, answers: AssessmentAnswer["flow"]): FlowVerdict => {
  const walked = walk(partsOf(content).flow, (node) => answers[node]);
  const { outcome } = walked;
  const option = content.options.find(
    ({ id, outcomes }) => outcome !== undefined && (id === outcome || outcomes.includes(outcome)),
  )?.id;
  const needs = content.needs.filter(({ question }) => answers[question] === "yes");
  return { walked, option, also: needs.filter((need) => need.option !== option), several: needs.length > 1 };
};

/** The options that a checklist's answers speak for. */
export const spokenFor = (
  { all, items }: AssessmentContent["checklists"][number],
  given: Readonly<Record<string, Verdict>>,
): readonly string[] => [
  ...(all !== undefined && Object.values(given).every((verdict) => verdict === "yes") ? [all] : []),
  ...Object.entries(items).flatMap(([item, option]) => (given[item] === "yes" ? [option] : [])),
];

/** Their own figures, or the project's where they left them. */
export const reckonedOf = (content: AssessmentContent, { figures }: Pick<AssessmentAnswer, "figures">): Project => {
  const { roi } = partsOf(content);
  return projectOf(roi, figures ?? exampleOf(roi));
};

export const paybacksOf = (content: AssessmentContent, answer: Pick<AssessmentAnswer, "figures">): readonly Payback[] =>
  paybacks(reckonedOf(content, answer));
