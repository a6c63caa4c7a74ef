/** What every request works with, and how a session becomes something to draw. */
import { openFrozen } from "../activities/kinds.ts";
import { refusalText } from "../cards/private/refusal-text.ts";
import type { SessionView } from "../cards/session/session-view.ts";
import type { Clock, Ids } from "../clock.ts";
import type { Language } from "../i18n/languages.ts";
import { type Translator, translatorFor } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Platform } from "../platform.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Store, WorkspaceStore } from "../store/port/store.ts";
import type { Origin, Reply } from "./request.ts";

export type Context = {
  readonly store: Store;
  readonly library: Library;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The platform a workspace is on. */
  readonly platformOf: (
    workspace: string,
  ) => Pick<
    Platform,
    | "capabilities"
    | "listMembers"
    | "isAdmin"
    | "sendPrivately"
    | "channelsOf"
    | "linkTo"
    | "sendFile"
    | "namesOf"
    | "whyUnreachable"
  >;
  /** The IANA zone of people whose own is unknown. */
  readonly zone: string;
};

/**
 * A request at work: what it works with, who asks and from where, and the language in which they
 * are answered. `t` is no longer the origin's where the answer is for others.
 *
 * @example
 * const stop = ({ t }: Asking): Reply => refuse({ code: "not-found" }, t);
 */
export type Asking = { readonly context: Context; readonly origin: Origin; readonly t: Translator };

/** One language at work for a workspace, where the bot is addressed as its platform has it. */
export const translatorIn = (
  { platformOf }: Pick<Context, "platformOf">,
  workspace: string,
  language: Language,
): Translator => translatorFor(language, platformOf(workspace).capabilities.address);

/** Loads what a session's cards are drawn from. */
export const loadView = async (store: WorkspaceStore, session: Session, t: Translator): Promise<SessionView> => ({
  session,
  activity: openFrozen(session.activity),
  responses: await store.loadResponses(session.id),
  t,
});

/**
 * The session, if it is one of the channel the request came from; what is elsewhere is answered
 * like what doesn't exist.
 */
export const loadSessionFor = async (
  context: Context,
  origin: Origin,
  session: string,
): Promise<Session | undefined> => {
  const found = await context.store.in(origin.workspace).loadSession(session);
  return found?.channel === origin.channel ? found : undefined;
};

/** Refuses to start what nobody would see; undefined where it can be posted. */
export const refuseUnreachable = async (
  { platformOf }: Context,
  { workspace, channel }: Pick<Origin, "workspace" | "channel">,
  t: Translator,
): Promise<Reply | undefined> => {
  const code = await platformOf(workspace).whyUnreachable({ workspace, channel });
  return code && refuse({ code }, t);
};

export const refuse = (refusal: Refusal, t: Translator): Reply => ({
  type: "refused",
  text: refusalText(refusal, t),
  code: refusal.code,
});
