/**
 * What can be said in a session's thread, where no command can be typed: a word for a control, or
 * nothing to be shown the session.
 */

import { openFrozen } from "../activities/kinds.ts";
import type { SessionVerb } from "../cards/action.ts";
import type { Button } from "../cards/card.ts";
import { stateText } from "../cards/session/state-text.ts";
import { threadVerbNamed } from "../commands/command-words.ts";
import { isOpen } from "../session/decide.ts";
import { seesControls } from "../session/permission.ts";
import type { Session } from "../session/session.ts";
import { words } from "../text/text.ts";
import { type Asking, type Context, loadSessionFor, refuse } from "./context.ts";
import { pressOnSession } from "./facilitate.ts";
import type { Origin, Reply } from "./request.ts";

export const runInThread = async (asking: Asking, message: string | undefined, said: string): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await findSession(context, origin, message);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const verb = threadVerbNamed(said);
  if (verb === undefined) return showSession(asking, session);
  return pressOnSession(asking, { verb, session: session.id, round: session.round });
};

const findSession = async (
  context: Context,
  origin: Origin,
  message: string | undefined,
): Promise<Session | undefined> => {
  const store = context.store.in(origin.workspace);
  if (message === undefined) return (await store.listSessions({ channel: origin.channel, over: false, limit: 1 }))[0];
  const card = await store.findCardOfMessage(origin.channel, message);
  return card && loadSessionFor(context, origin, card.session);
};

/** What this person can do with the session, for them alone. */
const showSession = ({ context, origin, t }: Asking, session: Session): Reply => {
  const say = t.messages.session;
  const { id, round } = session;
  const open = isOpen(session, context.clock.now());
  const verb: SessionVerb = "controls";
  const buttons: readonly Button[] = [
    ...(open
      ? [{ label: say.respond, style: "primary", action: { type: "ask-response", session: id, round } } as const]
      : []),
    ...(seesControls(session, origin.person)
      ? [{ label: say.controls.title, action: { type: "on-session", verb, session: id, round } } as const]
      : []),
  ];
  return {
    type: "card",
    card: {
      title: openFrozen(session.activity).title(t),
      blocks: [
        { type: "paragraph", text: words(stateText(session, t)) },
        ...(buttons.length === 0 ? [] : [{ type: "buttons", buttons } as const]),
      ],
    },
  };
};
