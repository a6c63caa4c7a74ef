/**
 * What a pack file of kind `decision-flow` says, and what a participant submits. A flow that isn't
 * sound is refused when it is loaded.
 */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { colourName } from "../colour.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";
import { branches, flowProblems } from "./graph.ts";

export const nodeId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** What makes a flow sound or not. */
const shape = z.object({
  start: nodeId,
  nodes: z.array(z.object({ id: nodeId, next: nodeId.optional(), yes: nodeId.optional(), no: nodeId.optional() })),
  outcomes: z.array(z.object({ id: nodeId })),
});

export const decisionFlowContent = z
  .strictObject({
    title: localized(100),
    intro: localized(500),
    /** The node where everyone begins. */
    start: nodeId,
    nodes: z
      .array(
        z.strictObject({
          id: nodeId,
          text: localized(150),
          hint: localized(300).optional(),
          /** For a statement that only leads on; a question has `yes` and `no` instead. */
          next: nodeId.optional(),
          yes: nodeId.optional(),
          no: nodeId.optional(),
        }),
      )
      .min(1)
      .max(40),
    outcomes: z
      .array(
        z.strictObject({ id: nodeId, label: localized(100), rationale: localized(600), colour: colourName.optional() }),
      )
      .min(1)
      .max(20),
  })
  .check(
    judging(shape, (flow, context) => {
      for (const placed of flowProblems(flow)) tellProblem(context, placed);
    }),
  );

export type DecisionFlowContent = z.infer<typeof decisionFlowContent>;

export const whyLengthMax = 1000;

/** The answers along the path by node id; where they lead follows from the content. */
export const decisionFlowAnswer = z.strictObject({
  answers: z.record(nodeId, z.enum(branches)),
  why: z.string().min(1).max(whyLengthMax).nullable(),
});

export type DecisionFlowAnswer = z.infer<typeof decisionFlowAnswer>;
