/** What a channel's sessions amount to, and one's own figures: loaded, and shown to who asks. */
import { openFrozen } from "../activities/kinds.ts";
import { noForecasts } from "../analysis/calibration.ts";
import { type SessionFigures, statsOf } from "../analysis/channel-stats.ts";
import { drawCalibration, drawStats } from "../cards/private/stats-cards.ts";
import { translatorFor } from "../i18n/translator.ts";
import { verdictOf } from "../session/reviewing.ts";
import type { Response, Session } from "../session/session.ts";
import { standingIn } from "../session/standing.ts";
import { words } from "../text/text.ts";
import type { Asking, Context } from "./context.ts";
import type { Reply } from "./request.ts";

const months = 12;
const monthMs = 30.44 * 86_400_000;
/** More would keep others waiting; the newest count. */
const sessionsMax = 300;

export const showStats = async ({ context, origin, t }: Asking): Promise<Reply> => {
  const { workspace, channel } = origin;
  const own = context.store.in(workspace);
  const now = context.clock.now();
  const found = await own.findSessions({
    terms: [],
    channels: [channel],
    states: ["revealed", "closed"],
    started: { from: Math.round(now - months * monthMs), to: now + 1 },
    limit: sessionsMax,
  });
  const members = await membersOf(context, workspace, channel);
  const figures: SessionFigures[] = [];
  for (const { session } of found) figures.push(figuresOf(session, await own.loadResponses(session.id), members));
  const decided = found.filter(({ session }) => session.decision !== null);
  const verdicts = decided.flatMap(({ session }) => verdictOf(session.reviewing)?.verdict ?? []);
  const open = decided.filter(({ session: { reviewing } }) => reviewing.at !== null).length;
  const decisions = { decided: decided.length, verdicts, open };
  return { type: "card", card: drawStats(statsOf(figures), decisions, months, t) };
};

/** Null where the platform can't say who is there. */
const membersOf = async ({ platformOf }: Context, workspace: string, channel: string): Promise<number | null> => {
  const members = await platformOf(workspace)
    .listMembers({ workspace, channel })
    .catch(() => undefined);
  return members?.length ?? null;
};

const figuresOf = (session: Session, responses: readonly Response[], invited: number | null): SessionFigures => {
  const { round, startedAt, settings } = session;
  const activity = openFrozen(session.activity);
  const first = standingIn(responses, 1);
  const last = standingIn(responses, round);
  const before = activity.agreement(first)?.share;
  const after = activity.agreement(last)?.share;
  const [from, to] = [activity.shareOnRecommendation(first), activity.shareOnRecommendation(last)];
  const isTwo = round > 1 && first.length > 0;
  return {
    responded: last.length,
    invited,
    // In an anonymous session nobody knows when.
    waits: settings.anonymous ? [] : responses.flatMap(({ round: of, at }) => (of === 1 ? [at - startedAt] : [])),
    agreement: isTwo && before !== undefined && after !== undefined ? { before, after } : undefined,
    moved: isTwo ? (isSameMost(session, first, last) ? "stayed" : "moved") : undefined,
    towards: isTwo && from !== undefined && to !== undefined ? to - from : undefined,
  };
};

/** Whether most answered the same in both, by what an answer comes to in a few words. */
const isSameMost = ({ activity, settings }: Session, one: readonly Response[], other: readonly Response[]): boolean => {
  const opened = openFrozen(activity);
  const t = translatorFor(settings.language);
  const most = (all: readonly Response[]): string => {
    const counts = Map.groupBy(all, ({ answer }) => opened.inShort(answer, t) ?? "");
    const largest = Math.max(...[...counts.values()].map(({ length }) => length));
    return [...counts]
      .flatMap(([answer, { length }]) => (length === largest ? [answer] : []))
      .toSorted()
      .join("\n");
  };
  return most(one) === most(other);
};

export const showCalibration = async ({ context, origin, t }: Asking): Promise<Reply> => {
  const bins = (await context.store.in(origin.workspace).loadCalibration(origin.person)) ?? noForecasts;
  return { type: "card", card: drawCalibration(bins, t) };
};

export const forgetCalibration = async ({ context, origin, t }: Asking): Promise<Reply> => {
  await context.store.in(origin.workspace).forgetCalibration(origin.person);
  return { type: "card", card: { title: words(t.messages.stats.me.forgotten), blocks: [] } };
};
