/** Draws a card as messages of Block Kit: one, or several where it is too long for one. */
import { formatAction } from "../../../src/cards/action.ts";
import type { Block, Button, Card } from "../../../src/cards/card.ts";
import { cardInALine, plainText } from "../../../src/cards/plain.ts";
import { lengthOf } from "../../../src/text/cut.ts";
import { present } from "../../../src/text/present.ts";
import { plain, strong, type Text, words } from "../../../src/text/text.ts";
import { limits } from "../limits.ts";
import { names } from "../names.ts";
import { list, rich, type SlackBlock, type SlackButton, section, type TableCell } from "./blocks.ts";
import { drawChart, drawLine } from "./draw-chart.ts";
import { drawElements, drawNotification, drawPlain, drawTitle } from "./draw-text.ts";

/** What one message shows, and the words of its notification. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly SlackBlock[] };

/** Ids mean nothing to a reader, and a mention here would call people a second time. */
const unnamed = (): string => "…";

/** A card as messages, in order; there is always one. */
export const drawCard = (card: Card): readonly SlackMessage[] => {
  const drawn = drawBlocks(card);
  const text = drawNotification(cardInALine(card, unnamed));
  const pages = paginate(drawn);
  return pages.map((blocks, index) => ({
    text: index === 0 ? text : drawNotification(`${plainText(card.title)} ${index + 1}/${pages.length}`),
    blocks,
  }));
};

/** The button by which a person says their words once more. */
export const drawAgain = (label: string, words: string): SlackBlock => ({
  type: "actions",
  elements: [
    {
      type: "button",
      action_id: names.again,
      text: drawPlain(label, limits.button.textMax),
      value: words,
      style: "primary",
    },
  ],
});

/**
 * The same messages without the blocks that Slack may refuse; their figures stand in words beside
 * them.
 */
export const withoutCharts = (messages: readonly SlackMessage[]): readonly SlackMessage[] =>
  messages.map(({ text, blocks }) => ({ text, blocks: blocks.filter(({ type }) => type !== "data_visualization") }));

/** All blocks of a card, each button with an id that is unique in it. */
const drawBlocks = (card: Card): readonly SlackBlock[] => {
  const buttons = buttonsOf(card.blocks);
  return [
    { type: "header", text: drawTitle(card.title, limits.header.textMax) },
    ...card.blocks.flatMap((block, index) => drawBlock(block, buttons, card.blocks[index - 1])),
  ];
};

/**
 * Blocks that stand in a view beside others. Charts and tables are drawn in messages alone, so that
 * their figures stand here in words.
 */
export const drawPart = (blocks: readonly Block[], nextId = countButtons()): readonly SlackBlock[] => {
  const buttons = buttonsOf(blocks, nextId);
  return blocks
    .flatMap((block, index) => drawBlock(inWords(block), buttons, blocks[index - 1]))
    .filter(({ type }) => type !== "data_visualization");
};

const inWords = (block: Block): Block => {
  if (block.type !== "table") return block;
  const items = block.rows.map(
    (row): Text =>
      row.flatMap((cell, index) => [plain(`${index === 0 ? "" : " · "}${block.columns[index] ?? ""}: `), ...cell]),
  );
  return { type: "list", ordered: false, items };
};

/** What the buttons of a card know of each other. */
type Buttons = {
  readonly nextId: () => string;
  /** Whether another button of the card says the same. */
  readonly isRepeated: (label: string) => boolean;
};

const countButtons = (): (() => string) => {
  let buttons = 0;
  return () => `press:${buttons++}`;
};

const buttonsOf = (blocks: readonly Block[], nextId = countButtons()): Buttons => {
  const labels = blocks.flatMap((block) => (block.type === "buttons" ? block.buttons.map(({ label }) => label) : []));
  return { nextId, isRepeated: (label) => labels.filter((one) => one === label).length > 1 };
};

const paginate = (blocks: readonly SlackBlock[]): readonly (readonly SlackBlock[])[] => {
  const pages: SlackBlock[][] = [];
  let page: SlackBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    const blockLength = lengthOfBlock(block);
    const tooMany = page.length === limits.message.blocksMax;
    const tooLong = page.length > 0 && length + blockLength > limits.message.lengthMax;
    const repeated = onlyOnce(block, page);
    if (tooMany || tooLong || repeated) {
      pages.push(page);
      page = [];
      length = 0;
    }
    page.push(block);
    length += blockLength;
  }
  return [...pages, page];
};

