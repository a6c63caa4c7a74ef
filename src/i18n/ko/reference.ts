import type { ReferenceMessages } from "../messages/reference.ts";

export const reference: ReferenceMessages = {
  kind: { one: "참고 카드", inTurn: "참고 카드를 번갈아" },
};
