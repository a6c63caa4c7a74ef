/** Asks to run again what was stated before, by its name or from its controls. */
import type { KindSetup } from "../activities/setups.ts";
import type { CommandLine } from "../commands/command.ts";
import { behindAgain } from "../commands/command-words.ts";
import type { Session } from "../session/session.ts";
import { type Asking, refuse } from "./context.ts";
import { findEarlier, loadEarlier } from "./earlier-run.ts";
import type { Reply } from "./request.ts";
import { askAgain, askSetup, setupIn } from "./set-up.ts";
import { loadPreset, refuseStarter } from "./settings.ts";

/** Undefined where the line asks for something new. */
export const repeatByLine = async (
  asking: Asking,
  { setup, words }: CommandLine & { readonly type: "set-up" },
): Promise<Reply | undefined> => {
  const found = setupIn(asking.context, setup);
  const behind = found?.setup.nameOf === undefined ? undefined : behindAgain(words);
  if (found === undefined || behind === undefined) return undefined;
  const earlier = await findEarlier(asking, found, found.setup.nameIn?.(behind) ?? behind);
  return "code" in earlier ? refuse(earlier, asking.t) : askOnceMore(asking, found, earlier);
};

export const askToRepeat = async (asking: Asking, id: string): Promise<Reply> => {
  const earlier = await loadEarlier(asking, id);
  if ("code" in earlier) return refuse(earlier, asking.t);
  const found = setupIn(asking.context, earlier.name);
  return found === undefined ? refuse({ code: "no-setup" }, asking.t) : askOnceMore(asking, found, earlier.session);
};

const askOnceMore = async (asking: Asking, found: KindSetup, { id, activity, settings }: Session): Promise<Reply> => {
  const { context, origin, t } = asking;
  const resolved = await loadPreset(context, origin);
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
  const { discussion, anonymous, language } = settings;
  const draft = { ...found.setup.draftOf(activity.content), discussion, anonymous, language };
  return askAgain(asking, found, { draft, mistakes: {}, again: id, resolved });
};

/** Asks for what an activity lacks before it can start; undefined where it lacks nothing. */
export const askCompletion = (asking: Asking, activity: string | undefined): Promise<Reply> | undefined => {
  const found = activity === undefined ? undefined : asking.context.library.find(activity);
  return found?.open.completing && askSetup(asking, found.open.completing.name);
};
