/**
 * What a checklist's reveal shows: first the items to talk about, then what follows; never a single
 * person's answers, only their notes.
 */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import { signedBy } from "../../cards/name-of.ts";
import type { Localized } from "../../i18n/localized.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected, CollectedResponse } from "../activity.ts";
import { type ChecklistAnswer, type ChecklistContent, type Verdict, verdicts } from "./content.ts";
import { type Openness, openness } from "./openness.ts";

/** So many notes of an item stand in the reveal itself; the rest is a click away. */
const notesShownMax = 2;

type Item = ChecklistContent["items"][number];
type Responses = readonly CollectedResponse<ChecklistAnswer>[];
type ItemResult = Openness & { readonly item: Item };

export const reveal = (
  content: ChecklistContent,
  collected: Collected<ChecklistAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.checklist;
  const last = collected.rounds.at(-1) ?? [];
  if (last.length === 0) return [{ type: "paragraph", text: words(say.nobody) }];
  if (isTooFew(content, collected)) return [{ type: "paragraph", text: words(say.tooFew({ count: last.length })) }];
  const results = resultsOf(content.items, last);
  const open = results.filter((result) => result.open > 0).toSorted((a, b) => b.open - a.open);
  const agreed = results.filter((result) => result.open === 0);
  const teamOf = (id: string): Verdict | undefined => results.find(({ item }) => item.id === id)?.team;
  const conclusions = follows(content, teamOf, t);
  return [
    { type: "paragraph", text: words(say.responded({ count: last.length })) },
    ...tableBlocks(say.talkTitle, open, t, say.talkHint),
    ...tableBlocks(say.agreedTitle, agreed, t),
    ...(conclusions.length === 0
      ? []
      : [
          { type: "heading", text: [strong(say.followsTitle)] } as const,
          ...conclusions,
          { type: "note", text: words(say.followsHint) } as const,
        ]),
    ...noteBlocks(content, collected, notesShownMax, t),
  ];
};

export const allNotes = (
  content: ChecklistContent,
  collected: Collected<ChecklistAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.checklist;
  const count = collected.rounds.at(-1)?.length ?? 0;
  if (isTooFew(content, collected)) return [{ type: "paragraph", text: words(say.tooFew({ count })) }];
  const blocks = noteBlocks(content, collected, Number.POSITIVE_INFINITY, t);
  return blocks.length === 0 ? [{ type: "paragraph", text: words(say.noNotes) }] : blocks;
};

/**
 * What follows from an answer for each item: the pack's conclusion, and what each yes points to.
 */
export const follows = (
  content: ChecklistContent,
  verdictOf: (item: string) => Verdict | undefined,
  t: Translator,
): readonly Block[] => {
  const { items, conclusions } = content;
  const inline = (text: Localized): Text => parseInline(t.pick(text));
  const yes = items.filter(({ id }) => verdictOf(id) === "yes");
  const rest = items.filter(({ id }) => verdictOf(id) !== "yes");
  const pointers = yes.flatMap(({ whenYes }) => (whenYes === undefined ? [] : [inline(whenYes)]));
  const list = (texts: readonly Text[]): readonly Block[] =>
    texts.length === 0 ? [] : [{ type: "list", ordered: false, items: texts }];
  const said = (conclusion: ChecklistContent["conclusions"]["allYes"]): readonly Block[] =>
    conclusion === undefined ? [] : [{ type: "paragraph", text: inline(conclusion) }];
  return [
    ...(rest.length === 0 ? said(conclusions.allYes) : []),
    ...(rest.length > 0 && conclusions.notAllYes !== undefined
      ? [...said(conclusions.notAllYes), ...list(rest.map(({ label }) => inline(label)))]
      : []),
    ...(yes.length === 0 ? said(conclusions.noneYes) : []),
    ...list(pointers),
  ];
};

const isTooFew = (content: ChecklistContent, { anonymous, rounds }: Collected<ChecklistAnswer>): boolean =>
  (anonymous || content.audience === "self-check") && (rounds.at(-1)?.length ?? 0) < groupMin;

const resultsOf = (items: readonly Item[], responses: Responses): readonly ItemResult[] =>
  items.map((item) => ({ item, ...openness(responses.flatMap(({ answer }) => answer.verdicts[item.id] ?? [])) }));

const tableBlocks = (title: string, results: readonly ItemResult[], t: Translator, hint?: string): readonly Block[] => {
  if (results.length === 0) return [];
  const say = t.messages.checklist;
  return [
    { type: "heading", text: [strong(title)] },
    ...(hint === undefined ? [] : [{ type: "note", text: words(hint) } as const]),
    {
      type: "table",
      columns: [say.item, ...verdicts.map((verdict) => say.answers[verdict])],
      rows: results.map(({ item, counts }) => [
        parseInline(t.pick(item.label)),
        ...counts.map((count) => words(t.number(count))),
      ]),
    },
  ];
};

const noteBlocks = (
  content: ChecklistContent,
  { anonymous, rounds, session, seen }: Collected<ChecklistAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  if (content.audience === "self-check") return [];
  const say = t.messages.checklist;
  const groups = content.items.flatMap(({ id, label }): readonly Block[] => {
    const notes = (rounds.at(-1) ?? []).flatMap(({ participant, kept, answer }) => {
      const note = answer.notes[id];
      return note === undefined || !seen.mayShowReason(participant, note) ? [] : [{ participant, kept, note }];
    });
    if (notes.length === 0) return [];
    const quotes = anonymous
      ? shuffle(
          notes.map(({ note }) => note),
          `${session}:${id}`,
        ).map((note): Block => ({ type: "quote", text: words(note) }))
      : notes.map((one): Block => ({ type: "quote", text: words(one.note), by: signedBy(one, t) }));
    const left = quotes.length - shownMax;
    return [
      { type: "note", text: parseInline(t.pick(label)) },
      ...quotes.slice(0, shownMax),
      ...(left > 0 ? [{ type: "note", text: words(say.moreNotes({ count: left })) } as const] : []),
    ];
  });
  return groups.length === 0 ? [] : [{ type: "heading", text: [strong(say.notesTitle)] }, ...groups];
};
