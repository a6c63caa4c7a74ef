/** The steps of an assessment and the ids of their fields. */
import type { AssessmentContent } from "./content.ts";
import { partsOf } from "./parts.ts";

/** A checklist's step has its place behind it. */
const listStep = (index: number): string => `list-${index + 1}`;

/** In order: what is stated, what is judged, what is reckoned, and last of all the choice. */
export const stepsOf = ({ project, checklists }: AssessmentContent): readonly string[] => [
  ...(project === undefined ? [] : ["facts"]),
  "flow",
  ...checklists.map((_, index) => listStep(index)),
  "figures",
  "choice",
];

/** Which checklist a step asks, by its place; undefined for any other step. */
export const listOf = ({ checklists }: AssessmentContent, step: string): number | undefined => {
  const index = checklists.findIndex((_, place) => listStep(place) === step);
  return index < 0 ? undefined : index;
};

/** What is asked of the flow: every question, wherever a path would end. */
export const questionsOf = (content: AssessmentContent) =>
  partsOf(content).flow.nodes.filter(({ next }) => next === undefined);

export const factField = (fact: string): string => `fact-${fact}`;
export const questionField = (question: string): string => `node-${question}`;
export const itemField = (list: number, item: string): string => `item-${list + 1}-${item}`;

/** A figure's field stands behind this, so that it is told apart from all others. */
const figurePrefix = "figure-";
export const figureField = (field: string): string => `${figurePrefix}${field}`;

/** What the fields of figures hold, as the ROI form knows them. */
export const figuresIn = (draft: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([field, value]) =>
      field.startsWith(figurePrefix) ? [[field.slice(figurePrefix.length), value]] : [],
    ),
  );
