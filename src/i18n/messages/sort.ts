/** What sorting says: the form, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

type Words =
  | "routes"
  | "items"
  | "chooseOne"
  | "nobody"
  | "splitTitle"
  | "splitHint"
  | "sameTitle"
  | "item"
  | "team"
  | "pack"
  | "why";

export type SortMessages = Readonly<Record<Words, string>> & {
  readonly kind: KindMessages;
  readonly tooFew: (args: { count: number }) => string;
  readonly responded: (args: { count: number }) => string;
  /** How many items more than half of the team sent where the pack does. */
  readonly matches: (args: { count: number; of: number }) => string;
  readonly asked: AskedWords;
};
