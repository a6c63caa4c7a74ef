/** What three people answer by each method, by the labels of a form's inputs, on every platform. */
import type { Translator } from "../src/i18n/translator.ts";
import type { MethodName } from "../src/i18n/typed-words.ts";

export type Filled = Readonly<Record<string, string>>;

/** Options as long as they may be, ten of them. */
const longest = Array.from({ length: 10 }, (_, index) => `${index + 1}번 `.padEnd(75, "가나다라"));

export type MethodStory = {
  readonly method: MethodName;
  readonly options: readonly string[];
  readonly filled: readonly Filled[];
  /** What the reveal says first. */
  readonly headline: string;
};

/** Every method that isn't answered on the ballot alone; ten options of 75 characters each. */
export const methodStories = (t: Translator): readonly MethodStory[] => {
  const { methods } = t.messages;
  const [first = "", second = "", ...rest] = longest;
  const points = (one: string, other: string, others: string): Filled => ({
    [first]: one,
    [second]: other,
    ...Object.fromEntries(rest.map((option) => [option, others])),
  });
  const { least, most } = methods.score.points;
  const place = (number: number): string => methods.ranked.place({ place: number });
  const ranks = (one: string, other: string): Filled => ({ [place(1)]: one, [place(2)]: other });
  const choose = (option: string): Filled => ({ [t.messages.scenario.choice]: option });
  return [
    {
      method: "single",
      options: longest,
      filled: [choose(first), choose(first), choose(second)],
      headline: methods.single.leads({ options: [first], count: 2, total: 3 }),
    },
    {
      method: "approval",
      options: longest,
      filled: [`${first}|${second}`, first, second].map((ticked) => ({ [methods.approval.field]: ticked })),
      headline: methods.approval.leads({ options: [first, second], count: 2, total: 3 }),
    },
    {
      method: "ranked",
      options: longest,
      filled: [ranks(first, second), ranks(first, second), ranks(second, first)],
      headline: methods.ranked.leads({ options: [first] }),
    },
    {
      method: "score",
      options: longest,
      filled: [points(most, "3", least), points("4", most, least), points(most, least, "1")],
      headline: methods.score.leads({ options: [first], mean: "4.67" }),
    },
    {
      method: "dots",
      options: longest,
      filled: [points("3", "2", "0"), points("5", "0", "0"), points("0", "4", "0")],
      headline: methods.dots.leads({ options: [first], count: 8, total: 14 }),
    },
  ];
};
