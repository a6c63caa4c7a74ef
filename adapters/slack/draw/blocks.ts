/** The blocks of Block Kit that cards are drawn with, and how rich text is put together. */
import type { Text } from "../../../src/text/text.ts";
import { drawElements, type PlainObject, type RichElement } from "./draw-text.ts";

export type RichSection = { readonly type: "rich_text_section"; readonly elements: readonly RichElement[] };
export type RichPart =
  | RichSection
  | { readonly type: "rich_text_quote"; readonly elements: readonly RichElement[] }
  | { readonly type: "rich_text_preformatted"; readonly elements: readonly RichElement[] }
  | {
      readonly type: "rich_text_list";
      readonly style: "bullet" | "ordered";
      readonly elements: readonly RichSection[];
    };

export type SlackButton = {
  readonly type: "button";
  readonly action_id: string;
  readonly text: PlainObject;
  readonly value: string;
  readonly style?: "primary" | "danger";
  /** What it is of, where another button of the card says the same. */
  readonly accessibility_label?: string;
  readonly confirm?: {
    readonly title: PlainObject;
    readonly text: PlainObject;
    readonly confirm: PlainObject;
    readonly deny: PlainObject;
  };
};

/**
 * A cell that names people or instants is drawn as rich text, so that Slack shows them as it does
 * elsewhere.
 */
export type TableCell =
  | { readonly type: "raw_text"; readonly text: string }
  | { readonly type: "rich_text"; readonly elements: readonly RichSection[] };

export type SlackBlock =
  | { readonly type: "header"; readonly text: PlainObject }
  | { readonly type: "divider" }
  | { readonly type: "context"; readonly elements: readonly PlainObject[] }
  | { readonly type: "rich_text"; readonly elements: readonly RichPart[] }
  | { readonly type: "actions"; readonly elements: readonly SlackButton[] }
  | {
      readonly type: "table";
      readonly rows: readonly TableCell[][];
      /** Without it Slack cuts what doesn't fit a line. */
      readonly column_settings: readonly { readonly is_wrapped: true }[];
    }
  | {
      readonly type: "data_visualization";
      readonly title: string;
      readonly chart: {
        readonly type: "bar" | "line";
        readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
        readonly series: readonly {
          readonly name: string;
          readonly data: readonly { readonly label: string; readonly value: number }[];
        }[];
      };
    };

export const rich = (...elements: readonly RichPart[]): SlackBlock => ({ type: "rich_text", elements });
export const section = (text: Text): RichSection => ({ type: "rich_text_section", elements: drawElements(text) });
export const list = (items: readonly Text[], style: "bullet" | "ordered"): RichPart => ({
  type: "rich_text_list",
  style,
  elements: items.map(section),
});
