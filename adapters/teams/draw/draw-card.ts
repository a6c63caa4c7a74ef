/**
 * Draws a card as an Adaptive Card: as one of its pages where it is too long for Teams, with as
 * many actions as the store's rules allow.
 */
import type { Block, Button, Card } from "../../../src/cards/card.ts";
import { plainText } from "../../../src/cards/plain.ts";
import type { Translator } from "../../../src/i18n/translator.ts";
import type { CardData, CardSource } from "../card-data.ts";
import { limits } from "../limits.ts";
import type { MentionEntity, Named } from "../mentions.ts";
import { teamsMessages } from "../messages/speak.ts";
import {
  type ActionElement,
  type DrawnAction,
  drawAction,
  drawActions,
  drawButton,
  drawChooser,
  type PlacedButton,
} from "./draw-action.ts";
import { bytesOf, drawBlock, type Element } from "./draw-block.ts";
import { drawHeading, drawPlain } from "./draw-text.ts";

export type AdaptiveCard = {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly speak?: string;
  readonly body: readonly (Element | ActionElement)[];
  /** Whose client asks at once for a view of their own. */
  readonly refresh?: { readonly action: DrawnAction; readonly userIds: readonly string[] } | undefined;
  readonly msteams: { readonly width: "Full"; readonly entities?: readonly MentionEntity[] | undefined };
};

export type Frame = {
  readonly t: Translator;
  readonly named: Named;
  /** Names this drawing: what is pressed on it twice is meant once. */
  readonly nonce: string;
  /** What the card came from, for its other pages. */
  readonly source: CardSource;
  readonly page?: number | undefined;
  /** Where a way back leads; absent where the card is what one would come back to. */
  readonly back?: CardSource | undefined;
  /** Who gets a view of their own of a card that all see. */
  readonly refreshFor?: readonly string[] | undefined;
};

/** What is drawn together: elements, or buttons with the words before them. */
type Piece = {
  readonly elements: readonly Element[];
  readonly buttons: readonly PlacedButton[];
  /** What a menu has beside its first buttons; it stands on a page of its own. */
  readonly more?: true;
};

export const drawCard = (card: Card, frame: Frame): AdaptiveCard => {
  const pages = paginate(withMore(piecesOf(card, frame)), roomIn(frame));
  const number = Math.min(frame.page ?? 1, pages.length);
  const hasMore = pages[number]?.[0]?.more === true;
  const navigation = navigate(frame, number, pages.length, hasMore);
  const body = [
    ...drawPieces(pages[number - 1] ?? [], frame, limits.card.actionsMax - navigation.length),
    ...drawActions(navigation),
  ];
  return assemble(
    body,
    plainText(card.title, () => "…"),
    frame,
  );
};

/** Puts the frame of every card around a body. */
export const assemble = (
  body: AdaptiveCard["body"],
  speak: string,
  { t, named, refreshFor = [] }: Pick<Frame, "t" | "named" | "refreshFor">,
): AdaptiveCard => {
  const entities = named.entitiesIn(JSON.stringify(body));
  const userIds = refreshFor.slice(0, limits.refresh.idsMax);
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    // Read as SSML, in which these signs are live.
    speak: drawPlain(speak.replaceAll(/[<>&]/gu, " "), limits.text.summaryMax),
    body,
    refresh:
      userIds.length === 0
        ? undefined
        : { action: drawAction(teamsMessages(t.language).refresh, { do: "show", page: 1 }), userIds },
    msteams: { width: "Full", entities: entities.length === 0 ? undefined : entities },
  };
};

/** The source of a card, at one of its pages. */
export const dataOf = (source: CardSource, page: number): CardData => ({ ...source, page });

const piecesOf = (card: Card, { named }: Frame): readonly Piece[] => {
  const pieces: Piece[] = [{ elements: drawHeading(card.title, named.mentions, "Large"), buttons: [] }];
  let beside = "";
  for (const block of card.blocks) {
    if (block.type === "buttons") {
      const placed = block.buttons.map((button) => ({ button, beside }));
      pieces.push({ elements: [], buttons: placed });
    } else {
      beside = wordsBeside(block);
      for (const elements of drawBlock(block, named.mentions)) pieces.push({ elements, buttons: [] });
    }
  }
  return pieces;
};

/**
 * Of a menu's many buttons the first ones stay, beside a way to the others. What people choose from
 * stays on one page.
 */
