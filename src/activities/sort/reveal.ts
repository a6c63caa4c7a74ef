/**
 * What the reveal of sorted items shows: first those that the team sent different ways, each with
 * the pack's route and why; sums alone, never who.
 */
import { agreement } from "../../analysis/agreement.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { plain, strong, type Text, words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import type { SortAnswer, SortContent } from "./content.ts";

type Item = SortContent["items"][number];
type ItemResult = {
  readonly item: Item;
  /** How many sent it down each route, in the content's order. */
  readonly counts: readonly number[];
  /** Share (0–1) of those who sent it where the pack does. */
  readonly agreeing: number;
  /** Share (0–1) of pairs of people who agree. */
  readonly agreed: number;
};

export const reveal = (content: SortContent, { rounds }: Collected<SortAnswer>, t: Translator): readonly Block[] => {
  const say = t.messages.sort;
  const answers = (rounds.at(-1) ?? []).map(({ answer }) => answer);
  if (answers.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  // Sums alone are promised, and of one or two people they are nobody's sums.
  if (answers.length < groupMin) return [{ type: "paragraph", text: words(say.tooFew({ count: answers.length })) }];
  const results = resultsOf(content, answers);
  const split = results.filter(({ agreed }) => agreed < 1).toSorted((a, b) => a.agreed - b.agreed);
  const same = results.filter(({ agreed }) => agreed === 1);
  const matching = results.filter(({ agreeing }) => agreeing > 0.5).length;
  return [
    { type: "heading", text: [strong(say.matches({ count: matching, of: results.length }))] },
    { type: "note", text: words(say.responded({ count: answers.length })) },
    ...tableBlocks(content, { title: say.splitTitle, hint: say.splitHint }, split, t),
    ...tableBlocks(content, { title: say.sameTitle }, same, t),
  ];
};

const resultsOf = ({ routes, items }: SortContent, answers: readonly SortAnswer[]): readonly ItemResult[] =>
  items.map((item) => {
    const given = answers.flatMap((answer) => answer.routes[item.id] ?? []);
    const tallied = tally(
      routes.map(({ id }) => id),
      given,
    );
    const counts = tallied.map(({ count }) => count);
    const agreeing = tallied.find(({ option }) => option === item.route)?.share ?? 0;
    return { item, counts, agreeing, agreed: agreement(counts) ?? 1 };
  });

type Caption = { readonly title: string; readonly hint?: string };

const tableBlocks = (
  { routes }: SortContent,
  { title, hint }: Caption,
  results: readonly ItemResult[],
  t: Translator,
): readonly Block[] => {
  if (results.length === 0) return [];
  const say = t.messages.sort;
  const nameOf = (id: string): Text => {
    const route = routes.find((one) => one.id === id);
    return route === undefined ? words(id) : parseInline(t.pick(route.label));
  };
  const teamOf = (counts: readonly number[]): Text => {
    const sent = routes
      .map(({ id }, index) => ({ id, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count);
    return sent.flatMap(({ id, count }, index): Text => {
      const figure = plain(` ${t.number(count)}`);
      return index === 0 ? [...nameOf(id), figure] : [plain(" · "), ...nameOf(id), figure];
    });
  };
  return [
    { type: "heading", text: [strong(title)] },
    ...(hint === undefined ? [] : [{ type: "note", text: words(hint) } as const]),
    {
      type: "table",
      columns: [say.item, say.team, say.pack, say.why],
      rows: results.map(({ item, counts }) => [
        parseInline(t.pick(item.label)),
        teamOf(counts),
        nameOf(item.route),
        parseInline(t.pick(item.why)),
      ]),
    },
  ];
};
