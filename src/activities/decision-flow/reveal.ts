/**
 * What a flow's reveal shows: the verdicts, the first question at which the paths part, every path
 * in words, and the reasons.
 */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import { countsOf } from "../../cards/chart.ts";
import { signedBy } from "../../cards/name-of.ts";
import { plainText } from "../../cards/plain.ts";
import type { Localized } from "../../i18n/localized.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { join, plain, strong, type Text, words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import { seriesColour } from "../colour.ts";
import type { DecisionFlowAnswer, DecisionFlowContent } from "./content.ts";
import { type Walked, walk, waysOf } from "./graph.ts";

/** So many reasons stand in the reveal itself; the rest is a click away. */
const reasonsShownMax = 5;

type Node = DecisionFlowContent["nodes"][number];
type Path = Walked<Node> & { readonly participant: string; readonly kept: boolean; readonly why: string | null };

export const reveal = (
  content: DecisionFlowContent,
  collected: Collected<DecisionFlowAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.decisionFlow;
  const paths = pathsOf(content, collected);
  if (paths.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  if (isTooFew(collected)) return [{ type: "paragraph", text: words(say.tooFew({ count: paths.length })) }];
  return [
    ...verdictBlocks(content, paths, t),
    ...partingBlocks(paths, t),
    flowBlock(content, paths, collected.anonymous, t),
    ...reasonBlocks(paths, collected, reasonsShownMax, t),
  ];
};

export const allReasons = (
  content: DecisionFlowContent,
  collected: Collected<DecisionFlowAnswer>,
  t: Translator,
): readonly Block[] => {
  const paths = pathsOf(content, collected);
  return isTooFew(collected)
    ? [{ type: "paragraph", text: words(t.messages.decisionFlow.tooFew({ count: paths.length })) }]
    : reasonBlocks(paths, collected, Number.POSITIVE_INFINITY, t);
};

/** An outcome's words; the id stands in for one that the flow doesn't have. */
export const outcomeOf = (
  content: DecisionFlowContent,
  id: string,
  t: Translator,
): { readonly label: string; readonly rationale: Text; readonly colour: number | undefined } => {
  const found = content.outcomes.find((outcome) => outcome.id === id);
  return {
    label: found === undefined ? id : plainText(parseInline(t.pick(found.label))),
    rationale: found === undefined ? [] : parseInline(t.pick(found.rationale)),
    colour: seriesColour(found?.colour),
  };
};

const isTooFew = ({ anonymous, rounds }: Collected<DecisionFlowAnswer>): boolean =>
  anonymous && (rounds.at(-1)?.length ?? 0) < groupMin;

const pathsOf = (content: DecisionFlowContent, { rounds }: Collected<DecisionFlowAnswer>): readonly Path[] =>
  (rounds.at(-1) ?? []).map(({ participant, kept, answer }) => ({
    ...walk(content, (node) => answer.answers[node]),
    participant,
    kept,
    why: answer.why,
  }));

const verdictBlocks = (content: DecisionFlowContent, paths: readonly Path[], t: Translator): readonly Block[] => {
  const say = t.messages.decisionFlow;
  const reached = content.outcomes.flatMap(({ id }) => {
    const count = paths.filter(({ outcome }) => outcome === id).length;
    return count === 0 ? [] : [{ ...outcomeOf(content, id, t), count }];
  });
  const bars = reached.map(({ label, colour, count }) => ({
    label,
    value: count,
    figure: say.figure({ count, percent: t.percent(count / paths.length) }),
    colour,
  }));
  return [
    { type: "chart", chart: { title: say.chartTitle, unit: say.unit, scale: countsOf(paths.length), bars } },
    ...reached.map(
      ({ label, rationale }): Block => ({ type: "paragraph", text: [strong(label), plain(": "), ...rationale] }),
    ),
  ];
};

/**
 * The first question that was answered both ways; up to it all paths are the same, so that everyone
 * was asked it.
 */
export const firstParting = (paths: readonly Walked<Node>[]): Node | undefined =>
  paths[0]?.steps.find(({ node, answer }) =>
    paths.some(({ steps }) => steps.some((step) => step.node.id === node.id && step.answer !== answer)),
  )?.node;

const partingBlocks = (paths: readonly Path[], t: Translator): readonly Block[] => {
  const say = t.messages.decisionFlow;
  if (paths.length < 2) return [];
  const parting = firstParting(paths);
  if (parting === undefined) return [{ type: "paragraph", text: words(say.samePath) }];
  const countOf = (branch: "yes" | "no"): number =>
    paths.filter(({ steps }) => steps.some(({ node, answer }) => node.id === parting.id && answer === branch)).length;
  return [
    { type: "heading", text: [strong(say.partingTitle)] },
    { type: "quote", text: parseInline(t.pick(parting.text)) },
    { type: "paragraph", text: words(say.partingCounts({ yes: countOf("yes"), no: countOf("no") })) },
  ];
};

/**
 * The whole flow with the team's paths in it, as a picture where one can be drawn, and in words.
 */
const flowBlock = (content: DecisionFlowContent, paths: readonly Path[], anonymous: boolean, t: Translator): Block => {
  const say = t.messages.decisionFlow;
  const counts = new Map<string, number>();
  for (const { taken } of paths) for (const way of taken) counts.set(way, (counts.get(way) ?? 0) + 1);
  const labelOf = (text: Localized): string => plainText(parseInline(t.pick(text)));
  return {
    type: "flow",
    flow: {
      title: say.pathsTitle,
      nodes: [
        ...content.nodes.map(
          ({ id, text, next }) =>
            ({ id, label: labelOf(text), type: next === undefined ? "question" : "statement" }) as const,
        ),
        ...content.outcomes.map(({ id, label, colour }) => {
          const series = seriesColour(colour);
          const outcome = { id, label: labelOf(label), type: "outcome" } as const;
          return series === undefined ? outcome : { ...outcome, colour: series };
        }),
      ],
      edges: waysOf(content).map(({ from, to, branch }) => ({
        from,
        to,
        label: branch === "next" ? "" : say.branches[branch],
        count: counts.get(`${from}:${branch}`) ?? 0,
      })),
      paths: pathsInWords(content, paths, anonymous, t),
    },
  };
};

const pathsInWords = (
  content: DecisionFlowContent,
  paths: readonly Path[],
  anonymous: boolean,
  t: Translator,
): readonly Text[] => {
  const say = t.messages.decisionFlow;
  const groups = Map.groupBy(paths, ({ steps }) => steps.map(({ node, answer }) => `${node.id}:${answer}`).join(" "));
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .map((group): Text => {
      const [first] = group;
      const walked = (first?.steps ?? []).flatMap(
        ({ node, answer }): Text => [...parseInline(t.pick(node.text)), plain(` ${say.branches[answer]} → `)],
      );
      const verdict = first?.outcome === undefined ? "" : outcomeOf(content, first.outcome, t).label;
      const who = anonymous
        ? []
        : [
            plain(": "),
            ...join(
              group.map((path) => signedBy(path, t)),
              " ",
            ),
          ];
      return [...walked, strong(verdict), plain(` (${say.walkedBy({ count: group.length })})`), ...who];
    });
};

const reasonBlocks = (
  paths: readonly Path[],
  { anonymous, session, seen }: Collected<DecisionFlowAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.decisionFlow;
  const given = paths.flatMap(({ participant, kept, why }) =>
    why === null || !seen.mayShowReason(participant, why) ? [] : [{ participant, kept, why }],
  );
  if (given.length === 0) return [];
  const quotes = anonymous
    ? shuffle(
        given.map(({ why }) => why),
        session,
      ).map((why): Block => ({ type: "quote", text: words(why) }))
    : given.map((one): Block => ({ type: "quote", text: words(one.why), by: signedBy(one, t) }));
  const left = quotes.length - shownMax;
  return [
    { type: "heading", text: [strong(say.reasonsTitle)] },
    ...quotes.slice(0, shownMax),
    ...(left > 0 ? [{ type: "note", text: words(say.moreReasons({ count: left })) } as const] : []),
  ];
};
