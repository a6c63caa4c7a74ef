/**
 * Ranking: each puts the options in order and may stop early; Schulze's method finds who wins, from
 * the options compared in pairs.
 */
import { z } from "zod";
import { concordance } from "../../../analysis/concordance.ts";
import { instantRunoff } from "../../../analysis/instant-runoff.ts";
import { cell, condorcetWinner, type Pairs, pairsOf, type Ranking } from "../../../analysis/pairs.ts";
import { schulze } from "../../../analysis/schulze.ts";
import type { Block } from "../../../cards/card.ts";
import type { Field } from "../../../cards/form.ts";
import type { Translator } from "../../../i18n/translator.ts";
import { plain, strong, type Text, words } from "../../../text/text.ts";
import type { Draft } from "../../asking.ts";
import { askedBy } from "./asked.ts";
import { givenShape, optionId } from "./given.ts";
import { type Ballot, defineMethod, idsIn, labelIn, unanimityFrom } from "./method.ts";

const shape = {
  ranking: z
    .array(optionId)
    .min(1)
    .max(10)
    .refine((ranking) => new Set(ranking).size === ranking.length),
};

type Ranked = { readonly ranking: Ranking };

/** No option's id, so that it can stand among them: ends the ranking. */
const none = "-";
const fieldOf = (place: number): string => `rank-${place + 1}`;

/** The last place needs no question: what is left out comes last. */
const placesIn = ({ options }: Ballot): readonly number[] =>
  Array.from({ length: Math.max(1, options.length - 1) }, (_, place) => place);

const optionAt = (ballot: Ballot, draft: Draft, place: number): string | undefined =>
  idsIn(ballot).find((option) => option === draft[fieldOf(place)]);

const draftOf = (ranking: Ranking): Draft =>
  Object.fromEntries(ranking.map((option, place) => [fieldOf(place), option]));

const rankingIn = (ballot: Ballot, draft: Draft): Ranking =>
  placesIn(ballot).flatMap((place) => optionAt(ballot, draft, place) ?? []);

/** Rankings of what is still offered. */
const rankingsOf = (options: readonly string[], said: readonly Ranked[]): readonly Ranking[] =>
  said.map(({ ranking }) => ranking.filter((option) => options.includes(option)));

const fieldsOf = (ballot: Ballot, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.methods.ranked;
  return placesIn(ballot).map((place) => {
    const chosen = optionAt(ballot, draft, place);
    return {
      type: "choice",
      menu: true,
      id: fieldOf(place),
      label: say.place({ place: place + 1 }),
      hint: place === 0 ? say.placeHint : undefined,
      required: place === 0,
      options: place === 0 ? ballot.options : [{ id: none, label: say.none }, ...ballot.options],
      value: chosen,
    };
  });
};

/** So many columns a table has on every platform. */
const tableMax = 7;

/** The table of pairs; where it would be too wide, how the first stands against each other one. */
const pairBlocks = (ballot: Ballot, pairs: Pairs, first: string | undefined, t: Translator): readonly Block[] => {
  const say = t.messages.methods.ranked;
  const options = idsIn(ballot);
  if (options.length <= tableMax) {
    const rows = options.map((option, row): readonly Text[] => [
      [strong(`${row + 1} `), plain(labelIn(ballot, option))],
      ...options.map((_, column) => words(row === column ? "–" : t.number(cell(pairs, row, column)))),
    ]);
    return [
      { type: "note", text: words(say.pairs) },
      { type: "table", columns: ["", ...options.map((_, column) => t.number(column + 1))], rows },
    ];
  }
  if (first === undefined) return [];
  const row = options.indexOf(first);
  const items = options.flatMap((option, column): readonly Text[] =>
    column === row
      ? []
      : [
          words(
            say.pair({
              option: labelIn(ballot, option),
              before: cell(pairs, row, column),
              behind: cell(pairs, column, row),
            }),
          ),
        ],
  );
  return [
    { type: "note", text: words(say.pairsOf({ option: labelIn(ballot, first) })) },
    { type: "list", ordered: false, items },
  ];
};

