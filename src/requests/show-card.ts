/** The private cards behind a command without words, or the button that stands for it. */
import type { ShownCard } from "../cards/action.ts";
import { drawHelp, drawList, drawMenu } from "../cards/private/menu-cards.ts";
import type { Asking } from "./context.ts";
import { isOffered, showSchedules } from "./keep-schedule.ts";
import { learn } from "./learn.ts";
import { showHistory } from "./look-up.ts";
import type { Reply } from "./request.ts";
import { showReviews } from "./review.ts";
import { showSettings } from "./settings.ts";
import { showCalibration, showStats } from "./stats.ts";

const sessionsShownMax = 10;

export const showCard = async (asking: Asking, what: ShownCard): Promise<Reply> => {
  const { context, origin, t } = asking;
  const { store, library } = context;
  const { workspace, channel, person } = origin;
  switch (what) {
    case "menu": {
      const open = await store.in(workspace).listSessions({ channel, over: false, limit: sessionsShownMax });
      return {
        type: "card",
        card: drawMenu({ sessions: open, person, offer: await isOffered(context, origin), library }, t),
      };
    }
    case "list":
      return { type: "card", card: drawList(library, t) };
    case "history":
      return showHistory(asking, {});
    case "help":
      return { type: "card", card: drawHelp(t) };
    case "learn":
      return learn(asking, { activity: null, share: false, language: null });
    case "schedules":
      return showSchedules(asking);
    case "reviews":
      return showReviews(asking);
    case "stats":
      return showStats(asking);
    case "me":
      return showCalibration(asking);
    case "settings":
      return showSettings(asking);
    default:
      return what satisfies never;
  }
};
