/**
 * Draws a card's blocks as elements, in pieces that may be parted where a card goes on on another
 * page.
 */
import { barLines, figureLines } from "../../../src/cards/bars-in-words.ts";
import type { Block, Fact } from "../../../src/cards/card.ts";
import type { Bar, Chart } from "../../../src/cards/chart.ts";
import { type LineChart, lineWords } from "../../../src/cards/line-chart.ts";
import { cut, cutText } from "../../../src/text/cut.ts";
import { plain, strong, type Text, words } from "../../../src/text/text.ts";
import { limits } from "../limits.ts";
import { drawHeading, drawPlain, drawText, type Look, type Mentions, type TextElement } from "./draw-text.ts";

type NativeChart = {
  readonly type: "Chart.HorizontalBar";
  readonly title: string;
  readonly displayMode: "PartToWhole" | "AbsoluteNoAxis";
  readonly data: readonly { readonly x: string; readonly y: number; readonly color?: string | undefined }[];
  /**
   * The same figures stand in words below, so that only the title is missing where no chart can be
   * drawn.
   */
  readonly fallback: TextElement;
};

type NativeLine = {
  readonly type: "Chart.Line";
  readonly title: string;
  readonly data: readonly {
    readonly legend: string;
    readonly values: readonly { readonly x: string; readonly y: number }[];
  }[];
  readonly fallback: TextElement;
};

type Table = {
  readonly type: "Table";
  readonly targetWidth?: "atLeast:Standard";
  readonly firstRowAsHeader: true;
  readonly columns: readonly { readonly width: 1 }[];
  readonly rows: readonly TableRow[];
};

type TableRow = {
  readonly type: "TableRow";
  readonly cells: readonly { readonly type: "TableCell"; readonly items: readonly TextElement[] }[];
};

type Container = {
  readonly type: "Container";
  readonly style?: "emphasis";
  readonly separator?: true;
  readonly targetWidth?: "atMost:Narrow";
  readonly items: readonly (TextElement | Container)[];
};

export type Element = TextElement | NativeChart | NativeLine | Table | Container;

type Pieces = readonly (readonly Element[])[];

/** The pieces of a block; buttons are drawn where the room for actions is known. */
export const drawBlock = (block: Exclude<Block, { type: "buttons" }>, mentions: Mentions): Pieces => {
  const one = (text: Text, look?: Look): Pieces => [drawText(text, mentions, look)];
  switch (block.type) {
    case "heading":
      return [drawHeading(block.text, mentions, "Medium")];
    case "paragraph":
      return one(block.text);
    case "note":
      return one(block.text, { size: "Small", isSubtle: true });
    case "facts":
      return block.facts.flatMap((fact) => drawFact(fact, mentions));
    case "list":
      return drawList(block.items, block.ordered, mentions);
    case "quote":
      return [[drawQuote(block.text, block.by, mentions)]];
    case "code":
      return [
        [{ type: "Container", style: "emphasis", items: drawText([{ type: "code", text: block.text }], mentions) }],
      ];
    case "chart":
      return drawChart(block.chart, mentions);
    case "line":
      return drawLine(block.line, mentions);
    case "flow":
      return [drawHeading(words(block.flow.title), mentions, "Medium"), ...drawList(block.flow.paths, false, mentions)];
    case "table":
      return drawTable(block.columns, block.rows, mentions);
    case "divider":
      return [[{ type: "Container", separator: true, items: [] }]];
    default:
      return block satisfies never;
  }
};

/** Items stand closer to each other than to what surrounds them. */
const drawList = (items: readonly Text[], ordered: boolean, mentions: Mentions): Pieces =>
  items.map((item, index) => {
    const [first, ...rest] = drawText(itemOf(item, ordered ? index + 1 : undefined), mentions);
    if (first === undefined) return rest;
    return [index === 0 ? first : { ...first, spacing: "Small" }, ...rest];
  });

const itemOf = (text: Text, number?: number): Text => [plain(number === undefined ? "• " : `${number}. `), ...text];

const drawFact = ({ label, values }: Fact, mentions: Mentions): Pieces => {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return [drawText([strong(`${label}: `), ...only], mentions)];
  const [first = [], ...rest] = values.map((value) =>
    drawText(itemOf(value), mentions).map((element) => ({ ...element, spacing: "None" }) as const),
  );
  return [[...drawText([strong(label)], mentions), ...first], ...rest];
};

const drawQuote = (text: Text, by: Text | undefined, mentions: Mentions): Container => ({
  type: "Container",
  style: "emphasis",
  items: [
    ...drawText(text, mentions),
    ...(by === undefined ? [] : drawText([plain("— "), ...by], mentions, { size: "Small", isSubtle: true })),
  ],
});

/** Bars stand beside their labels: one colour for all, one for what is marked or ruled out. */
const colours = { plain: "categoricalBlue", marked: "categoricalMarigold", muted: "divergingGray" } as const;

