/** What the team settled on, posted in the thread and kept. */

import type { Decision } from "../../session/session.ts";
import { mention, words } from "../../text/text.ts";
import type { Card } from "../card.ts";
import { reviewFacts } from "./review-cards.ts";
import type { SessionView } from "./session-view.ts";
import { quorumNote } from "./turn-cards.ts";

export const drawDecision = (decision: Decision, view: SessionView): Card => {
  const { t } = view;
  const { decision: say, quorum } = t.messages.session;
  return {
    title: words(say.title),
    blocks: [
      { type: "paragraph", text: words(decision.text) },
      {
        type: "facts",
        facts: [
          ...(decision.owner === null ? [] : [{ label: say.owner, values: [[mention(decision.owner)]] }]),
          ...(decision.date === null ? [] : [{ label: say.date, values: [words(t.date(decision.date))] }]),
          ...(decision.replaces === undefined
            ? []
            : [{ label: t.messages.records.replaces, values: [words(decision.replaces.title)] }]),
          ...reviewFacts(view.session, t),
          ...(decision.against === undefined
            ? []
            : [{ label: t.messages.roles.against(decision.against), values: [words(decision.against.reason)] }]),
        ],
      },
      ...quorumNote(view, view.session.round, quorum.without),
    ],
  };
};
