/** What a card says on a lock screen. */
import { expect, test } from "vitest";
import { cardInALine } from "../../src/cards/plain.ts";
import { mention, plain, words } from "../../src/text/text.ts";

test("a notification is one line: the title and the first sentence, no button and nothing else", () => {
  const blocks = [
    { type: "note", text: words("a note") },
    { type: "paragraph", text: [plain("Most chosen:\nRAG, says "), mention("U1")] },
    { type: "paragraph", text: words("more") },
    { type: "buttons", buttons: [{ label: "Reveal", action: { type: "ask-start" } }] },
  ] as const;
  expect(cardInALine({ title: words("The reveal"), blocks }, () => "…")).toBe("The reveal · Most chosen: RAG, says @…");
  expect(cardInALine({ title: words("Alone"), blocks: [] })).toBe("Alone");
});