const colourOf = ({ mark, muted }: Bar): string =>
  muted ? colours.muted : mark === undefined ? colours.plain : colours.marked;

/** Teams' own bars where there is anything to show, and always the same figures in words. */
const drawChart = (chart: Chart, mentions: Mentions): Pieces => {
  // Teams' bars begin at zero and go to the right: where one goes below it, the words alone say so.
  const drawable = chart.scale.from === 0 && chart.bars.some(({ value }) => value > 0);
  const native = drawable && chart.bars.length <= limits.chart.barsMax;
  const lines = (native ? figureLines(chart) : barLines(chart)).map((line) => drawText(line, mentions));
  const [title, ...more] = drawHeading(words(cut(chart.title, limits.chart.titleMax)), mentions, "Medium");
  return [title !== undefined && native ? [drawNative(chart, title)] : [title ?? [], more].flat(), ...lines];
};

/** Teams' own line, and always the same figures in words. */
const drawLine = (line: LineChart, mentions: Mentions): Pieces => {
  const lines = lineWords(line).map((text) => drawText(text, mentions));
  const [title, ...more] = drawHeading(words(cut(line.title, limits.chart.titleMax)), mentions, "Medium");
  if (title === undefined) return [more, ...lines];
  // By its date, so that what was left out leaves a longer way.
  const values = line.points.map(({ at, value }) => ({ x: new Date(at).toISOString().slice(0, 10), y: value }));
  const data = [{ legend: drawPlain(line.unit, limits.chart.labelMax), values }];
  const native = {
    type: "Chart.Line",
    title: drawPlain(line.title, limits.chart.titleMax),
    data,
    fallback: title,
  } as const;
  return [[native, ...more], ...lines];
};

const drawNative = ({ title, scale, bars }: Chart, fallback: TextElement): NativeChart => ({
  type: "Chart.HorizontalBar",
  title: drawPlain(title, limits.chart.titleMax),
  displayMode: scale.parts ? "PartToWhole" : "AbsoluteNoAxis",
  data: bars.map((bar) => ({ x: drawPlain(bar.label, limits.chart.labelMax), y: bar.value, color: colourOf(bar) })),
  fallback,
});

/**
 * Its rows go on on the next page, under the same columns. On a phone, where so many columns find
 * no room, each row is a block of its own.
 */
const drawTable = (columns: readonly string[], rows: readonly (readonly Text[])[], mentions: Mentions): Pieces => {
  const { bytesMax, columnsMax, columnsOnPhonesMax, cellMax } = limits.table;
  const kept = columns.slice(0, columnsMax);
  const isWide = kept.length > columnsOnPhonesMax;
  const cut = rows.map((cells) => cells.slice(0, columnsMax).map((cell) => cutText(cell, cellMax)));
  const rowOf = (cells: readonly Text[]): TableRow => ({
    type: "TableRow",
    cells: cells.map((cell) => ({ type: "TableCell", items: drawText(cell, mentions) })),
  });
  const blockOf = (cells: readonly Text[]): readonly Container[] =>
    isWide ? [drawRowAsBlock(kept, cells, mentions)] : [];
  const head = rowOf(kept.map((column): Text => [strong(column)]));
  const pieces: (readonly Text[])[][] = [[]];
  let bytes = 0;
  for (const cells of cut) {
    const own = bytesOf([rowOf(cells), ...blockOf(cells)]);
    if (bytes > 0 && bytes + own > bytesMax) {
      pieces.push([]);
      bytes = 0;
    }
    pieces.at(-1)?.push(cells);
    bytes += own;
  }
  return pieces.map((piece): readonly Element[] => [
    {
      type: "Table",
      ...(isWide ? { targetWidth: "atLeast:Standard" } : {}),
      firstRowAsHeader: true,
      columns: kept.map(() => ({ width: 1 }) as const),
      rows: [head, ...piece.map(rowOf)],
    },
    ...piece.flatMap(blockOf),
  ]);
};

/** What the row is of stands first, then each column with what it says. */
const drawRowAsBlock = (columns: readonly string[], cells: readonly Text[], mentions: Mentions): Container => ({
  type: "Container",
  separator: true,
  targetWidth: "atMost:Narrow",
  items: cells.flatMap((cell, index) => {
    const said = index === 0 ? cell.map(embolden) : [plain(`${columns[index] ?? ""}: `), ...cell];
    return drawText(said, mentions).map((line) => (index === 0 ? line : ({ ...line, spacing: "None" } as const)));
  }),
});

const embolden = (span: Text[number]): Text[number] => (span.type === "plain" ? strong(span.text) : span);

/** What a part takes when it is sent, in bytes of UTF-8. */
export const bytesOf = (part: unknown): number => Buffer.byteLength(JSON.stringify(part));
