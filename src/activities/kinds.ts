/** The kinds of activity, a line a kind. */
import type { OpenKind } from "./activity.ts";
import { scenario } from "./scenario.ts";

export const kinds: readonly OpenKind[] = [scenario];

/** The kind of that name; undefined when there is none. */
export const kindNamed = (name: string): OpenKind | undefined => kinds.find((kind) => kind.kind === name);
