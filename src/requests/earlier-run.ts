/**
 * Running again what was stated before, so that it can be seen what has moved: found by its name in
 * the channel, or by its session.
 */
import { openFrozen } from "../activities/kinds.ts";
import type { KindSetup } from "../activities/setups.ts";
import { type SetupName, setupNames } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import { nearest } from "../text/nearest.ts";
import { type Asking, loadSessionFor } from "./context.ts";

/** So many of the channel's sessions are looked through for a name. */
const sessionsMax = 500;

const alike = (one: string, other: string): boolean =>
  one.normalize("NFC").toLowerCase() === other.normalize("NFC").toLowerCase();

/** The channel's newest session that was stated under this name and whose answers are known. */
export const findEarlier = async (
  { context, origin }: Asking,
  { setup }: KindSetup,
  named: string,
): Promise<Session | Refusal> => {
  const store = context.store.in(origin.workspace);
  const filter = { channel: origin.channel, limit: sessionsMax };
  const all = [
    ...(await store.listSessions({ ...filter, over: false })),
    ...(await store.listSessions({ ...filter, over: true })),
  ].filter((session) => session.activity.id === setup.name && session.activity.pack === null && maySeeChoices(session));
  const nameOf = ({ activity }: Session): string => setup.nameOf?.(activity.content) ?? "";
  const [newest] = all.filter((session) => alike(nameOf(session), named)).toSorted((a, b) => b.startedAt - a.startedAt);
  if (newest !== undefined) return newest;
  return { code: "nothing-to-repeat", given: named, nearest: nearest(named, [...new Set(all.map(nameOf))]) };
};

export type Earlier = { readonly name: SetupName; readonly session: Session };

/** The session that is run again, if it is one of the channel whose answers are known. */
export const loadEarlier = async ({ context, origin }: Asking, id: string): Promise<Earlier | Refusal> => {
  const session = await loadSessionFor(context, origin, id);
  const name = setupNames.find((one) => one === session?.activity.id);
  if (session === undefined || name === undefined || openFrozen(session.activity).again === undefined)
    return { code: "not-found" };
  return maySeeChoices(session) ? { name, session } : { code: "wrong-state", command: "reveal", state: session.state };
};

/** The content that follows an earlier session, with what came out of it. */
export const followedBy = async (
  { context, origin }: Asking,
  { session }: Earlier,
  content: unknown,
): Promise<unknown> => {
  const { id, round, settings } = session;
  const responses = await context.store.in(origin.workspace).loadResponses(id);
  const { anonymous, discussion } = settings;
  return (
    openFrozen(session.activity).again?.(content, { session: id, anonymous, discussion, round, responses }) ?? content
  );
};
