/** What a decision flow gives for a case whose answers are stated: the path and the verdict. */
import { z } from "zod";
import { parseInline } from "../../text/inline-markdown.ts";
import { plain, strong, type Text } from "../../text/text.ts";
import { defineModel } from "../model.ts";
import { tellProblem } from "../problem.ts";
import { type DecisionFlowContent, nodeId } from "./content.ts";
import { type Branch, branches, walk } from "./graph.ts";
import { outcomeOf } from "./reveal.ts";

/** The stated answers, by node. */
type Answers = Readonly<Record<string, Branch>>;

const walkAnswers = (content: DecisionFlowContent, answers: Answers) => walk(content, (node) => answers[node]);

/** The answers lead to an outcome, and there is none too many. */
const answersFor = (content: DecisionFlowContent) =>
  z.record(nodeId, z.enum(branches)).superRefine((answers, context) => {
    const { steps, open } = walkAnswers(content, answers);
    if (open !== undefined) tellProblem(context, { path: [], problem: { code: "flow-unanswered", id: open.id } });
    for (const id of Object.keys(answers))
      if (steps.every(({ node }) => node.id !== id))
        tellProblem(context, { path: [id], problem: { code: "not-asked", id } });
  });

export const flowModel = defineModel<DecisionFlowContent, Answers>(answersFor, (content, answers, t) => {
  const say = t.messages.decisionFlow;
  const { steps, outcome = "" } = walkAnswers(content, answers);
  const { label, rationale } = outcomeOf(content, outcome, t);
  const items = steps.map(
    ({ node, answer }): Text => [...parseInline(t.pick(node.text)), plain(" "), strong(say.branches[answer])],
  );
  return [
    { type: "list", ordered: true, items },
    { type: "paragraph", text: [strong(say.verdictIs({ verdict: label })), plain(" — "), ...rationale] },
  ];
});
