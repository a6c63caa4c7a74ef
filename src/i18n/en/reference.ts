import type { ReferenceMessages } from "../messages/reference.ts";

export const reference: ReferenceMessages = {
  kind: { one: "Reference card", inTurn: "Reference cards, in turn" },
};
