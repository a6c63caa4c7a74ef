/**
 * Draws the App Home. Each entry's buttons carry the channel they act in, which is checked again
 * when one comes back.
 */
import type { Home } from "../../../src/requests/home.ts";
import { limits } from "../limits.ts";
import type { SlackBlock } from "./blocks.ts";
import { drawPart } from "./draw-card.ts";
import { drawPlain, type PlainObject } from "./draw-text.ts";

type Placed = SlackBlock & { readonly block_id?: string };
type Option = { readonly text: PlainObject; readonly value: string };

export type HomeView = {
  readonly type: "home";
  readonly blocks: readonly (Placed | LanguageBlock)[];
};

type LanguageBlock = {
  readonly type: "section";
  readonly text: PlainObject;
  readonly accessory: {
    readonly type: "static_select";
    readonly action_id: "language";
    readonly options: readonly Option[];
    readonly initial_option: Option;
  };
};

const channelPrefix = "in:";

/** Blocks whose buttons act in a channel though they stand elsewhere; `from` numbers them. */
export const placeBlocks = (blocks: readonly SlackBlock[], channel: string, from = 0): readonly Placed[] =>
  blocks.map((block, index) => ({ ...block, block_id: `${channelPrefix}${channel}:${from + index}` }));

/** Stands for a channel that the form still has to ask for. */
export const channelOpen = "";

export const drawHome = (home: Home): HomeView => {
  let drawn = 0;
  const nextId = (): string => `press:${drawn++}`;
  const begin = drawPart([{ type: "buttons", buttons: home.begin }], nextId).map((block) => ({
    ...block,
    block_id: `${channelPrefix}${channelOpen}:${drawn++}`,
  }));
  const blocks = home.sections.flatMap(({ title, entries, empty }): readonly Placed[] => [
    ...drawPart([{ type: "heading", text: [{ type: "plain", text: title }] }]),
    ...(entries.length === 0 ? drawPart([{ type: "note", text: [{ type: "plain", text: empty }] }]) : []),
    ...entries.flatMap(({ channel, blocks }) =>
      drawPart(blocks, nextId).map((block) => ({ ...block, block_id: `${channelPrefix}${channel}:${drawn++}` })),
    ),
  ]);
  const shown = [...begin, ...blocks].slice(0, limits.view.blocksMax - 1);
  return { type: "home", blocks: [...shown, drawLanguage(home.language)] };
};

/** The home of somebody who may not take part. */
export const drawRefusedHome = (refusal: string): HomeView => ({
  type: "home",
  blocks: drawPart([{ type: "paragraph", text: [{ type: "plain", text: refusal }] }]),
});

/** The channel a button of the home stands for; undefined for anything else. */
export const channelOfBlock = (blockId: string): string | undefined =>
  blockId.startsWith(channelPrefix) ? blockId.slice(channelPrefix.length).split(":")[0] : undefined;

const drawLanguage = ({ label, value, options }: Home["language"]): LanguageBlock => {
  const drawn = options.map((option) => ({ text: drawPlain(option.label, limits.option.textMax), value: option.id }));
  const initial = drawn.find((option) => option.value === value) ?? { text: drawPlain(value, 75), value };
  return {
    type: "section",
    text: drawPlain(label, limits.text.textMax),
    accessory: { type: "static_select", action_id: "language", options: drawn, initial_option: initial },
  };
};