const onlyOnce = (block: SlackBlock, page: readonly SlackBlock[]): boolean => {
  const count = page.filter(({ type }) => type === block.type).length;
  if (block.type === "table") return count >= limits.table.perMessageMax;
  return block.type === "data_visualization" && count >= limits.chart.perMessageMax;
};

/** How long a drawn block counts; what it holds is bounded, so that its JSON is a fair measure. */
const lengthOfBlock = (block: SlackBlock): number => JSON.stringify(block).length / 2;

const drawBlock = (block: Block, buttonsOfCard: Buttons, before: Block | undefined): readonly SlackBlock[] => {
  switch (block.type) {
    case "heading":
      return [{ type: "header", text: drawTitle(block.text, limits.header.textMax) }];
    case "paragraph":
      return [rich(section(block.text))];
    case "note":
      return [drawNote(block.text)];
    case "facts":
      return block.facts.map((fact) =>
        fact.values.length === 1
          ? rich(section([strong(fact.label), plain("  "), ...(fact.values[0] ?? [])]))
          : rich(section([strong(fact.label)]), list(fact.values, "bullet")),
      );
    case "list":
      return block.items.length === 0 ? [] : [rich(list(block.items, block.ordered ? "ordered" : "bullet"))];
    case "quote":
      return [
        rich(...(block.by === undefined ? [] : [section(block.by)]), {
          type: "rich_text_quote",
          elements: drawElements(block.text),
        }),
      ];
    case "code":
      return [rich({ type: "rich_text_preformatted", elements: drawElements(words(block.text)) })];
    case "chart":
      return drawChart(block.chart);
    case "line":
      return drawLine(block.line);
    case "flow":
      return [
        { type: "header", text: drawPlain(block.flow.title, limits.header.textMax) },
        ...(block.flow.paths.length === 0 ? [] : [rich(list(block.flow.paths, "bullet"))]),
      ];
    case "table":
      return drawTable(block.columns, block.rows);
    case "buttons":
      return chunk(block.buttons, limits.actions.elementsMax).map((buttons) => ({
        type: "actions",
        elements: buttons.map((button) => drawButton(button, buttonsOfCard, before)),
      }));
    case "divider":
      return [{ type: "divider" }];
    default:
      return block satisfies never;
  }
};

/** Small print takes no rich text; one that names people or instants is drawn as a paragraph. */
const drawNote = (text: Text): SlackBlock =>
  text.every(({ type }) => type === "plain") && lengthOf(text) <= limits.text.textMax
    ? { type: "context", elements: [drawTitle(text, limits.text.textMax)] }
    : rich(section(text));

/** Beside which words a button stands: to the ear they are far away. */
const spokenWith = (label: string, before: Block | undefined): string | undefined =>
  before?.type === "paragraph"
    ? drawPlain(`${label}: ${plainText(before.text, unnamed)}`, limits.button.accessibleMax).text
    : undefined;

const drawButton = (
  { label, action, style, confirm }: Button,
  { nextId, isRepeated }: Buttons,
  before: Block | undefined,
): SlackButton => ({
  type: "button",
  action_id: nextId(),
  text: drawPlain(label, limits.button.textMax),
  value: formatAction(action),
  ...present({
    style,
    accessibility_label: isRepeated(label) ? spokenWith(label, before) : undefined,
    confirm:
      confirm === undefined
        ? undefined
        : {
            title: drawPlain(label, limits.confirm.titleMax),
            text: drawPlain(confirm.question, limits.confirm.textMax),
            confirm: drawPlain(confirm.yes, limits.confirm.buttonMax),
            deny: drawPlain(confirm.no, limits.confirm.buttonMax),
          },
  }),
});

const drawTable = (columns: readonly string[], rows: readonly (readonly Text[])[]): readonly SlackBlock[] => {
  const cell = (text: Text): TableCell =>
    text.every(({ type }) => type === "plain" || type === "strong")
      ? { type: "raw_text", text: drawTitle(text, limits.text.textMax).text }
      : { type: "rich_text", elements: [section(text)] };
  const shown = [columns.map(words), ...rows].slice(0, limits.table.rowsMax);
  const column_settings = columns.slice(0, limits.table.columnsMax).map(() => ({ is_wrapped: true }) as const);
  return [
    { type: "table", rows: shown.map((row) => row.slice(0, limits.table.columnsMax).map(cell)), column_settings },
  ];
};

const chunk = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
