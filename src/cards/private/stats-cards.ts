/** What a channel's sessions amount to, for whoever asks; and one's own figures, to oneself. */
import { type Bins, brierScore, countForecasts, curveFrom, decompose } from "../../analysis/calibration.ts";
import type { ChannelStats } from "../../analysis/channel-stats.ts";
import type { Translator } from "../../i18n/translator.ts";
import { type Verdict, verdicts } from "../../session/reviewing.ts";
import { words } from "../../text/text.ts";
import type { Block, Card, Fact } from "../card.ts";
import { countsOf } from "../chart.ts";

/** `verdicts`: of each decision that was looked back on the last one. */
export type CountedDecisions = {
  readonly decided: number;
  readonly verdicts: readonly Verdict[];
  readonly open: number;
};

const hourMs = 3_600_000;
/** Of fewer it would be told how single ones turned out. */
const verdictsMin = 3;

export const drawStats = (stats: ChannelStats, decisions: CountedDecisions, months: number, t: Translator): Card => {
  const say = t.messages.stats;
  if (stats.sessions === 0)
    return { title: words(say.title), blocks: [{ type: "paragraph", text: words(say.nothing) }] };
  return {
    title: words(say.title),
    blocks: [
      { type: "paragraph", text: words(say.intro({ months, ...stats })) },
      { type: "facts", facts: factsOf(stats, decisions, t) },
      ...agreementChart(stats, t),
      ...(stats.talked === 0 ? [{ type: "note", text: words(say.fewTalks) } as const] : []),
      ...verdictChart(decisions, t),
    ],
  };
};

const factsOf = (stats: ChannelStats, { decided, verdicts: kept, open }: CountedDecisions, t: Translator): Fact[] => {
  const { labels, ...say } = t.messages.stats;
  const { share, waitMs, talked, moved, towards, away } = stats;
  const fact = (label: string, value: string): Fact => ({ label, values: [words(value)] });
  return [
    ...(share === undefined ? [] : [fact(labels.share, t.percent(share))]),
    ...(waitMs === undefined ? [] : [fact(labels.wait, say.wait({ hours: waitMs / hourMs }))]),
    ...(talked === 0 ? [] : [fact(labels.moved, say.moved({ moved, of: talked }))]),
    ...(towards + away === 0 ? [] : [fact(labels.direction, say.direction({ towards, away }))]),
    fact(labels.decided, say.decided({ decided, of: stats.sessions })),
    fact(labels.reviewed, say.reviewed({ reviewed: kept.length, open })),
  ];
};

const agreementChart = ({ agreement }: ChannelStats, t: Translator): readonly Block[] => {
  if (agreement === undefined) return [];
  const say = t.messages.stats;
  const bar = (label: string, share: number, colour: number) => ({
    label,
    value: Math.round(100 * share),
    figure: t.percent(share),
    colour,
  });
  const bars = [bar(say.before, agreement.before, 0), bar(say.after, agreement.after, 1)];
  return [{ type: "chart", chart: { title: say.agreement, unit: say.me.unit, scale: countsOf(100), bars } }];
};

const verdictChart = ({ verdicts: kept }: CountedDecisions, t: Translator): readonly Block[] => {
  if (kept.length < verdictsMin) return [];
  const say = t.messages.stats;
  const bars = verdicts.map((verdict, colour) => {
    const value = kept.filter((one) => one === verdict).length;
    return { label: t.messages.reviews.verdicts[verdict], value, figure: t.number(value), colour };
  });
  const chart = { title: say.turnedOut, unit: say.decisions, scale: countsOf(kept.length), bars };
  return [{ type: "chart", chart }];
};

/** Words from the first answer on; the curve and its parts only where they say something. */
export const drawCalibration = (bins: Bins, t: Translator): Card => {
  const say = t.messages.stats.me;
  const score = brierScore(bins);
  const note = (sentence: string): Block => ({ type: "note", text: words(sentence) });
  if (score === undefined)
    return { title: words(say.title), blocks: [{ type: "paragraph", text: words(say.none) }, note(say.only)] };
  const count = countForecasts(bins);
  const filled = bins.filter((bin) => bin.count > 0);
  const figure = new Intl.NumberFormat(t.language, { maximumFractionDigits: 2 });
  return {
    title: words(say.title),
    blocks: [
      { type: "paragraph", text: words(say.score({ count, score: figure.format(score) })) },
      {
        type: "list",
        ordered: false,
        items: filled.map((bin) => {
          const percent = t.percent(bin.probability / bin.count);
          return words(say.line({ percent, right: t.number(bin.outcome), count: bin.count }));
        }),
      },
      ...curveOf(bins, t),
      ...(count < curveFrom ? [note(say.tooFew({ from: curveFrom }))] : []),
      note(say.only),
      {
        type: "buttons",
        buttons: [
          {
            label: say.forget,
            style: "danger",
            action: { type: "forget-figures" },
            confirm: { question: say.forgetQuestion, yes: say.forget, no: say.keep },
          },
        ],
      },
    ],
  };
};

const curveOf = (bins: Bins, t: Translator): readonly Block[] => {
  const parts = decompose(bins);
  if (parts === undefined) return [];
  const say = t.messages.stats.me;
  const figure = new Intl.NumberFormat(t.language, { maximumFractionDigits: 3 });
  const bars = bins.flatMap(({ count, probability, outcome }) => {
    if (count === 0) return [];
    const share = outcome / count;
    return [
      {
        label: t.percent(probability / count),
        value: Math.round(100 * share),
        figure: say.figure({ share: t.percent(share), count }),
        colour: undefined,
      },
    ];
  });
  return [
    { type: "chart", chart: { title: say.curve, unit: say.unit, scale: countsOf(100), bars } },
    {
      type: "facts",
      facts: (["reliability", "resolution", "uncertainty"] as const).map((name) => ({
        label: say.parts[name],
        values: [words(figure.format(parts[name]))],
      })),
    },
  ];
};
