/**
 * A proposal that is asked again in other words: its next version, with what is different, of which
 * everybody is asked anew.
 */

import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { type Difference, differenceOf } from "../../text/difference.ts";
import { present } from "../../text/present.ts";
import { plain, strong, words } from "../../text/text.ts";
import type { ContentText } from "../content-text.ts";
import type { Amending } from "../stating.ts";
import { methodOf } from "./ballot.ts";
import type { ScenarioContent } from "./content.ts";

const typedIn = (text: ContentText | undefined): string => (text !== undefined && "typed" in text ? text.typed : "");

/** What was asked in chat and has no options of its own can be amended: a proposal. */
export const amendProposal = (content: ScenarioContent): Amending<ScenarioContent> | undefined => {
  const { title, background, method, reasons, amends } = content;
  if (methodOf(content).owes.max > 0 || !("typed" in title)) return undefined;
  const version = (amends?.version ?? 1) + 1;
  const was = { version, title, ...present({ background }) };
  return {
    draft: { question: typedIn(title), background: typedIn(background), method, reasons },
    follow: (after) => ({ ...after, amends: was }),
  };
};

/** Which version it is, and what the one before said otherwise: what differs is strong in both. */
export const amendedBlocks = ({ title, background, amends }: ScenarioContent, t: Translator): readonly Block[] => {
  if (amends === undefined) return [];
  const say = t.messages.methods.consent;
  const changed = [
    { was: typedIn(amends.title), now: typedIn(title) },
    { was: typedIn(amends.background), now: typedIn(background) },
  ].filter(({ was, now }) => was !== now);
  return [
    { type: "paragraph", text: words(say.version({ version: amends.version })) },
    ...changed.flatMap(({ was, now }) => {
      const found = differenceOf(was, now);
      return [...quoted(say.saidBefore, found, found.was), ...quoted(say.saysNow, found, found.now)];
    }),
  ];
};

const quoted = (label: string, { before, after }: Difference, part: string): readonly Block[] => {
  const text = [plain(before), strong(part), plain(after)];
  return before + part + after === ""
    ? []
    : [
        { type: "note", text: words(label) },
        { type: "quote", text },
      ];
};
