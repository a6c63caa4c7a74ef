/**
 * The session's card in the channel: while it runs the case, how far it is and one button to
 * respond; afterwards first what came of it, for whoever was away.
 */

import { deciderOf, expectedOf } from "../../session/roles.ts";
import { maySeeChoices } from "../../session/visibility.ts";
import { join, type Text, time, words } from "../../text/text.ts";
import type { Block, Card, Fact } from "../card.ts";
import { nameOf } from "../name-of.ts";
import { standingText } from "./ballot-card.ts";
import { changesOf } from "./changes.ts";
import { drawDecision } from "./decision-card.ts";
import { collectedUpTo, type SessionView } from "./session-view.ts";
import { stateText } from "./state-text.ts";

export const drawCase = (view: SessionView): Card => {
  const { activity, t } = view;
  return {
    title: activity.title(t),
    blocks: isOutcome(view)
      ? [...outcomeBlocks(view), { type: "divider" }, ...activity.opening(t), ...changesOf(view.session, t)]
      : runningBlocks(view),
  };
};

const runningBlocks = (view: SessionView): readonly Block[] => {
  const { activity, t } = view;
  return [
    ...activity.opening(t),
    ...changesOf(view.session, t),
    ...(activity.takesResponses ? progressBlocks(view) : [sharedBy(view)]),
  ];
};

const isOutcome = ({ session, activity }: SessionView): boolean => activity.takesResponses && maySeeChoices(session);

/** The decision, if there is one; what the reveal begins with; and where the session stands. */
const outcomeBlocks = (view: SessionView): readonly Block[] => {
  const { session, activity, t } = view;
  const decided = session.decision === null ? undefined : drawDecision(session.decision, view);
  const [first] = activity.reveal(collectedUpTo(view, session.round), t).filter(({ type }) => headlines.has(type));
  return [
    ...(decided === undefined ? [] : [{ type: "heading", text: decided.title } as const, ...decided.blocks]),
    ...(first === undefined ? [] : [first]),
    { type: "facts", facts: progressFacts(view) },
  ];
};

/** What of a reveal can stand alone. */
const headlines: ReadonlySet<Block["type"]> = new Set<Block["type"]>(["chart", "paragraph", "flow", "facts"]);

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
    ...endFact(view),
    { label: say.modes, values: [words(mode), ...(session.settings.discussion ? [words(say.withDiscussion)] : [])] },
    { label: say.facilitator, values: session.facilitators.slice(0, 1).map((person) => [nameOf(person, t)]) },
    ...askedFact(view),
  ];
};

/** When a round ends by itself. */
const endFact = ({ session, t }: SessionView): readonly Fact[] => {
  const ends: readonly Text[] = [
    ...(session.deadline === null ? [] : [[time(session.deadline)]]),
    ...(session.settings.endWhenAll && session.state === "collecting" ? [words(t.messages.roles.endsWhenAll)] : []),
  ];
  return ends.length === 0 ? [] : [{ label: t.messages.session.endsAt, values: ends }];
};

/** Who is asked and who decides, by name: no secret, also where responses are. */
const askedFact = ({ session, t }: SessionView): readonly Fact[] => {
  const say = t.messages.roles;
  const names = expectedOf(session).map((person): Text => [nameOf(person, t)]);
  const decider = deciderOf(session);
  return [
    ...(names.length === 0 ? [] : [{ label: say.asked, values: [join(names, " ")] }]),
    ...(decider === undefined ? [] : [{ label: say.decides, values: [[nameOf(decider, t)]] }]),
  ];
};

const respondButton = (session: string, round: number, label: string): Block => ({
  type: "buttons",
  buttons: [{ label, style: "primary", action: { type: "ask-response", session, round } }],
});
