/**
 * The session's card in the channel: the case, how far the session is, and one button to respond.
 */

import { type Text, time, words } from "../../text/text.ts";
import type { Block, Card, Fact } from "../card.ts";
import { nameOf } from "../name-of.ts";
import { standingText } from "./ballot-card.ts";
import { changesOf } from "./changes.ts";
import type { SessionView } from "./session-view.ts";
import { stateText } from "./state-text.ts";

export const drawCase = (view: SessionView): Card => {
  const { activity, t } = view;
  return {
    title: activity.title(t),
    blocks: [
      ...activity.opening(t),
      ...changesOf(view.session, t),
      ...(activity.takesResponses ? progressBlocks(view) : [sharedBy(view)]),
    ],
  };
};

/** Who brought what is only shown to the channel. */
const sharedBy = ({ session, t }: SessionView): Block => ({
  type: "note",
  text: [
    words(`${t.messages.session.sharedBy}: `),
    session.facilitators.slice(0, 1).map((person) => nameOf(person, t)),
  ].flat(),
});

const progressBlocks = (view: SessionView): readonly Block[] => {
  const { session, t } = view;
  const say = t.messages.session;
  return [
    { type: "divider" },
    { type: "facts", facts: progressFacts(view) },
    ...(session.state === "collecting" ? [respondButton(session.id, session.round, say.respond)] : []),
  ];
};

const progressFacts = (view: SessionView): readonly Fact[] => {
  const { session, activity, t } = view;
  const say = t.messages.session;
  const named = activity.showsSumsOnly ? say.sumsOnly : say.named;
  const mode = session.settings.anonymous ? say.anonymous : named;
  const progress: readonly Text[] = [words(stateText(session, t)), words(standingText(view, session.round))];
  return [
    { label: say.progress, values: progress },
    ...(session.deadline === null ? [] : [{ label: say.endsAt, values: [[time(session.deadline)]] }]),
    { label: say.modes, values: [words(mode), ...(session.settings.discussion ? [words(say.withDiscussion)] : [])] },
    { label: say.facilitator, values: session.facilitators.slice(0, 1).map((person) => [nameOf(person, t)]) },
  ];
};

const respondButton = (session: string, round: number, label: string): Block => ({
  type: "buttons",
  buttons: [{ label, style: "primary", action: { type: "ask-response", session, round } }],
});
