/**
 * Text as data: a list of spans. What people typed is always a plain span, so there is no markup to
 * escape in the core; each adapter escapes what it draws.
 */

export type Span =
  | { readonly type: "plain"; readonly text: string }
  | { readonly type: "strong"; readonly text: string }
  | { readonly type: "emphasis"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "link"; readonly text: string; readonly url: string }
  /** A person, by the id their platform knows them by; the adapter shows the name. */
  | { readonly type: "mention"; readonly person: string }
  /** An instant in UTC milliseconds, shown in the reader's own zone. */
  | { readonly type: "time"; readonly at: number };

export type Text = readonly Span[];

export const plain = (text: string): Span => ({ type: "plain", text });
export const strong = (text: string): Span => ({ type: "strong", text });
export const mention = (person: string): Span => ({ type: "mention", person });
export const time = (at: number): Span => ({ type: "time", at });

/** A text of one plain span. */
export const words = (text: string): Text => [plain(text)];

/**
 * Makes text well-formed and drops U+0000, which PostgreSQL refuses. Every adapter does this to all
 * it receives, before anything is hashed, compared or stored.
 */
export const wellFormed = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/** Joins texts with a separator between them. */
export const join = (texts: readonly Text[], separator: string): Text =>
  texts.flatMap((text, index) => (index === 0 ? text : [plain(separator), ...text]));
