/**
 * What the facilitators are told when a message of their session stays out: what happened, and what
 * they can do.
 */

import { openFrozen } from "../activities/kinds.ts";
import type { Card } from "../cards/card.ts";
import type { Translator } from "../i18n/translator.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Session } from "../session/session.ts";
import type { Delivery, Settlement } from "../store/port/delivery.ts";
import { plain, type Text, words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Context, translatorIn } from "./context.ts";

/** Who is told, and what. */
export type UndeliveredTold = { readonly people: readonly string[]; readonly card: Card };

/** Undefined when nothing stays out, and when nobody can be reached any more. */
export const drawUndelivered = async (
  context: Context,
  delivery: Delivery,
  settlement: Settlement,
): Promise<UndeliveredTold | undefined> => {
  const { workspace, session } = delivery;
  const found = await context.store.in(workspace).loadSession(session);
  if (found === undefined) return undefined;
  const t = translatorIn(context, workspace, found.settings.language);
  const say = t.messages.session.undelivered;
  if (settlement.type === "gone" && isRoot(delivery)) await callOff(context, delivery);
  const told = sentenceFor(say, codeOf(settlement));
  if (told === undefined) return undefined;
  return {
    people: found.facilitators.filter((person) => !isForgotten(person)),
    card: { title: words(say.title), blocks: [{ type: "paragraph", text: [...titleOf(found, t), plain(told)] }] },
  };
};

/** Nothing of the session stands where its root was to be posted, so that nobody can see it. */
const isRoot = ({ slot, message }: Delivery): boolean => slot === "case" && message === null;

/** Else it would stay open in everyone's lists. */
const callOff = async (context: Context, { workspace, session }: Delivery): Promise<void> => {
  const request = { workspace, session, asker: { type: "clock" }, intent: `unseen/${session}` } as const;
  await applyCommand(context, request, async () => ({ type: "cancel" }));
};

/** What can't be drawn may be unable to say its title too; the rest is told all the same. */
const titleOf = ({ activity }: Session, t: Translator): Text => {
  try {
    return [...openFrozen(activity).title(t), plain(" — ")];
  } catch {
    return [];
  }
};

const codeOf = (settlement: Settlement): string => {
  switch (settlement.type) {
    case "gone":
      return settlement.why;
    case "drawn":
    case "posted-in-part":
      return settlement.mayLackParts ? "uncertain" : settlement.type;
    case "retry":
    case "undrawn":
    case "uncertain":
      return settlement.type;
    default:
      return settlement satisfies never;
  }
};

const sentenceFor = (say: Readonly<Record<string, string>>, code: string): string | undefined =>
  ["uncertain", "channel-gone", "message-gone", "not-a-member", "not-drawable"].includes(code) ? say[code] : undefined;
