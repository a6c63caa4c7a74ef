/** Reference cards: all of them to choose from, one to read, or one for the whole channel. */

import type { Card } from "../cards/card.ts";
import type { LearnOptions } from "../commands/command.ts";
import { plainStart } from "../commands/option-values.ts";
import { type Translator, translatorFor } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { PackActivity } from "../packs/pack.ts";
import { nearest } from "../text/nearest.ts";
import { plain, type Text, words } from "../text/text.ts";
import { type Asking, refuse } from "./context.ts";
import type { Reply } from "./request.ts";
import { loadPreset } from "./settings.ts";
import { startSession } from "./start-session.ts";

const referencesOf = ({ activities }: Library): readonly PackActivity[] =>
  activities.filter(({ open }) => !open.takesResponses);

/**
 * Shows the card to the person alone, or posts it in the channel. What takes responses is started
 * instead, never shown.
 */
export const learn = async (
  asking: Asking,
  { activity, share, language }: LearnOptions & { readonly activity: string | null },
): Promise<Reply> => {
  const t = language === null ? asking.t : translatorFor(language);
  const references = referencesOf(asking.context.library);
  if (activity === null) return { type: "card", card: drawShelf(references, t) };
  const found = references.find(({ id }) => id === activity);
  if (found === undefined) {
    const ids = references.map(({ id }) => id);
    return refuse({ code: "unknown-reference", given: activity, nearest: nearest(activity, ids) }, asking.t);
  }
  if (share) {
    const { context, origin } = asking;
    return startSession(asking, found.id, { ...plainStart, language }, await loadPreset(context, origin));
  }
  return { type: "card", card: drawReference(found, t) };
};

const drawReference = ({ id, open }: PackActivity, t: Translator): Card => ({
  title: open.title(t),
  blocks: [
    ...open.opening(t),
    {
      type: "buttons",
      buttons: [{ label: t.messages.commands.share, action: { type: "learn", activity: id, share: true } }],
    },
  ],
});

const drawShelf = (references: readonly PackActivity[], t: Translator): Card => {
  const say = t.messages.commands;
  return {
    title: words(say.learn),
    blocks:
      references.length === 0
        ? [{ type: "paragraph", text: words(say.nothingToLearn) }]
        : references.flatMap(({ id, open }): Card["blocks"] => [
            { type: "paragraph", text: [...open.title(t), plain(" · "), { type: "code", text: id }] satisfies Text },
            { type: "buttons", buttons: [{ label: say.read, action: { type: "learn", activity: id, share: false } }] },
          ]),
  };
};
