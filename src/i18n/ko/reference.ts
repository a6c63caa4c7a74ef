import type { ReferenceMessages } from "../messages/reference.ts";

export const reference: ReferenceMessages = {
  kind: {
    one: "참고 카드",
    about: "읽을거리입니다. 응답은 받지 않습니다. 3분",
    inTurn: "참고 카드를 번갈아",
  },
};
