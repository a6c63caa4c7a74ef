/**
 * Draws the actions of cards: Action.Execute with a fallback for clients that only know
 * Action.Submit.
 */
import { formatAction } from "../../../src/cards/action.ts";
import type { Button } from "../../../src/cards/card.ts";
import { type CardData, formatChosen } from "../card-data.ts";
import { limits } from "../limits.ts";
import { drawPlain } from "./draw-text.ts";

type Style = "positive" | "destructive";

type Submit = {
  readonly type: "Action.Submit";
  readonly title: string;
  readonly data: CardData;
  readonly style?: Style | undefined;
  readonly associatedInputs?: "none" | undefined;
};

export type DrawnAction = {
  readonly type: "Action.Execute";
  readonly title: string;
  readonly verb: CardData["do"];
  readonly data: CardData;
  readonly style?: Style | undefined;
  readonly associatedInputs?: "none" | undefined;
  readonly fallback: Submit;
};

type Choices = {
  readonly type: "Input.ChoiceSet";
  readonly id: "chosen";
  readonly label: string;
  readonly style: "compact";
  readonly isRequired: true;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
};

type ActionSet = { readonly type: "ActionSet"; readonly actions: readonly DrawnAction[] };
export type ActionElement = ActionSet | Choices;

/** `inputs`: what is filled in goes with it. */
export const drawAction = (
  title: string,
  data: CardData,
  { style, inputs = false }: { readonly style?: Style | undefined; readonly inputs?: boolean } = {},
): DrawnAction => {
  const shown = {
    title: drawPlain(title, limits.button.titleMax),
    data,
    style,
    associatedInputs: inputs ? undefined : ("none" as const),
  };
  return { type: "Action.Execute", verb: data.do, ...shown, fallback: { type: "Action.Submit", ...shown } };
};

/**
 * One set shows five at most where a client has not set its own bound; six stand in two even rows.
 */
export const drawActions = (actions: readonly DrawnAction[]): readonly ActionSet[] => {
  const rows = Math.ceil(actions.length / limits.card.actionsPerSetMax);
  const size = Math.ceil(actions.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => ({
    type: "ActionSet",
    actions: actions.slice(row * size, (row + 1) * size),
  }));
};

const styles = { primary: "positive", danger: "destructive" } as const;

export const drawButton = ({ label, action, style, confirm }: Button, nonce: string): DrawnAction => {
  const named = formatAction(action);
  const data: CardData =
    confirm === undefined ? { do: "press", action: named, nonce, page: 1 } : { do: "ask", action: named };
  return drawAction(label, data, { style: style === undefined ? undefined : styles[style] });
};

/** A button with the words it stands beside, since its own may be those of its neighbours. */
export type PlacedButton = { readonly button: Button; readonly beside: string };

type ChooserWords = { readonly choose: string; readonly go: string };

/** The buttons that find no room, as one list to choose from. */
export const drawChooser = (
  placed: readonly PlacedButton[],
  nonce: string,
  say: ChooserWords,
): readonly ActionElement[] => [
  {
    type: "Input.ChoiceSet",
    id: "chosen",
    label: say.choose,
    style: "compact",
    isRequired: true,
    errorMessage: say.choose,
    choices: placed.map(({ button, beside }) => ({
      title: drawPlain(beside === "" ? button.label : `${button.label}: ${beside}`, limits.choice.titleMax),
      value: formatChosen(button.confirm === undefined ? "press" : "ask", formatAction(button.action)),
    })),
  },
  ...drawActions([drawAction(say.go, { do: "choose", nonce, chosen: "" }, { inputs: true })]),
];
