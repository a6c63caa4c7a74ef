/** Keeps what a viewer was told true: what can no longer be pressed isn't offered any more. */
import type { Action } from "../../../src/cards/action.ts";
import type { Block, Card } from "../../../src/cards/card.ts";
import type { Message } from "../protocol.ts";

/** The card without buttons of rounds that no card in the room offers any more. */
export const stillOpen = (card: Card, messages: readonly Message[]): Card => {
  const open = new Set(
    messages.flatMap(({ body }) => (body.type === "card" ? body.card.blocks.flatMap(roundsOf) : [])),
  );
  const blocks = card.blocks.flatMap((block): readonly Block[] => {
    if (block.type !== "buttons") return [block];
    const buttons = block.buttons.filter(({ action }) => roundOf(action).every((round) => open.has(round)));
    return buttons.length === 0 ? [] : [{ ...block, buttons }];
  });
  return { ...card, blocks };
};

const roundsOf = (block: Block): readonly string[] =>
  block.type === "buttons" ? block.buttons.flatMap(({ action }) => roundOf(action)) : [];

/** The open round that a button is about; none for what needs no open round. */
const roundOf = (action: Action): readonly string[] =>
  action.type === "ask-response" || action.type === "stay" ? [`${action.session} ${action.round}`] : [];
