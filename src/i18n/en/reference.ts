import type { ReferenceMessages } from "../messages/reference.ts";

export const reference: ReferenceMessages = {
  kind: {
    one: "Reference card",
    about: "Something to read; nobody is asked anything. 3 minutes",
    inTurn: "Reference cards, in turn",
  },
};
