/**
 * Staying with an earlier response in one press: it becomes a response of the open round, equal to
 * what it was.
 */
import { openFrozen } from "../activities/kinds.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import { present } from "../text/present.ts";
import { words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, loadSessionFor, refuse } from "./context.ts";
import { everyoneIn, participantFor } from "./participant.ts";
import type { Reply } from "./request.ts";
import { loadStanding } from "./standing-response.ts";
import { refuseLate } from "./too-late.ts";

type AskedRound = { readonly session: string; readonly round: number };

/**
 * Pressed again, or by somebody who has answered the round already, it changes nothing and says the
 * same.
 */
export const stay = async (asking: Asking, asked: AskedRound): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, asked.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const { round } = asked;
  let answer: unknown;
  const commandFor = async (current: Session, store: WorkspaceStore): Promise<SessionCommand | Refusal> => {
    const participant = await participantFor(current, origin.person, store);
    if (participant === undefined) return { code: "round-over", round, open: null };
    const standing = await loadStanding(store, current, participant);
    if (standing === undefined) return { code: "nothing-to-stay-with" };
    answer = standing.answer;
    if (!standing.kept) return { code: "already-answered" };
    const { edition } = current.changes;
    const everyone = await everyoneIn(current, store);
    return { type: "respond", round, participant, seen: 0, current: 0, edition, answer, ...present({ everyone }) };
  };
  const asker = { type: "person", person: origin.person } as const;
  const request = { workspace: origin.workspace, session: session.id, asker, intent: origin.intent };
  const applied = await applyCommand(context, request, commandFor);
  const stood = applied.type === "applied" || applied.refusal.code === "already-answered";
  if (stood) return confirm(session, round, answer, t);
  if (applied.refusal.code !== "round-over") return refuse(applied.refusal, t);
  const now = (await loadSessionFor(context, origin, session.id)) ?? session;
  return refuseLate(asking, now, { type: "pressed", round });
};

const confirm = ({ id, activity }: Session, round: number, answer: unknown, t: Translator): Reply => {
  const { standing, recorded } = t.messages.session;
  const change = { label: recorded.change, action: { type: "ask-response", session: id, round } } as const;
  return {
    type: "card",
    card: {
      title: words(standing.stayed),
      blocks: [...openFrozen(activity).confirmation(answer, t), { type: "buttons", buttons: [change] }],
    },
  };
};
