/**
 * The one door: every adapter brings what people say, press and submit here, and draws cards from
 * here.
 */
import { openFrozen } from "./activities/kinds.ts";
import type { Card } from "./cards/card.ts";
import { drawCardSlot } from "./cards/session/draw-card-slot.ts";
import type { Completion } from "./commands/completion.ts";
import { complete } from "./commands/completion.ts";
import { deleteOld } from "./due/delete-old.ts";
import { makeErase } from "./due/erase.ts";
import { recomputeOutdated, runDue } from "./due/run-due.ts";
import type { Translator } from "./i18n/translator.ts";
import { type Asking, type Context, translatorIn } from "./requests/context.ts";
import { press, redraw, runCommand, submit } from "./requests/dispatch.ts";
import { chooseLanguage, drawHome, type Home } from "./requests/home.ts";
import { runInThread } from "./requests/in-thread.ts";
import { inTime } from "./requests/in-time.ts";
import type { Observation, Observe } from "./requests/observation.ts";
import type { Origin, Reply } from "./requests/request.ts";
import { type AboutMessage, askAbout } from "./requests/set-up.ts";
import { showMessage } from "./requests/show-message.ts";
import { timesOf } from "./requests/trend.ts";
import { drawUndelivered, type UndeliveredTold } from "./requests/undelivered.ts";
import { isForAll, parseCardSlot } from "./session/card-slot.ts";
import { UncertainCommit } from "./store/port/change.ts";
import type { Delivery, Settlement } from "./store/port/delivery.ts";
import { present } from "./text/present.ts";
import { words } from "./text/text.ts";

/**
 * What adapters are given. A `Reply` is for the person of the `Origin` alone.
 *
 * @example
 * const reply = await workshop.run(origin, 'ask "Which database?" "Postgres" "SQLite"');
 * if (reply.type === "refused") tell(origin.person, reply.text);
 */
export type Workshop = {
  /** Takes the words behind the command, or what was said to the bot. */
  readonly run: (origin: Origin, words: string) => Promise<Reply>;
  /** Takes a button, by what `formatAction` wrote; anything else is refused. */
  readonly press: (origin: Origin, action: unknown) => Promise<Reply>;
  /** Takes a form by its token and values, both untrusted. */
  readonly submit: (origin: Origin, token: unknown, values: unknown) => Promise<Reply>;
  /** Asks for a question about a message, which is quoted and linked. */
  readonly askAbout: (origin: Origin, message: AboutMessage) => Promise<Reply>;
  /**
   * Asks a form again for what is filled in now, as a field that redraws changed or a step was
   * pressed; all three untrusted.
   */
  readonly redraw: (origin: Origin, token: unknown, values: unknown, pressed: unknown) => Promise<Reply>;
  /** What may follow what is being typed. */
  readonly complete: (origin: Origin, text: string) => readonly Completion[];
  /**
   * Does everything that is due by now, also what became due while no process ran: occurrences of
   * schedules, ends of rounds, reminders, erasures.
   */
  readonly runDue: () => Promise<void>;
  /** Deletes what was over that many days ago. */
  readonly deleteOld: (days: number) => Promise<void>;
  /** Computes the due times again that rest on other time-zone data than this program's. */
  readonly recomputeOutdated: () => Promise<void>;
  /**
   * Takes a word said in a session's thread (`reveal`), or shows this person the session when there
   * is none. `message` is the thread's root; without it, the newest open session of the channel is
   * meant.
   */
  readonly runInThread: (origin: Origin, message: string | undefined, words: string) => Promise<Reply>;
  /** Whether the message is the root of a session's thread. */
  readonly isThread: (origin: Origin, message: string) => Promise<boolean>;
  /**
   * What stands in a message now, as this person may see it; undefined when it is none of the
   * channel's cards.
   */
  readonly showMessage: (origin: Origin, message: string) => Promise<Card | undefined>;
  /** What concerns this person in the channels they share with the bot. */
  readonly drawHome: (origin: Origin, channels: readonly string[]) => Promise<Home>;
  readonly chooseLanguage: (origin: Origin, language: unknown) => Promise<void>;
  /** Who is to be told, and what, when a message stays out. */
  readonly drawUndelivered: (delivery: Delivery, settlement: Settlement) => Promise<UndeliveredTold | undefined>;
  /** Loads what a waiting card is drawn from as it is stored now; the answer draws it. */
  readonly draw: (delivery: Delivery) => Promise<() => Card | undefined>;
};

