/** The other times that what a session asks was asked in its channel. */
import { openFrozen } from "../activities/kinds.ts";
import type { SessionView } from "../cards/session/session-view.ts";
import { timesMax } from "../cards/session/trend.ts";
import type { Translator } from "../i18n/translator.ts";
import type { FrozenActivity, Response, Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import type { Context } from "./context.ts";
import { isKeptAs } from "./repeat.ts";

/** So many of the channel's sessions are looked through. */
const sessionsMax = 300;

/** A pack's by its id, whatever became of its content; what was asked in chat by all it says. */
const isSame = (one: FrozenActivity, other: FrozenActivity): boolean =>
  one.pack === other.pack && one.id === other.id && (one.pack !== null || isKeptAs(one.content, other.content));

/** What a reveal shows of the times before it; nothing where the activity no longer opens. */
export const timesOf = async (
  { store, zone }: Pick<Context, "store" | "zone">,
  session: Session,
  responses: readonly Response[],
  t: Translator,
): Promise<SessionView["times"]> => {
  const activity = openFrozen(session.activity);
  return { views: await loadTimes(store.in(session.workspace), { session, activity, responses, t }), zone };
};

/** What was revealed of it before, the earliest first, and this one last. */
const loadTimes = async (store: WorkspaceStore, view: SessionView): Promise<readonly SessionView[]> => {
  const { session } = view;
  if (!maySeeChoices(session)) return [view];
  const filter = { channel: session.channel, limit: sessionsMax };
  const all = [
    ...(await store.listSessions({ ...filter, over: false })),
    ...(await store.listSessions({ ...filter, over: true })),
  ];
  const isEarlier = (one: Session): boolean =>
    one.id !== session.id && one.startedAt < session.startedAt && maySeeChoices(one);
  const earlier = all
    .filter((one) => isEarlier(one) && isSame(one.activity, session.activity))
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .slice(-timesMax);
  const views = await Promise.all(
    earlier.map(async (one): Promise<SessionView> => {
      const responses = await store.loadResponses(one.id);
      return { session: one, activity: openFrozen(one.activity), responses, t: view.t };
    }),
  );
  return [...views, view];
};