/** Whether a Condorcet winner exists, and what another method would give where it differs. */
const remarks = (
  ballot: Ballot,
  rankings: readonly Ranking[],
  pairs: Pairs,
  winners: readonly string[],
  t: Translator,
) => {
  const say = t.messages.methods.ranked;
  const options = idsIn(ballot);
  const condorcet = condorcetWinner(options, pairs);
  const { winners: others } = instantRunoff(options, rankings);
  const differs = others.length !== winners.length || others.some((option) => !winners.includes(option));
  const labels = others.map((option) => labelIn(ballot, option));
  return [
    condorcet === undefined ? say.noCondorcet : say.condorcet({ option: labelIn(ballot, condorcet) }),
    ...(differs ? [say.runoff({ options: labels })] : []),
  ].map((sentence): Block => ({ type: "paragraph", text: words(sentence) }));
};

export const ranked = defineMethod<Ranked>({
  name: "ranked",
  said: z.object(shape),
  answer: z.strictObject({ ...shape, ...givenShape }),
  owes: { min: 2, max: 10 },
  asksConfidence: false,
  isPressed: true,
  isWhole: () => false,
  /** The pressed one comes first, the others after it as before. */
  pressed: (ballot, option, before) => {
    const rest = Object.entries(before).filter(([id]) => !placesIn(ballot).some((place) => fieldOf(place) === id));
    const others = rankingIn(ballot, before).filter((one) => one !== option);
    return { ...Object.fromEntries(rest), ...draftOf([option, ...others].slice(0, placesIn(ballot).length)) };
  },
  fields: (ballot, draft, t) => ({ fields: fieldsOf(ballot, draft, t) }),
  read: (ballot, draft, t) => {
    const say = t.messages.methods.ranked;
    const ranking = rankingIn(ballot, draft);
    if (ranking.length === 0) return { type: "mistakes", mistakes: { [fieldOf(0)]: say.missing } };
    const placed = placesIn(ballot).map((place) => ({ place, option: optionAt(ballot, draft, place) }));
    const again = placed.filter(
      ({ place, option }) => option !== undefined && placed.some((one) => one.option === option && one.place < place),
    );
    return again.length > 0
      ? { type: "mistakes", mistakes: Object.fromEntries(again.map(({ place }) => [fieldOf(place), say.twice])) }
      : { type: "said", said: { ranking } };
  },
  draftOf: ({ ranking }) => draftOf(ranking),
  inShort: (ballot, { ranking }) =>
    ranking.map((option, place) => `${place + 1}. ${labelIn(ballot, option)}`).join(" "),
  receipt: (ballot, { ranking }) =>
    ranking.map((option, place) => [strong(`${place + 1}. `), plain(labelIn(ballot, option))]),
  prefers: ({ ranking }, option) => ranking[0] === option,
  isSame: (one, other) => JSON.stringify(one.ranking) === JSON.stringify(other.ranking),
  agreement: (options, said) => concordance(options, rankingsOf(options, said)),
  // Of two options, one of seven who differs lowers Kendall's W below the highest band; of thirteen
  // no more.
  advisedFrom: (options) => (options === 2 ? 13 : unanimityFrom),
  asked: askedBy("ranked"),
  result: (ballot, said, t) => {
    const say = t.messages.methods.ranked;
    const options = idsIn(ballot);
    const rankings = rankingsOf(options, said);
    const pairs = pairsOf(options, rankings);
    const { winners, paths } = schulze(options, pairs);
    const others = options.length - 1;
    const agreed = concordance(options, rankings);
    const beaten = (one: number): number =>
      options.filter((_, other) => cell(paths, one, other) > cell(paths, other, one)).length;
    return {
      headline: say.leads({ options: winners.map((option) => labelIn(ballot, option)) }),
      chart: {
        unit: say.unit,
        scale: { from: 0, to: others, parts: false },
        figures: options.map((option, one) => ({
          option,
          value: beaten(one),
          figure: say.beats({ count: beaten(one), others }),
        })),
      },
      details: [
        ...remarks(ballot, rankings, pairs, winners, t),
        ...pairBlocks(ballot, pairs, winners.length === 1 ? winners[0] : undefined, t),
      ],
      agreement: agreed === undefined ? undefined : say.agreement({ percent: t.percent(agreed) }),
    };
  },
});
