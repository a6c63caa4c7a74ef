/**
 * A proposal that is asked again in other words: its next version, with what is different, of which
 * everybody is asked anew.
 */

import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { present } from "../../text/present.ts";
import { words } from "../../text/text.ts";
import { type ContentText, inlineOf } from "../content-text.ts";
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

/** Which version it is, and what the one before said otherwise. */
export const amendedBlocks = ({ title, background, amends }: ScenarioContent, t: Translator): readonly Block[] => {
  if (amends === undefined) return [];
  const say = t.messages.methods.consent;
  const pairs = [
    { was: amends.title, now: title },
    { was: amends.background, now: background },
  ];
  const changed = pairs.flatMap(({ was, now }) => (was === undefined || typedIn(was) === typedIn(now) ? [] : [was]));
  return [
    { type: "paragraph", text: words(say.version({ version: amends.version })) },
    ...(changed.length === 0 ? [] : [{ type: "note", text: words(say.saidBefore) } as const]),
    ...changed.map((was) => ({ type: "quote", text: inlineOf(was, t) }) as const),
  ];
};