const withMore = (pieces: readonly Piece[]): readonly Piece[] => {
  const menu = pieces.find(({ buttons }) => buttons.length > limits.card.actionsMax && !buttons.some(isOption));
  if (menu === undefined) return pieces;
  const beside = pieces.some((piece) => piece !== menu && piece.buttons.length > 0) ? 2 : 1;
  const kept = limits.card.actionsMax - beside;
  return [
    ...pieces.map((piece) => (piece === menu ? { ...piece, buttons: piece.buttons.slice(0, kept) } : piece)),
    { elements: [], buttons: menu.buttons.slice(kept), more: true },
  ];
};

const wordsBeside = (block: Block): string =>
  block.type === "paragraph" || block.type === "heading" ? plainText(block.text, () => "…") : "";

/**
 * A button counts as a choice does, with what it may stand beside: those that are drawn as actions
 * have room of their own.
 */
const weightOf = ({ elements, buttons }: Piece): number =>
  bytesOf(elements) + buttons.reduce((sum, { button, beside }) => sum + bytesOf(button.label + beside) + 240, 0);

/** The bytes a page's body may take, when everything around it is as long as it can be. */
const roomIn = ({ named, refreshFor = [] }: Frame): number => {
  const around = bytesOf(named.entities) + bytesOf(refreshFor.slice(0, limits.refresh.idsMax));
  return Math.max(limits.page.bytesMin, limits.card.bytesMax - limits.page.besideMax - around);
};

const paginate = (pieces: readonly Piece[], bytesMax: number): readonly (readonly Piece[])[] => {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let weight = 0;
  for (const piece of pieces) {
    const own = weightOf(piece);
    // Buttons stay with what they stand beside.
    const isFull = page.length > 1 && weight + own > bytesMax && piece.elements.length > 0;
    if (isFull || piece.more === true) {
      pages.push(page);
      page = [];
      weight = 0;
    }
    page.push(piece);
    weight += own;
  }
  return [...pages, page];
};

const navigate = (
  { t, source, back }: Frame,
  page: number,
  pages: number,
  hasMore: boolean,
): readonly DrawnAction[] => {
  const say = teamsMessages(t.language);
  return [
    ...(page > 1 ? [drawAction(say.previous, dataOf(source, page - 1))] : []),
    ...(page < pages
      ? [drawAction(hasMore ? say.more : say.next({ page: page + 1, pages }), dataOf(source, page + 1))]
      : []),
    ...(back === undefined ? [] : [drawAction(say.back, dataOf(back, 1))]),
  ];
};

/**
 * Draws all buttons where there is room for them; else the first ones, as long as they leave room
 * for a list of the others.
 */
const drawPieces = (
  page: readonly Piece[],
  { t, nonce }: Frame,
  room: number,
): readonly (Element | ActionElement)[] => {
  const count = page.reduce((sum, { buttons }) => sum + buttons.length, 0);
  // On a phone buttons beside each other are cut; what people choose from is read whole.
  const drawn = (buttons: readonly PlacedButton[]) =>
    [buttons.filter(isOption).map((one) => [one]), [buttons.filter((one) => !isOption(one))]]
      .flat()
      .flatMap((row) => drawActions(row.map(({ button }) => drawButton(button, nonce))));
  if (count <= room) return page.flatMap(({ elements, buttons }) => [...elements, ...drawn(buttons)]);
  const first = page.find(({ buttons }) => buttons.length > 1 && buttons.length < room);
  const crowded = page.flatMap((piece) => (piece === first ? [] : piece.buttons));
  return [
    ...page.flatMap((piece) => [...piece.elements, ...(piece === first ? drawn(piece.buttons) : [])]),
    ...drawChooser(crowded, nonce, teamsMessages(t.language)),
  ];
};

const isOption = ({ button: { action } }: PlacedButton): boolean =>
  action.type === "ask-response" && action.option !== undefined;

/** A question before a step that can't be taken back, with both answers. */
export const drawQuestion = (
  { action, confirm, style }: Button & { readonly confirm: NonNullable<Button["confirm"]> },
  frame: Frame,
): AdaptiveCard => {
  const yes: Button = { label: confirm.yes, action, style };
  const text = [{ type: "plain", text: confirm.question }] as const;
  const body = [
    ...drawHeading(text, frame.named.mentions, "Medium"),
    ...drawActions([drawButton(yes, frame.nonce), drawAction(confirm.no, dataOf(frame.back ?? frame.source, 1))]),
  ];
  return assemble(body, confirm.question, frame);
};

/**
 * The same card without what a client or a channel may refuse to show; its figures stand in words.
 */
export const withoutCharts = (card: AdaptiveCard): AdaptiveCard => ({
  ...card,
  body: card.body.map((element) => (element.type === "Chart.HorizontalBar" ? element.fallback : element)),
});
