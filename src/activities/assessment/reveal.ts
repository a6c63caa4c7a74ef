/**
 * What an assessment's reveal shows: first what to talk about, then every way of looking side by
 * side, what moved, and the reasons. In an anonymous session, only what gives nobody away.
 */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import { signedBy } from "../../cards/name-of.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong, words } from "../../text/text.ts";
import type { Collected, CollectedResponse } from "../activity.ts";
import { assumptionBlocks } from "../roi/rests-on.ts";
import type { AssessmentAnswer, AssessmentContent } from "./content.ts";
import { movedBlocks } from "./moved.ts";
import { partsOf } from "./parts.ts";
import { optionLabel } from "./pointers.ts";
import { sideBlocks } from "./sides.ts";
import { talkBlocks } from "./talk.ts";

/** So many reasons of an option stand in the reveal itself; the rest is a click away. */
const reasonsShownMax = 3;

export const reveal = (
  content: AssessmentContent,
  collected: Collected<AssessmentAnswer>,
  t: Translator,
): readonly Block[] => {
  const { anonymous, session } = collected;
  const answers = (collected.rounds.at(-1) ?? []).map(({ answer }) => answer);
  const withheld = withheldBlocks(collected, t);
  if (withheld !== undefined) return withheld;
  return [
    ...talkBlocks(content, answers, anonymous, t),
    ...sideBlocks(content, answers, anonymous, t),
    ...movedBlocks(content, session, answers, t),
    ...reasonBlocks(content, collected, reasonsShownMax, t),
    ...assumptionBlocks(partsOf(content).roi, t),
  ];
};

export const allReasons = (
  content: AssessmentContent,
  collected: Collected<AssessmentAnswer>,
  t: Translator,
): readonly Block[] => withheldBlocks(collected, t) ?? reasonBlocks(content, collected, Number.POSITIVE_INFINITY, t);

/** Where there is nothing to show, or nothing that may be shown. */
const withheldBlocks = (
  { anonymous, rounds }: Collected<AssessmentAnswer>,
  t: Translator,
): readonly Block[] | undefined => {
  const count = rounds.at(-1)?.length ?? 0;
  if (count === 0) return [{ type: "paragraph", text: words(t.messages.scenario.nobody) }];
  if (anonymous && count < groupMin) return [{ type: "paragraph", text: words(t.messages.scenario.tooFew({ count })) }];
  return undefined;
};

type Given = readonly CollectedResponse<AssessmentAnswer>[];

const reasonBlocks = (
  content: AssessmentContent,
  collected: Collected<AssessmentAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const { rounds, seen } = collected;
  const given = (rounds.at(-1) ?? []).filter(
    ({ participant, answer: { reason } }) => reason !== "" && seen.mayShowReason(participant, reason),
  );
  if (given.length === 0) return [];
  const heading: Block = { type: "heading", text: words(say.reasonsTitle) };
  if (!seen.mayShowReasonsByChoice)
    return [
      heading,
      { type: "note", text: words(say.reasonsApart) },
      ...cutTo(quotesOf(given, collected, t), shownMax * content.options.length, t),
    ];
  return [
    heading,
    ...content.options.flatMap(({ id }): readonly Block[] => {
      const own = given.filter(({ answer }) => answer.choice === id);
      if (own.length === 0) return [];
      const title = say.reasonsOf({ option: optionLabel(content, id, t), count: own.length });
      return [{ type: "note", text: [strong(title)] }, ...cutTo(quotesOf(own, collected, t), shownMax, t)];
    }),
  ];
};

const quotesOf = (
  given: Given,
  { anonymous, session }: Collected<AssessmentAnswer>,
  t: Translator,
): readonly Block[] => {
  if (!anonymous) return given.map((one) => ({ type: "quote", text: words(one.answer.reason), by: signedBy(one, t) }));
  const reasons = given.map(({ answer }) => answer.reason);
  return shuffle(reasons, session).map((reason) => ({ type: "quote", text: words(reason) }));
};

/** The first of them, and how many are left out. */
const cutTo = (quotes: readonly Block[], shownMax: number, t: Translator): readonly Block[] => {
  const left = quotes.length - shownMax;
  const more = words(t.messages.scenario.moreReasons({ count: left }));
  return [...quotes.slice(0, shownMax), ...(left > 0 ? [{ type: "note", text: more } as const] : [])];
};
