/**
 * What to talk about first, with what people see differently kept apart from what they judge
 * differently.
 */
import { bestOf, paybacks } from "../../analysis/payback.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block, Fact } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { plain, strong, type Text, words } from "../../text/text.ts";
import { openness } from "../checklist/openness.ts";
import { firstParting } from "../decision-flow/reveal.ts";
import { labelOf } from "../label.ts";
import { commonOf } from "../roi/common.ts";
import { exampleOf } from "../roi/figures.ts";
import { firstFlip } from "../roi/flip-blocks.ts";
import { approachLabel } from "../roi/labels.ts";
import { type AssessmentAnswer, type AssessmentContent, factVerdicts } from "./content.ts";
import { factsOf } from "./facts.ts";
import { verdictOf } from "./judge.ts";
import { partsOf } from "./parts.ts";

/** So many facts are named; a longer list nobody talks through. */
const factsShownMax = 5;

type Answers = readonly AssessmentAnswer[];

export const talkBlocks = (
  content: AssessmentContent,
  answers: Answers,
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.assessment;
  return [
    { type: "heading", text: [strong(say.talkTitle)] },
    ...[
      ...doubtedFacts(content, answers, t),
      ...partingFact(content, answers, t),
      ...splitFact(content, answers, t),
      ...flipFact(content, answers, anonymous, t),
    ].flatMap(({ label, values }): readonly Block[] => [
      { type: "note", text: words(label) },
      { type: "list", ordered: false, items: values },
    ]),
  ];
};

/** The facts that somebody doesn't confirm, the most doubted first. */
const doubtedFacts = (content: AssessmentContent, answers: Answers, t: Translator): readonly Fact[] => {
  const say = t.messages.assessment;
  const facts = factsOf(content, t);
  if (facts.length === 0) return [];
  const doubted = facts
    .map((fact) => ({
      ...fact,
      counts: tally(
        factVerdicts,
        answers.flatMap(({ facts: given }) => given[fact.id] ?? []),
      ),
    }))
    .map((fact) => ({ ...fact, right: fact.counts.find(({ option }) => option === "right")?.count ?? 0 }))
    .filter(({ right }) => right < answers.length)
    .toSorted((a, b) => a.right - b.right);
  const values = doubted.slice(0, factsShownMax).map(({ label, value, counts }): Text => {
    const said = factVerdicts.flatMap((verdict) => {
      const count = counts.find(({ option }) => option === verdict)?.count ?? 0;
      return count === 0 ? [] : [`${say.factVerdicts[verdict]} ${t.number(count)}`];
    });
    return [strong(`${label}: `), plain(`${value} (${said.join(" · ")})`)];
  });
  const left = doubted.length - values.length;
  return [
    {
      label: say.talkFacts,
      values: [
        ...(values.length === 0 ? [words(say.sameFacts)] : values),
        ...(left > 0 ? [words(say.moreFacts({ count: left }))] : []),
      ],
    },
  ];
};

const partingFact = (content: AssessmentContent, answers: Answers, t: Translator): readonly Fact[] => {
  const say = t.messages.assessment;
  const parting = firstParting(answers.map(({ flow }) => verdictOf(content, flow).walked));
  if (parting === undefined) return [{ label: say.talkPath, values: [words(t.messages.decisionFlow.samePath)] }];
  const count = (branch: "yes" | "no"): string => {
    const given = answers.filter(({ flow }) => flow[parting.id] === branch).length;
    return `${t.messages.decisionFlow.branches[branch]} ${t.number(given)}`;
  };
  const text: Text = [strong(labelOf(parting.text, t)), plain(` (${count("yes")} · ${count("no")})`)];
  return [{ label: say.talkPath, values: [text] }];
};

/** Of all items of all checklists the one that the answers leave most open. */
const splitFact = (content: AssessmentContent, answers: Answers, t: Translator): readonly Fact[] => {
  const say = t.messages.assessment;
  const all = content.checklists.flatMap(({ activity }, list) =>
    (partsOf(content).checklists[list]?.items ?? []).map((item) => ({
      item,
      ...openness(answers.flatMap(({ checklists }) => checklists[activity]?.[item.id] ?? [])),
    })),
  );
  const [widest] = all.toSorted((a, b) => b.open - a.open);
  if (widest === undefined || widest.open === 0) return [{ label: say.talkItem, values: [words(say.sameItems)] }];
  const said = (["yes", "no", "unsure"] as const).flatMap((verdict, index) => {
    const count = widest.counts[index] ?? 0;
    return count === 0 ? [] : [`${t.messages.checklist.answers[verdict]} ${t.number(count)}`];
  });
  const text: Text = [strong(labelOf(widest.item.label, t)), plain(` (${said.join(" · ")})`)];
  return [{ label: say.talkItem, values: [text] }];
};

/** Of the figures that most people's results rest on, the one whose change changes who leads. */
const flipFact = (content: AssessmentContent, answers: Answers, anonymous: boolean, t: Translator): readonly Fact[] => {
  const say = t.messages.assessment;
  const { roi } = partsOf(content);
  const common = commonOf(
    roi,
    answers.map(({ figures }) => figures ?? exampleOf(roi)),
    anonymous,
  );
  if (common === undefined) return [];
  const best = bestOf(paybacks(common.project));
  const flip = firstFlip(roi, common.project, t);
  const leads =
    best === undefined ? t.messages.roi.noneQualifiesShort : say.leadsNow({ approach: approachLabel(roi, best.id, t) });
  return [{ label: say.talkFlip, values: [words(leads), words(flip ?? t.messages.roi.noFlips)] }];
};
