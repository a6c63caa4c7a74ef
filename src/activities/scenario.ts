/** The scenario kind: every participant chooses one option, says why and how sure they are. */
import { words } from "../cards/text.ts";
import { defineKind } from "./activity.ts";
import { type ScenarioAnswer, type ScenarioContent, scenarioAnswer, scenarioContent } from "./scenario-content.ts";

export const scenario = defineKind<ScenarioContent, ScenarioAnswer>({
  kind: "scenario",
  content: scenarioContent,
  answer: scenarioAnswer,
  title: (content, t) => words(t.pick(content.title)),
  opening: (content, t) => [{ type: "paragraph", text: words(t.pick(content.question)) }],
  options: (content, t) => content.options.map(({ id, label }) => ({ id, label: t.pick(label) })),
  form: () => [],
  check: () => ({ type: "mistakes", mistakes: {} }),
  draftOf: (answer) => ({ ...answer }),
  reason: (answer) => answer.reason,
  shareOnRecommendation: () => undefined,
  reveal: () => [],
  allReasons: () => [],
});
