/**
 * A card is plain data, a projection of what is stored; adapters draw it. Buttons carry ids only.
 *
 * @example
 * const card: Card = {
 *   title: words("Which database?"),
 *   blocks: [{ type: "note", text: words("2 of 3 have responded") }],
 * };
 */
import type { Language } from "../i18n/languages.ts";
import type { Text } from "../text/text.ts";
import type { Action } from "./action.ts";
import type { Chart } from "./chart.ts";
import type { FlowChart } from "./flow-chart.ts";
import type { LineChart } from "./line-chart.ts";

export type Button = {
  readonly label: string;
  readonly action: Action;
  readonly style?: "primary" | "danger" | undefined;
  /** Asked before a step that can't be taken back. */
  readonly confirm?: { readonly question: string; readonly yes: string; readonly no: string } | undefined;
};

export type Block =
  | { readonly type: "heading"; readonly text: Text }
  | { readonly type: "paragraph"; readonly text: Text }
  /** Secondary information, drawn smaller. */
  | { readonly type: "note"; readonly text: Text }
  | { readonly type: "facts"; readonly facts: readonly Fact[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly Text[] }
  /** What one participant said, with who said it where that may be known. */
  | { readonly type: "quote"; readonly text: Text; readonly by?: Text }
  /** Kept as it is, line by line, in letters of one width. */
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "chart"; readonly chart: Chart }
  | { readonly type: "line"; readonly line: LineChart }
  | { readonly type: "flow"; readonly flow: FlowChart }
  | { readonly type: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly type: "buttons"; readonly buttons: readonly Button[] }
  | { readonly type: "divider" };

export type Fact = { readonly label: string; readonly values: readonly Text[] };

export type Card = {
  readonly title: Text;
  readonly blocks: readonly Block[];
  /** Where it is a reply in a thread: shown in the channel too, where the platform can. */
  readonly broadcast?: true;
  /** The session's title, for whoever sees the card elsewhere than beside it. */
  readonly about?: string;
  /** What it speaks, for what an adapter adds in words of its own. */
  readonly language?: Language;
};
