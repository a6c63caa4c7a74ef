/**
 * A decision may replace an earlier one of its channel: which there are, and which one was chosen.
 */
import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Field } from "../cards/form.ts";
import { plainText } from "../cards/plain.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Replaced, Session } from "../session/session.ts";
import { cut } from "../text/cut.ts";
import type { Context } from "./context.ts";

const offeredMax = 50;
const titleLengthMax = 200;

/** The newest decisions of the channel; none but the session's own is no reason to ask. */
export const replacesField = async (context: Context, session: Session, t: Translator): Promise<readonly Field[]> => {
  const earlier = await earlierThan(context, session);
  if (earlier.length === 0) return [];
  const say = t.messages.records;
  const kept = session.decision?.replaces?.session;
  return [
    {
      type: "choice",
      id: "replaces",
      label: say.replaces,
      hint: say.replacesHint,
      required: false,
      menu: true,
      options: earlier.map((one) => ({ id: one.id, label: titleOf(one, t) })),
      ...(kept !== undefined && earlier.some(({ id }) => id === kept) ? { value: kept } : {}),
    },
  ];
};

const earlierThan = async ({ store }: Context, { id, workspace, channel }: Session): Promise<readonly Session[]> => {
  const query = { terms: [], channels: [channel], states: ["closed"], decided: true, limit: offeredMax } as const;
  const found = await store.in(workspace).findSessions(query);
  return found.map(({ session }) => session).filter((session) => session.id !== id);
};

const titleOf = (session: Session, t: Translator): string =>
  cut(plainText(openFrozen(session.activity).title(t)), titleLengthMax);

const chosen = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What was chosen, where it is another decision of the channel; anything else replaces nothing. */
export const replacedBy = async (
  { store }: Context,
  session: Session,
  values: Draft,
  t: Translator,
): Promise<Replaced | undefined> => {
  const id = chosen.safeParse(values.replaces).data;
  if (id === undefined || id === session.id) return undefined;
  const found = await store.in(session.workspace).loadSession(id);
  if (found === undefined || found.channel !== session.channel || found.decision === null) return undefined;
  return { session: id, title: titleOf(found, t) };
};
