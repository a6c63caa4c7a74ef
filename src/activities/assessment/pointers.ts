/** What one's own answers point to so far, beside the choice: four ways of looking, no answer. */
import { bestOf, leaderOf, paybacks } from "../../analysis/payback.ts";
import type { Fact } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { type Text, words } from "../../text/text.ts";
import type { Draft } from "../asking.ts";
import { outcomeOf } from "../decision-flow/reveal.ts";
import { labelOf } from "../label.ts";
import { exampleOf, projectOf } from "../roi/figures.ts";
import { approachLabel, roiText } from "../roi/labels.ts";
import type { AssessmentAnswer, AssessmentContent } from "./content.ts";
import { spokenFor, verdictOf } from "./judge.ts";
import { partsOf } from "./parts.ts";
import { readFigures, readFlow, readList } from "./read.ts";

/** An option's words; the id stands in for one that isn't offered. */
export const optionLabel = ({ options }: AssessmentContent, id: string, t: Translator): string => {
  const found = options.find((option) => option.id === id);
  return found === undefined ? id : labelOf(found.label, t);
};

/** Where the path led, and beside it what else was answered with yes. */
export const flowPointers = (
  content: AssessmentContent,
  answers: AssessmentAnswer["flow"],
  t: Translator,
): readonly Text[] => {
  const say = t.messages.assessment;
  const { flow } = partsOf(content);
  const { walked, also, several } = verdictOf(content, answers);
  if (walked.outcome === undefined) return [];
  const needs = also.map(({ question, option }) => {
    const node = flow.nodes.find(({ id }) => id === question);
    return say.need({
      question: node === undefined ? question : labelOf(node.text, t),
      option: optionLabel(content, option, t),
    });
  });
  return [
    words(outcomeOf(flow, walked.outcome, t).label),
    ...(needs.length === 0 ? [] : [words(say.alsoYes({ needs }))]),
    ...(several ? [words(say.severalNeeds({ option: optionLabel(content, content.several, t) }))] : []),
  ];
};

/** As far as the draft has come. */
export const pointerFacts = (content: AssessmentContent, draft: Draft, t: Translator): readonly Fact[] => {
  const say = t.messages.assessment;
  const { flow, roi, checklists } = partsOf(content);
  const path = flowPointers(content, readFlow(content, draft), t);
  const figures = readFigures(content, draft, t);
  const results = paybacks(projectOf(roi, figures ?? exampleOf(roi)));
  const best = bestOf(results) ?? leaderOf(results);
  return [
    ...(path.length === 0 ? [] : [{ label: labelOf(flow.title, t), values: path }]),
    ...content.checklists.map((one, list): Fact => {
      const given = readList(content, list, draft);
      const title = checklists[list]?.title;
      const yes = Object.values(given).filter((verdict) => verdict === "yes").length;
      const options = spokenFor(one, given).map((option) => optionLabel(content, option, t));
      const total = checklists[list]?.items.length ?? 0;
      return {
        label: title === undefined ? one.activity : labelOf(title, t),
        values: [words(say.listPoints({ yes, total, options }))],
      };
    }),
    ...(best === undefined
      ? []
      : [
          {
            label: t.messages.roi.roi,
            values: [
              words(
                bestOf(results) === undefined
                  ? t.messages.roi.leaderAlone({ approach: approachLabel(roi, best.id, t), roi: roiText(best.roi, t) })
                  : t.messages.roi.bestIs({ approach: approachLabel(roi, best.id, t), roi: roiText(best.roi, t) }),
              ),
            ],
          },
        ]),
  ];
};
