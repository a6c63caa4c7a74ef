/** What is said of reference cards; all they say themselves is their pack's. */
import type { KindMessages } from "./kind.ts";

export type ReferenceMessages = { readonly kind: KindMessages };
