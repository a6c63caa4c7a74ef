/** Takes the answer to a file that was offered: once a person agrees, it is uploaded. */
import type { Card } from "../../src/cards/card.ts";
import type { Origin } from "../../src/requests/request.ts";
import { plain } from "../../src/text/text.ts";
import type { TurnAnswer } from "./bot-framework.ts";
import type { Files } from "./files.ts";
import { teamsMessages } from "./messages/speak.ts";
import { type SayParts, say } from "./say.ts";
import { patiently } from "./sender.ts";
import type { Turn } from "./turn.ts";

type ConsentParts = SayParts & { readonly files: Files; readonly later: (say: () => Promise<void>) => void };

/** Answered at once; the upload takes its time. */
export const takeConsent = (work: ConsentParts, turn: Turn, origin: Origin): TurnAnswer => {
  const { person, where } = turn;
  if (person !== undefined && where.kind === "personal")
    work.later(async () => {
      const taken = await work.files.take(person, turn.value);
      if (taken.type === "uploaded")
        await patiently(() => work.sender.post({ to: where }, { activity: taken.message }));
      if (taken.type !== "lost") return;
      const card: Card = { title: [plain(teamsMessages(origin.language).fileLost)], blocks: [] };
      await say(work, origin, where, undefined, { type: "card", card }, { do: "show" });
    });
  return { status: 200, body: {} };
};
