/** What the facilitators are told when a message of their session stays out: what happened, and what they can do. */

import { openFrozen } from "../activities/kinds.ts";
import type { TroubleTold } from "../delivery/outbox.ts";
import { translatorFor } from "../i18n/translator.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Delivery, Settlement } from "../store/store.ts";
import { plain, words } from "../text/text.ts";
import type { Context } from "./context.ts";

/** Undefined when nothing stays out, and when nobody can be reached any more. */
export const drawTrouble = async (
  { store }: Context,
  { workspace, session }: Delivery,
  settlement: Settlement,
): Promise<TroubleTold | undefined> => {
  const found = await store.in(workspace).loadSession(session);
  if (found === undefined) return undefined;
  const t = translatorFor(found.settings.language);
  const say = t.messages.session.trouble;
  const told = troubleIn(say, codeOf(settlement));
  if (told === undefined) return undefined;
  const title = openFrozen(found.activity).title(t);
  return {
    people: found.facilitators.filter((person) => !isForgotten(person)),
    card: { title: words(say.title), blocks: [{ type: "paragraph", text: [...title, plain(" — "), plain(told)] }] },
  };
};

const codeOf = (settlement: Settlement): string => {
  switch (settlement.type) {
    case "gone":
      return settlement.why;
    case "drawn":
    case "partly":
      return settlement.unsure ? "uncertain" : settlement.type;
    case "retry":
    case "uncertain":
      return settlement.type;
    default:
      return settlement satisfies never;
  }
};

const troubleIn = (say: Readonly<Record<string, string>>, code: string): string | undefined =>
  ["uncertain", "channel-gone", "message-gone", "not-a-member"].includes(code) ? say[code] : undefined;
