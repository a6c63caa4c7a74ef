/** What a decision flow and an ROI model of the pack give for a scenario, computed from facts that the pack states beside it. */
import type { Block } from "../../cards/card.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { plain, strong, type Text, words } from "../../text/text.ts";
import type { Link, Linked } from "../activity.ts";
import { type DecisionFlowContent, decisionFlowContent } from "../decision-flow/content.ts";
import { type PlacedProblem, walk } from "../decision-flow/graph.ts";
import { outcomeOf } from "../decision-flow/reveal.ts";
import { referenceContent } from "../reference/content.ts";
import { type RoiContent, roiContent } from "../roi/content.ts";
import { exampleOf } from "../roi/figures.ts";
import { projectFacts, resultBlocks } from "../roi/result.ts";
import type { ScenarioContent } from "./content.ts";

type Models = NonNullable<ScenarioContent["models"]>;

/** The activities that a scenario names, with what would be wrong with the facts stated for them. */
export const linksOf = ({ models, seeAlso }: ScenarioContent): readonly Link[] => [
  ...(models === undefined
    ? []
    : [
        {
          path: ["models", "flow", "activity"],
          id: models.flow.activity,
          kind: "decision-flow",
          problems: (content: unknown) => flowProblems(models, decisionFlowContent.parse(content)),
        },
        {
          path: ["models", "roi", "activity"],
          id: models.roi.activity,
          kind: "roi",
          problems: (content: unknown) => projectProblems(models, roiContent.parse(content)),
        },
      ]),
  ...seeAlso.map((id, index) => ({ path: ["seeAlso", index], id, kind: "reference", problems: () => [] })),
];

const walkFacts = ({ flow }: Models, content: DecisionFlowContent) => walk(content, (node) => flow.answers[node]);

/** The stated answers lead to an outcome, and there is none too many. */
const flowProblems = (models: Models, content: DecisionFlowContent): readonly PlacedProblem[] => {
  const { steps, open } = walkFacts(models, content);
  const path = ["models", "flow", "answers"];
  const surplus = Object.keys(models.flow.answers).filter((id) => steps.every(({ node }) => node.id !== id));
  return [
    ...(open === undefined ? [] : [{ path, problem: { code: "flow-unanswered", id: open.id } } as const]),
    ...surplus.map((id) => ({ path: [...path, id], problem: { code: "not-asked", id } }) as const),
  ];
};

const projectProblems = ({ roi: { project } }: Models, content: RoiContent): readonly PlacedProblem[] => {
  const path = ["models", "roi", "project"];
  const named = [
    ["domain", content.domains, project.domain],
    ["complexity", content.complexities, project.complexity],
  ] as const;
  return named.flatMap(([key, known, id]): readonly PlacedProblem[] =>
    known.some((one) => one.id === id) ? [] : [{ path: [...path, key], problem: { code: "not-declared", id } }],
  );
};

/** The flow's path and verdict, then the ROI comparison, each from the facts stated and with them. */
export const modelBlocks = ({ models }: ScenarioContent, linked: Linked, t: Translator): readonly Block[] => {
  if (models === undefined) return [];
  const say = t.messages.scenario;
  const figures = roiContent.parse(linked[models.roi.activity]);
  const answer = { ...exampleOf(figures), ...models.roi.project };
  return [
    { type: "heading", text: [strong(say.modelsTitle)] },
    { type: "note", text: words(say.modelsHint) },
    { type: "list", ordered: false, items: models.because.map((reason) => parseInline(t.pick(reason))) },
    ...flowBlocks(models, decisionFlowContent.parse(linked[models.flow.activity]), t),
    { type: "note", text: [strong(say.roiGives)] },
    { type: "facts", facts: projectFacts(figures, models.roi.project, t) },
    ...resultBlocks(figures, answer, t),
  ];
};

const flowBlocks = (models: Models, content: DecisionFlowContent, t: Translator): readonly Block[] => {
  const { steps, outcome = "" } = walkFacts(models, content);
  const { label, rationale } = outcomeOf(content, outcome, t);
  const items = steps.map(
    ({ node, answer }): Text => [
      ...parseInline(t.pick(node.text)),
      plain(" "),
      strong(t.messages.decisionFlow.branches[answer]),
    ],
  );
  return [
    { type: "note", text: [strong(t.messages.scenario.flowGives)] },
    { type: "list", ordered: true, items },
    {
      type: "paragraph",
      text: [strong(t.messages.decisionFlow.verdictIs({ verdict: label })), plain(" — "), ...rationale],
    },
  ];
};

/** Buttons to the reference cards that go with the scenario. */
export const seeAlsoBlocks = ({ seeAlso }: ScenarioContent, linked: Linked, t: Translator): readonly Block[] =>
  seeAlso.length === 0
    ? []
    : [
        { type: "note", text: words(t.messages.scenario.seeAlso) },
        {
          type: "buttons",
          buttons: seeAlso.map((id) => ({
            label: plainText(parseInline(t.pick(referenceContent.parse(linked[id]).title))),
            action: { type: "learn", activity: id, share: false },
          })),
        },
      ];
