/**
 * How opinion moved between the rounds: from what to what where each takes one option, otherwise
 * how many changed and what each option came to before and after; in an anonymous session, only
 * what gives nobody away.
 */
import { type Shift, shift } from "../../analysis/shift.ts";
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { hidesEveryone, type Marks } from "../../session/told-apart.ts";
import { groupMin } from "../../session/visibility.ts";
import { words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import { isNoVote, type ScenarioAnswer, type ScenarioContent } from "./content.ts";
import { labelIn } from "./methods/method.ts";
import { cannotJudge } from "./methods/pick.ts";
import { movedByBlocks } from "./moved-by.ts";
import { type Responses, votesIn } from "./votes.ts";

type Rounds = Collected<ScenarioAnswer>;

/** One round and the next, by their place among the rounds. */
type Step = { readonly from: number; readonly before: Responses; readonly after: Responses };

const stepsOf = (rounds: readonly Responses[]): readonly Step[] =>
  rounds.slice(1).map((after, from) => ({ from, before: rounds[from] ?? [], after }));

export const movedBlocks = (content: ScenarioContent, collected: Rounds, t: Translator): readonly Block[] => {
  const say = t.messages.scenario;
  const steps = stepsOf(collected.rounds).filter(({ before, after }) => {
    const { stayed, moved } = shiftIn(content, before, after);
    return stayed > 0 || moved.length > 0;
  });
  if (steps.length === 0) return [];
  const { detail, marksOf } = collected.anonymous ? detailOf(content, collected) : named;
  if (detail === "none") return [{ type: "note", text: words(say.shiftWithheld) }];
  const shifts = steps.flatMap((step): readonly Block[] => {
    const { from } = step;
    const items = methodOf(content).isPick
      ? pickItems(content, step, detail, t)
      : figureItems(content, step, collected.anonymous, t);
    return [
      { type: "note", text: words(say.shiftTitle({ from: from + 1, to: from + 2 })) },
      { type: "list", ordered: false, items: items.map(words) },
    ];
  });
  return [...shifts, ...movedByBlocks(content, collected, marksOf, t)];
};

/** What one took, as a word; where an answer is about several options, which of the answers. */
const wordFor = (content: ScenarioContent): ((answer: ScenarioAnswer) => string) => {
  const method = methodOf(content);
  const known: ScenarioAnswer[] = [];
  return (answer) => {
    if (isNoVote(answer)) return cannotJudge;
    const choice = method.choiceOf(answer);
    if (choice !== undefined) return choice;
    const found = known.findIndex((one) => method.isSame(one, answer));
    return String(found >= 0 ? found : known.push(answer) - 1);
  };
};

const shiftIn = (content: ScenarioContent, before: Responses, after: Responses): Shift => {
  const wordOf = wordFor(content);
  const choices = (responses: Responses) =>
    responses.map(({ participant, answer }) => ({ participant, choice: wordOf(answer) }));
  return shift(choices(before), choices(after));
};

const movesIn = ({ moved }: Shift): number => moved.reduce((sum, { count }) => sum + count, 0);

const pickItems = (
  content: ScenarioContent,
  { before, after }: Step,
  detail: "moves" | "sums",
  t: Translator,
): readonly string[] => {
  const say = t.messages.scenario;
  const shifted = shiftIn(content, before, after);
  const inAll = movesIn(shifted);
  const ballot = ballotOf(content, t);
  const label = (option: string): string =>
    option === cannotJudge ? t.messages.methods.cannotJudge.option : labelIn(ballot, option);
  const items =
    detail === "sums" && inAll > 0
      ? [say.movedInAll({ count: inAll })]
      : shifted.moved.map(({ from, to, count }) => say.moved({ count, from: label(from), to: label(to) }));
  return [...items, say.stayed({ count: shifted.stayed })];
};

/** How many changed, and the figures that differ; among too few votes, no figures. */
const figureItems = (
  content: ScenarioContent,
  { before, after }: Step,
  anonymous: boolean,
  t: Translator,
): readonly string[] => {
  const say = t.messages.methods;
  const shifted = shiftIn(content, before, after);
  const counts = [say.changed({ count: movesIn(shifted) }), say.kept({ count: shifted.stayed })];
  const [earlier, later] = [votesIn(content, before), votesIn(content, after)];
  if (Math.min(earlier.length, later.length) < (anonymous ? groupMin : 1)) return counts;
  const ballot = ballotOf(content, t);
  const { result } = methodOf(content);
  const figures = result(ballot, earlier, t).chart.figures;
  return [
    ...counts,
    ...result(ballot, later, t).chart.figures.flatMap(({ option, figure }) => {
      const was = figures.find((one) => one.option === option)?.figure;
      if (was === undefined || was === figure) return [];
      return [say.beforeAfter({ option: labelIn(ballot, option), before: was, after: figure })];
    }),
  ];
};

/** How much of the shift is told, and what everyone can be told apart by then. */
type Detail = {
  readonly detail: "moves" | "sums" | "none";
  readonly marksOf: ((participant: string) => Marks) | undefined;
};

const named: Detail = { detail: "moves", marksOf: undefined };

/**
 * How far an anonymous session may tell how opinion moved: from what to what, only how many with
 * the sums over everyone before and after, or nothing.
 */
const detailOf = (content: ScenarioContent, { rounds, seen }: Rounds): Detail => {
  const wordOf = wordFor(content);
  const found = rounds.map((round) => new Map(round.map(({ participant, answer }) => [participant, wordOf(answer)])));
  const last = rounds.at(-1) ?? [];
  /** What one is seen to have done at each step, in more or fewer words. */
  const marksBy =
    (stepOf: (from: string, to: string) => string) =>
    (participant: string): Marks => {
      const path = found.map((round) => round.get(participant));
      return [
        ...seen.marksOf(participant),
        ...path.slice(1).map((to, index) => {
          const from = path[index];
          if (from === undefined || to === undefined) return "";
          return from === to ? "stayed" : stepOf(from, to);
        }),
      ];
    };
  const hides = (marksOf: (participant: string) => Marks): boolean =>
    hidesEveryone(last.map(({ participant }) => marksOf(participant)));
  const moves = marksBy((from, to) => `${from}>${to}`);
  const sums = marksBy(() => "moved");
  if (methodOf(content).isPick && hides(moves)) return { detail: "moves", marksOf: moves };
  return { detail: hides(sums) ? "sums" : "none", marksOf: sums };
};
