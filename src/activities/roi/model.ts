/**
 * What the ROI arithmetic gives for a case whose project is stated; the other figures are the
 * pack's own example.
 */
import { defineModel } from "../model.ts";
import { tellProblem } from "../problem.ts";
import { type RoiContent, type RoiProject, roiProject } from "./content.ts";
import { exampleOf } from "./figures.ts";
import { projectFacts, resultBlocks } from "./result.ts";

/** The circumstances are some that the content declares. */
const projectFor = (content: RoiContent) =>
  roiProject.superRefine((project, context) => {
    const named = [
      ["domain", content.domains, project.domain],
      ["complexity", content.complexities, project.complexity],
    ] as const;
    for (const [key, declared, id] of named)
      if (declared.every((one) => one.id !== id))
        tellProblem(context, { path: [key], problem: { code: "not-declared", id } });
  });

export const roiModel = defineModel<RoiContent, RoiProject>(projectFor, (content, project, t) => [
  { type: "facts", facts: projectFacts(content, project, t) },
  // A limit that the case doesn't state is none, whatever the pack's example has.
  ...resultBlocks(content, { ...exampleOf(content), budget: undefined, buildBudget: undefined, ...project }, t),
]);
