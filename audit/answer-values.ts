/**
 * Questions of the team's own by every method, and what somebody answers them, as the fields of a
 * form hold it.
 */
import { type MethodName, methodNames } from "../src/i18n/typed-words.ts";
import type { Chance } from "../testkit/chance.ts";

/** What a form's fields hold: where several options are ticked, all of them. */
export type AnswerValues = Readonly<Record<string, string | readonly string[]>>;

/** What a session asks. */
export type Run = {
  /** Behind the command. */
  readonly words: string;
  /** Their ids, as they are at the start; a proposal's are what can be said of it. */
  readonly options: readonly string[];
  /** Whether members may add options. */
  readonly open: boolean;
  readonly answer: (options: readonly string[], chance: Chance) => AnswerValues;
};

export const packRun: Run = {
  words: "start startup-support-chatbot",
  options: ["rag", "hybrid", "fine-tuning"],
  open: false,
  answer: (options, chance) => ({ choice: chance.pick(options) }),
};

const pointsFor = (options: readonly string[], pointsOf: (index: number) => number): AnswerValues =>
  Object.fromEntries(options.map((option, index) => [`points-${option}`, String(pointsOf(index))]));

const answerBy: Readonly<Record<MethodName, Run["answer"]>> = {
  single: packRun.answer,
  approval: (options, chance) => ({ approved: chance.shuffle(options).slice(0, 1 + chance.below(options.length)) }),
  ranked: (options, chance) => {
    const places = chance.shuffle(options).slice(0, 1 + chance.below(options.length - 1));
    return Object.fromEntries(places.map((option, place) => [`rank-${place + 1}`, option]));
  },
  score: (options, chance) => pointsFor(options, () => chance.below(6)),
  dots: (options, chance) => {
    const at = chance.below(options.length);
    return pointsFor(options, (index) => (index === at ? 1 + chance.below(5) : 0));
  },
  consent: (options, chance) => {
    const choice = chance.pick(options);
    return choice === "object" ? { choice, "safe-enough": "a way back" } : { choice };
  },
};

/** A question by each method; with these options, where it has any of its own. */
export const ownRuns = (labels: readonly string[]): readonly Run[] =>
  methodNames.map((method): Run => {
    const open = method !== "consent";
    const offered = open ? labels.map((label) => `"${label}"`).join(" ") : "";
    return {
      words: `ask "Which?" ${offered} --method ${method}${open ? " --open" : ""}`,
      options: open ? labels.map((_, index) => `option-${index + 1}`) : ["consent", "stand-aside", "object"],
      open,
      answer: answerBy[method],
    };
  });
