/** What the team settled on, posted in the thread and kept. */

import type { Translator } from "../../i18n/translator.ts";
import type { Decision } from "../../session/session.ts";
import { mention, words } from "../../text/text.ts";
import type { Card } from "../card.ts";

export const drawDecision = (decision: Decision, t: Translator): Card => {
  const say = t.messages.session.decision;
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
        ],
      },
    ],
  };
};
