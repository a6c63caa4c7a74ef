/**
 * What stands in a message now, as one person may see it: for platforms on which a shared card can
 * look different to each.
 */
import type { Block, Card } from "../cards/card.ts";
import { drawCardSlot } from "../cards/session/draw-card-slot.ts";
import type { Translator } from "../i18n/translator.ts";
import { parseCardSlot } from "../session/card-slot.ts";
import { isOpen } from "../session/decide.ts";
import { seesControls } from "../session/permission.ts";
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
import { present } from "../text/present.ts";
import { words } from "../text/text.ts";
import { type Context, loadView, translatorIn } from "./context.ts";
import { participantFor } from "./participant.ts";
import type { Origin } from "./request.ts";
import { loadStanding } from "./standing-response.ts";
import { timesOf } from "./trend.ts";

/**
 * The card, in the session's language like everyone's, with what concerns this person alone below;
 * undefined when the message is no card of the channel's sessions.
 */
export const showMessage = async (context: Context, origin: Origin, message: string): Promise<Card | undefined> => {
  const store = context.store.in(origin.workspace);
  const found = await store.findCardOfMessage(origin.channel, message);
  const session = found === undefined ? undefined : await store.loadSession(found.session);
  if (found === undefined || session?.channel !== origin.channel) return undefined;
  const slot = parseCardSlot(found.slot);
  const { person } = origin;
  if (slot.type === "controls" && slot.person !== person) return undefined;
  const t = translatorIn(context, origin.workspace, session.settings.language);
  const undelivered = slot.type === "controls" ? await context.store.listUndelivered(origin.workspace, session.id) : [];
  const view = await loadView(store, session, t);
  const times = slot.type === "reveal" ? await timesOf(context, session, view.responses, t) : undefined;
  const shared = drawCardSlot(slot, { ...view, ...present({ times }) }, undelivered);
  const card = shared && { ...shared, language: t.language };
  if (card === undefined || (slot.type !== "case" && slot.type !== "ballot")) return card;
  const current = slot.type === "case" || slot.round === session.round;
  const standing = current ? await standingFor(context, origin, session) : undefined;
  const said = standing === undefined ? [] : [ownResponse(standing, t)];
  const controls = slot.type === "case" && seesControls(session, person) ? [controlsButton(session, t)] : [];
  return { ...card, blocks: [...card.blocks, ...said, ...controls] };
};

/** What counts of this person in the open round. */
const standingFor = async (
  context: Context,
  origin: Origin,
  session: Session,
): Promise<StandingResponse | undefined> => {
  if (!isOpen(session, context.clock.now())) return undefined;
  const store = context.store.in(origin.workspace);
  const participant = await participantFor(session, origin.person, store);
  return participant === undefined ? undefined : loadStanding(store, session, participant);
};

/** Never what was said: the message may be seen over a shoulder. */
const ownResponse = ({ kept, round }: StandingResponse, t: Translator): Block => {
  const say = t.messages.session;
  return {
    type: "note",
    text: words(kept ? say.standing.own({ round, inShort: undefined }) : say.ownResponse({ round })),
  };
};

const controlsButton = ({ id, round }: Session, t: Translator): Block => ({
  type: "buttons",
  buttons: [
    {
      label: t.messages.session.controls.title,
      action: { type: "on-session", verb: "controls", session: id, round },
    },
  ],
});
