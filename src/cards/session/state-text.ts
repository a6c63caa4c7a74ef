/** Where a session stands, in a few words. */
import type { Translator } from "../../i18n/translator.ts";
import { over } from "../../session/permission.ts";
import type { Session } from "../../session/session.ts";

/** The round and its state; once nothing can be responded to any more, the state alone. */
export const stateText = ({ round, state }: Pick<Session, "round" | "state">, t: Translator): string => {
  const say = t.messages.session;
  return over.includes(state) ? say.state[state] : `${say.round({ round })} · ${say.state[state]}`;
};