export type WorkshopParts = Context & {
  /** Called after each commit that left cards to draw. */
  readonly wake: () => void;
  /** Called with a fault that was answered to the person as such. */
  readonly reportFault: (fault: unknown) => void;
  /** Called with each answer; absent where nobody counts them. */
  readonly observe?: Observe | undefined;
  /**
   * So many milliseconds a person waits at most; then they are told that it is unclear what came of
   * it. Absent where nobody waits.
   */
  readonly answerMsMax?: number | undefined;
};

const tellFault = (fault: unknown, t: Translator): Reply => {
  const say = t.messages.commands.refusals;
  return fault instanceof UncertainCommit
    ? tellUncertain(t)
    : { type: "refused", text: words(say.fault), code: "fault" };
};

const tellUncertain = (t: Translator): Reply => ({
  type: "refused",
  text: words(t.messages.commands.refusals.uncertain),
  code: "uncertain",
});

type Requested = Extract<Observation, { type: "answered" }>["request"];

export const makeWorkshop = (parts: WorkshopParts): Workshop => {
  const running = { ...parts, erase: makeErase(parts) };
  const askingOf = (origin: Origin): Asking => ({
    context: parts,
    origin,
    t: translatorIn(parts, origin.workspace, origin.language),
  });
  /** A fault becomes a sentence, and whatever was committed is drawn. */
  const attempt = async (asking: Asking, act: (asking: Asking) => Promise<Reply>): Promise<Reply> => {
    try {
      return await act(asking);
    } catch (fault) {
      parts.reportFault(fault);
      return tellFault(fault, asking.t);
    } finally {
      parts.wake();
    }
  };
  /** Answers a person. */
  const answer = async (
    request: Requested,
    origin: Origin,
    act: (asking: Asking) => Promise<Reply>,
  ): Promise<Reply> => {
    const asking = askingOf(origin);
    const { answerMsMax } = parts;
    const asked = attempt(asking, act);
    const reply =
      answerMsMax === undefined ? await asked : await inTime(asked, answerMsMax, () => tellUncertain(asking.t));
    const refused = reply.type === "refused" && reply.code !== undefined ? { code: reply.code } : {};
    parts.observe?.({ type: "answered", request, reply: reply.type, ...refused });
    return reply;
  };
  return {
    run: (origin, words) => answer("run", origin, (asking) => runCommand(asking, words)),
    press: (origin, action) => answer("press", origin, (asking) => press(asking, action)),
    submit: (origin, token, values) => answer("submit", origin, (asking) => submit(asking, token, values)),
    askAbout: (origin, message) => answer("ask-about", origin, async (asking) => askAbout(asking, message)),
    redraw: (origin, token, values, pressed) =>
      answer("redraw", origin, (asking) => redraw(asking, token, values, pressed)),
    complete: (origin, text) => complete(text, parts.library, askingOf(origin).t),
    runInThread: (origin, message, words) =>
      answer("run-in-thread", origin, (asking) => runInThread(asking, message, words)),
    isThread: async ({ workspace, channel }, message) =>
      (await parts.store.in(workspace).findCardOfMessage(channel, message))?.slot === "case",
    showMessage: (origin, message) => showMessage(parts, origin, message),
    drawHome: (origin, channels) => drawHome(askingOf(origin), channels),
    chooseLanguage: (origin, language) => chooseLanguage(parts, origin, language),
    drawUndelivered: (delivery, settlement) => drawUndelivered(parts, delivery, settlement),
    runDue: async () => {
      if (await runDue(running)) parts.wake();
    },
    deleteOld: (days) => deleteOld(parts, days),
    recomputeOutdated: () => recomputeOutdated(parts),
    draw: (delivery) => draw(parts, delivery),
  };
};

const draw = async (context: Context, delivery: Delivery): Promise<() => Card | undefined> => {
  const { store } = context;
  const { loadSession, loadResponses } = store.in(delivery.workspace);
  const session = await loadSession(delivery.session);
  if (session === undefined) return () => undefined;
  const responses = await loadResponses(session.id);
  const slot = parseCardSlot(delivery.slot);
  const undelivered = slot.type === "controls" ? await store.listUndelivered(delivery.workspace, session.id) : [];
  const { language } = session.settings;
  const { broadcasts } = context.platformOf(delivery.workspace).capabilities;
  const isShownToAll = session.settings.broadcast ?? broadcasts === "unless-refused";
  const broadcast = broadcasts !== "never" && isForAll(delivery.slot) && isShownToAll;
  const t = translatorIn(context, delivery.workspace, language);
  const times = slot.type === "reveal" ? await timesOf(context, session, responses, t) : undefined;
  return () => {
    const activity = openFrozen(session.activity);
    const card = drawCardSlot(slot, { session, activity, responses, t, ...present({ times }) }, undelivered);
    return card && { ...card, language, ...(broadcast ? { broadcast } : {}) };
  };
};
