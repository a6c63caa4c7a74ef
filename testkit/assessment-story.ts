/** Five people who assess one project: what they fill in, field by field, on every platform. */
import type { Form } from "../src/cards/form.ts";
import type { Translator } from "../src/i18n/translator.ts";

/** What a project's form holds, by field. */
export const project: Readonly<Record<string, string>> = {
  name: "Support bot",
  purpose: "Answers customers at night",
  requirements: "Open 24 hours\nKnows every order",
  examples: "5000",
  domain: "customer-service",
  complexity: "medium",
  required: "80",
  buildBudget: "300",
  budget: "2200",
};

export type Assessor = {
  readonly person: string;
  /** The facts that they don't confirm, with what they say of each. */
  readonly doubts: Readonly<Record<string, "not-so" | "unknown">>;
  /** The questions of the flow that they answer with yes. */
  readonly yes: readonly string[];
  /** The items of the checklists that they tick. */
  readonly ticks: readonly string[];
  /** Figures that they know better. */
  readonly figures: Readonly<Record<string, string>>;
  readonly choice: string;
  readonly reason: string;
};

/** Paths part at the outside knowledge; the item on people for upkeep is the most divided. */
export const assessors: readonly Assessor[] = [
  {
    person: "ann",
    doubts: {},
    yes: ["external-knowledge", "live-data-or-tools"],
    ticks: ["rag", "tool-use", "hybrid", "upkeep-people"],
    figures: {},
    choice: "rag",
    reason: "Ann says documents first",
  },
  {
    person: "bob",
    doubts: { examples: "not-so" },
    yes: ["external-knowledge"],
    ticks: ["rag", "upkeep-people"],
    figures: { examples: "900" },
    choice: "rag",
    reason: "Bob says answers live in the FAQ",
  },
  {
    person: "cy",
    doubts: { examples: "unknown" },
    yes: ["live-data-or-tools"],
    ticks: ["tool-use"],
    figures: {},
    choice: "tool-use",
    reason: "Cy says orders change by the minute",
  },
  {
    person: "dan",
    doubts: {},
    yes: ["external-knowledge", "live-data-or-tools"],
    ticks: ["rag", "tool-use", "hybrid"],
    figures: {},
    choice: "hybrid",
    reason: "Dan says both needs are there",
  },
  {
    person: "eve",
    doubts: {},
    yes: ["external-knowledge"],
    ticks: ["rag"],
    figures: {},
    choice: "rag",
    reason: "Eve says keep it simple",
  },
];

type Filled = Readonly<Record<string, string>>;

/** What one of them fills in of the step that a form asks, by field. */
export const filledBy = ({ doubts, yes, ticks, figures, choice, reason }: Assessor, form: Form): Filled =>
  Object.fromEntries(
    form.fields.flatMap(({ id }): [string, string][] => {
      const [what = "", ...rest] = id.split("-");
      const name = rest.join("-");
      if (what === "fact") return [[id, doubts[name] ?? "right"]];
      if (what === "node") return [[id, yes.includes(name) ? "yes" : "no"]];
      if (what === "item") return [[id, ticks.includes(name.replace(/^\d+-/, "")) ? "yes" : "no"]];
      if (what === "figure") return figures[name] === undefined ? [] : [[id, figures[name]]];
      if (id === "choice") return [[id, choice]];
      return id === "reason" ? [[id, reason]] : [];
    }),
  );

/** What the reveal of them says, in the order in which it says it. */
export const toldOfAll = (t: Translator): readonly string[] => {
  const say = t.messages.assessment;
  return [say.talkTitle, say.talkFacts, say.talkPath, say.talkItem, say.talkFlip, say.sidesTitle];
};

/** The labels that stand on a form of a platform, with what is filled in: by the label alone. */
export const filledByLabel = (labels: readonly string[], index: number, t: Translator): Filled => {
  const { assessment, checklist, decisionFlow, scenario } = t.messages;
  const options = t.pick({ en: "RAG|Hybrid", ko: "RAG (검색 증강 생성)|하이브리드" }).split("|");
  const answerTo = (label: string, place: number): string | undefined => {
    if (label === scenario.choice) return options[index % 2];
    if (label.startsWith(scenario.confidence)) return undefined;
    if (label === scenario.reason) return `because ${index}`;
    if (/^\d+\. /u.test(label)) return checklist.answers[(index + place) % 2 === 0 ? "yes" : "no"];
    if (label.endsWith("?")) return decisionFlow.branches[(index + place) % 2 === 0 ? "yes" : "no"];
    const isFact = label.includes(": ") && !label.includes("(");
    return isFact ? assessment.factVerdicts[index === 1 ? "not-so" : "right"] : undefined;
  };
  return Object.fromEntries(
    labels.flatMap((label, place) => {
      const answer = answerTo(label.replace(/ \*$/u, ""), place);
      return answer === undefined ? [] : [[label, answer]];
    }),
  );
};

/** The project's form by its labels, with what may be left as it is left as it is. */
export const projectByLabel = (t: Translator): Filled => {
  const say = t.messages.assessment;
  return {
    [say.name]: "Support bot",
    [say.purpose]: "Answers customers at night",
    [`${say.examples} (${t.messages.roi.items})`]: "5000",
    [`${t.messages.roi.required} (%)`]: "80",
  };
};
