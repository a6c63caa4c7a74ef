/**
 * A question of the team's own by each method as every platform lives it: what is asked, the option
 * that somebody adds, what five people answer by the labels of a form's inputs, who changes it in
 * the second round, and what comes of it.
 */
import type { Translator } from "../src/i18n/translator.ts";
import type { MethodName } from "../src/i18n/typed-words.ts";

type Filled = Readonly<Record<string, string>>;

/** The button that opens the form, and what is filled in there besides. */
export type Answered = { readonly button: string; readonly values: Filled };

/** Options as long as they may be, ten of them. */
const longest = Array.from({ length: 10 }, (_, index) => `${index + 1}번 `.padEnd(75, "가나다라"));

export type MethodStory = {
  readonly method: MethodName;
  /** What asks it, with all but the last of its options. */
  readonly line: string;
  /** Is added once somebody has responded; a proposal has no options. */
  readonly added: string | undefined;
  /** The label of the field that asks why. */
  readonly why: string;
  /** Who answers; the first of them before the option is added. */
  readonly answers: readonly Answered[];
  /** What one of them answers otherwise in the second round. */
  readonly change: { readonly index: number; readonly answer: Answered };
  /** What the reveal says first. */
  readonly headline: string;
  readonly decision: string;
};

const decisions = { en: "We go with the first", ko: "1번으로 합니다" } as const;
const questions = { en: "Which one suits us?", ko: "어느 것이 우리에게 맞을까요?" } as const;

type Said = Pick<MethodStory, "answers" | "change" | "headline">;

/** Ten options of 75 characters each, wherever there are options. */
export const methodStories = (t: Translator): readonly MethodStory[] => {
  const { typed, language } = t;
  const { methods, scenario } = t.messages;
  const line = (method: MethodName, options: readonly string[]): string =>
    [
      typed.commands.ask[0],
      ...[questions[language], ...options].map((text) => `"${text}"`),
      `--${typed.method[0]} ${typed.methods[method][0]}`,
      `--${typed.options.discuss[0]}`,
      ...(options.length === 0 ? [] : [`--${typed.options.open[0]}`]),
    ].join(" ");
  const story = (method: MethodName, said: Said): MethodStory => ({
    method,
    line: line(method, method === "consent" ? [] : longest.slice(0, -1)),
    added: method === "consent" ? undefined : longest.at(-1),
    why: method === "single" ? scenario.reason : methods.reason,
    decision: decisions[language],
    ...said,
  });
  return [
    story("single", single(t)),
    story("approval", approval(t)),
    story("ranked", ranked(t)),
    story("score", score(t)),
    story("dots", dots(t)),
    story("consent", consent(t)),
  ];
};

const [first = "", second = "", ...others] = longest;
const last = others.at(-1) ?? "";

const single = ({ messages: { methods } }: Translator): Said => {
  const choose = (option: string): Answered => ({ button: option, values: {} });
  return {
    answers: [choose(first), choose(first), choose(second), choose(last), choose(first)],
    change: { index: 2, answer: choose(first) },
    headline: methods.single.leads({ options: [first], count: 4, total: 5 }),
  };
};

const approval = ({ messages: { session, methods } }: Translator): Said => {
  const tick = (...options: readonly string[]): Answered => ({
    button: session.respond,
    values: { [methods.approval.field]: options.join("|") },
  });
  return {
    answers: [tick(first, second), tick(first), tick(second), tick(first, last), tick(last)],
    change: { index: 2, answer: tick(first) },
    headline: methods.approval.leads({ options: [first], count: 4, total: 5 }),
  };
};

const ranked = ({ messages: { session, methods } }: Translator): Said => {
  const rank = (...options: readonly string[]): Answered => ({
    button: session.respond,
    values: Object.fromEntries(options.map((option, index) => [methods.ranked.place({ place: index + 1 }), option])),
  });
  return {
    answers: [rank(first, second), rank(first, last), rank(second, first), rank(last, first), rank(first, second)],
    change: { index: 2, answer: rank(first, second) },
    headline: methods.ranked.leads({ options: [first] }),
  };
};

const score = ({ messages: { session, methods } }: Translator): Said => {
  const { least, most } = methods.score.points;
  const points = (one: string, other: string, each: string, options = others): Answered => ({
    button: session.respond,
    values: { [first]: one, [second]: other, ...Object.fromEntries(options.map((option) => [option, each])) },
  });
  return {
    answers: [
      points(most, "3", least, others.slice(0, -1)),
      points("4", most, least),
      points(least, most, "1"),
      points(most, least, "1"),
      points(most, "1", "2"),
    ],
    change: { index: 2, answer: points(most, least, "1") },
    headline: methods.score.leads({ options: [first], mean: "4.8" }),
  };
};

const dots = ({ messages: { session, methods } }: Translator): Said => {
  const lay = (values: Filled): Answered => ({ button: session.respond, values });
  return {
    answers: [
      lay({ [first]: "3", [second]: "2" }),
      lay({ [first]: "5" }),
      lay({ [second]: "4" }),
      lay({ [first]: "1", [last]: "4" }),
      lay({ [first]: "5" }),
    ],
    change: { index: 2, answer: lay({ [first]: "5", [second]: "0" }) },
    headline: methods.dots.leads({ options: [first], count: 19, total: 25 }),
  };
};

const consent = ({ messages: { methods } }: Translator): Said => {
  const { stances, safeEnough } = methods.consent;
  const stand = (stance: keyof typeof stances, values: Filled = {}): Answered => ({ button: stances[stance], values });
  return {
    answers: [
      stand("consent"),
      stand("consent"),
      stand("object", { [safeEnough]: "a way back" }),
      stand("stand-aside"),
      stand("consent"),
    ],
    change: { index: 2, answer: stand("consent") },
    headline: methods.consent.carried,
  };
};
