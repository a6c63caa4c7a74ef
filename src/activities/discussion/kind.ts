/**
 * The discussion kind: a prompt, one short position each where the pack asks for it, and a summary.
 */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import { signedBy } from "../../cards/name-of.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { cut } from "../../text/cut.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import type { Checked, Draft, Questions } from "../asking.ts";
import { defineKind } from "../define-kind.ts";
import { typed, typedText } from "../draft.ts";
import {
  type DiscussionAnswer,
  type DiscussionContent,
  discussionAnswer,
  discussionContent,
  positionLengthMax,
} from "./content.ts";

/** So many positions stand in the reveal itself; the rest is a click away. */
const positionsShownMax = 10;

/** Characters of a position that still fit a line. */
const shortMax = 80;

const promptBlock = (content: DiscussionContent, t: Translator): Block => ({
  type: "paragraph",
  text: parseInline(t.pick(content.prompt)),
});

const form = (content: DiscussionContent, draft: Draft, t: Translator): Questions => {
  const say = t.messages.discussion;
  if (!content.asksPosition)
    return { intro: [promptBlock(content, t), { type: "note", text: words(say.takePart) }], fields: [] };
  const value = typed(draft, "position");
  return {
    intro: [promptBlock(content, t)],
    fields: [
      {
        type: "text",
        id: "position",
        label: say.position,
        hint: say.positionHint,
        required: true,
        multiline: true,
        lengthMax: positionLengthMax,
        value,
      },
    ],
  };
};

const check = (content: DiscussionContent, draft: Draft, t: Translator): Checked<DiscussionAnswer> => {
  const say = t.messages.discussion;
  if (!content.asksPosition) return { type: "answer", answer: { position: null } };
  const position = typedText(draft, "position");
  const over = position.length - positionLengthMax;
  if (position === "") return { type: "mistakes", mistakes: { position: say.givePosition } };
  if (over > 0)
    return { type: "mistakes", mistakes: { position: say.positionTooLong({ over, max: positionLengthMax }) } };
  return { type: "answer", answer: { position } };
};

const positionBlocks = (
  { anonymous, rounds, session, seen }: Collected<DiscussionAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.discussion;
  const last = rounds.at(-1) ?? [];
  if (last.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  const held = last.flatMap(({ participant, kept, answer: { position } }) =>
    position === null ? [] : [{ participant, kept, position }],
  );
  const given = held.filter(({ participant, position }) => seen.mayShowReason(participant, position));
  if (held.length === 0) return [{ type: "paragraph", text: words(say.tookPart({ count: last.length })) }];
  if (anonymous && held.length < groupMin)
    return [{ type: "paragraph", text: words(say.tooFew({ count: held.length })) }];
  const quotes = anonymous
    ? shuffle(
        given.map(({ position }) => position),
        session,
      ).map((position): Block => ({ type: "quote", text: words(position) }))
    : given.map((one): Block => ({ type: "quote", text: words(one.position), by: signedBy(one, t) }));
  const left = quotes.length - shownMax;
  return [
    { type: "heading", text: [strong(say.positionsTitle({ count: held.length }))] },
    ...quotes.slice(0, shownMax),
    ...(left > 0 ? [{ type: "note", text: words(say.morePositions({ count: left })) } as const] : []),
  ];
};

export const discussion = defineKind<DiscussionContent, DiscussionAnswer>({
  kind: "discussion",
  names: (t) => t.messages.discussion.kind,
  content: discussionContent,
  answer: discussionAnswer,
  takesResponses: true,
  isOfferedWeekly: true,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    promptBlock(content, t),
    ...(content.consider.length === 0
      ? []
      : [
          { type: "note", text: words(t.messages.discussion.considerTitle) } as const,
          {
            type: "list",
            ordered: false,
            items: content.consider.map((question) => parseInline(t.pick(question))),
          } as const,
        ]),
  ],
  options: () => [],
  form,
  check,
  draftOf: (_content, { position }) => (position === null ? {} : { position }),
  inShort: (_content, { position }) => (position === null ? undefined : cut(position, shortMax)),
  confirmation: () => [],
  reasons: (_content, { position }) => (position === null ? [] : [position]),
  withoutWords: () => ({ position: null }),
  asked: (content, t) => (content.asksPosition ? t.messages.discussion.asked : t.messages.discussion.takingPart),
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  reveal: (content, collected, t) => [
    { type: "quote", text: parseInline(t.pick(content.prompt)) },
    ...positionBlocks(collected, positionsShownMax, t),
    ...(content.summary === undefined
      ? []
      : [
          { type: "heading", text: [strong(t.messages.discussion.summaryTitle)] } as const,
          { type: "paragraph", text: parseInline(t.pick(content.summary)) } as const,
        ]),
  ],
  allReasons: (_content, collected, t) => positionBlocks(collected, Number.POSITIVE_INFINITY, t),
});
