/**
 * Does what is due: occurrences of schedules, ends of rounds, reminders, erasures, and texts to be
 * found by. Whatever process claims a piece of work, it has its effect once.
 */

import { applyCommand } from "../requests/apply-command.ts";
import type { Context } from "../requests/context.ts";
import { recompute } from "../schedule/schedule.ts";
import { textOf } from "../search/session-text.ts";
import { standingIn } from "../session/standing.ts";
import type { Due } from "../store/port/due.ts";
import type { Erase } from "./erase.ts";
import { lookBack } from "./look-back.ts";
import { nudge, remind } from "./remind.ts";
import { runOccurrence } from "./run-occurrence.ts";
import { tellNews } from "./tell-news.ts";

type Running = Context & { readonly reportFault: (fault: unknown) => void; readonly erase: Erase };

/**
 * An occurrence found this long after its time is skipped and listed, in milliseconds: a workshop
 * at night helps nobody.
 */
const graceMs = 6 * 3_600_000;

const atOnceMax = 100;

/** So many texts are written in one transaction, for which others wait some milliseconds. */
const textsAtOnce = 100;

/**
 * Answers whether anything was due. One piece that fails is claimed again after a minute and holds
 * nothing else up.
 */
export const runDue = async (running: Running): Promise<boolean> => {
  let any = false;
  for (;;) {
    const claimed = await running.store.claimDue(running.clock.now(), atOnceMax);
    if (claimed.length === 0) return any;
    any = true;
    await runClaimed(running, claimed);
  }
};

/**
 * What only writes is done all at once, so that a busy minute's work shares few commits; what
 * speaks with a platform is done in turn, since platforms limit how fast.
 */
const runClaimed = async (running: Running, claimed: readonly Due[]): Promise<void> => {
  const run = (due: Due): Promise<void> => runOne(running, due).catch(running.reportFault);
  const speaks = ({ kind }: Due): boolean =>
    kind === "reminder" || kind === "nudge" || kind === "review" || kind === "news";
  const writing = claimed.filter((due) => !speaks(due)).map(run);
  for (const due of claimed.filter(speaks)) await run(due);
  await Promise.all(writing);
};

const runOne = (running: Running, due: Due): Promise<void> => {
  switch (due.kind) {
    case "occurrence":
      return runOccurrence(running, due, graceMs);
    case "deadline":
      return endRound(running, due);
    case "reminder":
      return remind(running, due);
    case "review":
      return lookBack(running, due);
    case "nudge":
      return nudge(running, due);
    case "finding":
      return running.store.keepTexts(due, textOf, textsAtOnce);
    case "news":
      return tellNews(running, due);
    case "erasure":
      return running.erase(due);
    default:
      return due satisfies never;
  }
};

const endRound = async (context: Context, { workspace, subject: session }: Due): Promise<void> => {
  const found = await context.store.in(workspace).loadSession(session);
  if (found?.deadline == null) {
    await context.store.dropDue({ kind: "deadline", subject: session });
    return;
  }
  const intent = `deadline/${session}/${found.round}/${found.deadline}`;
  const request = { workspace, session, asker: { type: "clock" }, intent } as const;
  await applyCommand(context, request, async ({ round, settings }, store) => {
    if (settings.quorum === null) return { type: "end-round", round };
    const standing = standingIn(await store.loadResponses(session), round).length;
    return { type: "end-round", round, standing };
  });
};

const outdatedAtOnce = 200;

/** Computes due times again that rest on other time-zone data than this program's. */
export const recomputeOutdated = async ({ store }: Context): Promise<void> => {
  for (;;) {
    const outdated = await store.listOutdatedSchedules(outdatedAtOnce);
    if (outdated.length === 0) return;
    // All at once, so that they share one commit.
    await Promise.all(
      outdated.map((schedule) => {
        const change = { schedule: recompute(schedule), expects: schedule.revision, occurrence: null };
        return store.commitSchedule({ ...change, starts: [], intent: null });
      }),
    );
  }
};
