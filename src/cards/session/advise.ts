/**
 * What the facilitator is advised after a round: by the share on the recommended option, or, where
 * there is none, by how far people agree.
 */
import { adviceFor, type Band, bandOf } from "../../analysis/advice.ts";
import type { BandWords } from "../../i18n/messages/session.ts";
import { type ControlCommand, offered } from "../../session/permission.ts";
import { groupMin } from "../../session/visibility.ts";
import { type SessionView, standingOf } from "./session-view.ts";

/** What is advised next, in a sentence where there is one to say, and the control that does it. */
export type Advised = { readonly sentence?: string; readonly command?: ControlCommand };

/**
 * The advice rests on a band, never a figure: the facilitator, too, sees no counts by option before
 * the reveal.
 */
export const adviseAfterRound = (view: SessionView, person: string): Advised => {
  const { session, activity, t } = view;
  const say = t.messages.session.controls;
  // Without reasons to be shown there is nothing that a discussion would open with.
  const mayDiscuss = activity.asked(t).reasons !== undefined && offered(session, person).includes("discuss");
  // Where nothing is chosen there is nothing to weigh: what was collected is shown.
  if (activity.options(t).length === 0) return { command: "reveal" };
  const rounds = Array.from({ length: session.round }, (_, index) => {
    const standing = standingOf(view, index + 1);
    return { standing, share: activity.shareOnRecommendation(standing) };
  });
  const last = rounds.at(-1);
  if (last?.share === undefined) return adviseByAgreement(view, mayDiscuss);
  const advised = rounds.map(({ standing, share = 0 }) => ({ standing, share }));
  const band = adviceFor(advised, session.settings.anonymous ? null : person, session.settings.bounds);
  if (band === undefined || last.standing.length < groupMin) return { sentence: say.tooFewToAdvise };
  return adviceIn(band, mayDiscuss, { ...say.advice, thinkAgain: say.thinkAgain });
};

/**
 * After the first round alone: two bands, of rounds that one person answered anew, would tell how
 * they moved. Whether one is given depends on how many responded, and on nothing that they chose.
 */
const adviseByAgreement = (view: SessionView, mayDiscuss: boolean): Advised => {
  const { session, activity, t } = view;
  const say = t.messages.session.controls;
  const standing = standingOf(view, session.round);
  const agreement = activity.agreement(standing);
  if (agreement === undefined || standing.length === 0 || session.round > 1)
    return { sentence: say.noAdvice({ discussion: mayDiscuss }) };
  if (standing.length < agreement.tellFrom) return { sentence: say.tooFewToAdvise };
  return adviceIn(bandOf(agreement.share, session.settings.bounds), mayDiscuss, say.agreementAdvice);
};

const adviceIn = (band: Band, mayDiscuss: boolean, say: BandWords): Advised => {
  switch (band) {
    case "clarify":
      return { sentence: say.clarify, command: "vote-again" };
    case "discuss":
      return mayDiscuss
        ? { sentence: say.discuss, command: "discuss" }
        : { sentence: say.thinkAgain, command: "vote-again" };
    case "reveal":
      return { sentence: say.reveal, command: "reveal" };
    default:
      return band satisfies never;
  }
};
