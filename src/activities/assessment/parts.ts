/** The activities that an assessment rests on, joined to its content when it is opened. */
import type { Link } from "../activity.ts";
import { checklistContent } from "../checklist/content.ts";
import { decisionFlowContent } from "../decision-flow/content.ts";
import type { Linked } from "../open-activity.ts";
import { type RoiContent, roiContent } from "../roi/content.ts";
import type { AssessmentContent, Parts } from "./content.ts";

/** Each is linked whole, as one of its kind. */
export const linksOf = ({ flow, roi, checklists }: AssessmentContent): readonly Link[] => [
  { path: ["flow"], id: flow, facts: null, of: "decision-flow" },
  { path: ["roi"], id: roi, facts: null, of: "roi" },
  ...checklists.map(
    ({ activity }, index): Link => ({
      path: ["checklists", index, "activity"],
      id: activity,
      facts: null,
      of: "checklist",
    }),
  ),
];

/** What isn't linked leaves it as it is. Throws where something is of another kind. */
export const withParts = (content: AssessmentContent, linked: Linked): AssessmentContent => {
  const contentOf = (id: string): unknown => linked[id]?.content;
  if (linksOf(content).some(({ id }) => linked[id] === undefined)) return content;
  return {
    ...content,
    parts: {
      flow: decisionFlowContent.parse(contentOf(content.flow)),
      roi: roiOf(content, roiContent.parse(contentOf(content.roi))),
      checklists: content.checklists.map(({ activity }) => checklistContent.parse(contentOf(activity))),
    },
  };
};

/** The model with the project's own circumstances in place of the pack's example. */
const roiOf = ({ project }: AssessmentContent, roi: RoiContent): RoiContent => {
  if (project === undefined) return roi;
  const { domain, complexity, examples, required, buildBudget, budget } = project;
  return { ...roi, example: { domain, complexity, examples, required, buildBudget, budget } };
};

/** What it rests on. Throws where the content was never joined. */
export const partsOf = ({ parts }: AssessmentContent): Parts => {
  if (parts === undefined) throw new Error("An assessment is opened with the activities that it rests on");
  return parts;
};
