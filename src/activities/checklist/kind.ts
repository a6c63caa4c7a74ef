/**
 * The checklist kind: everyone answers yes, no or not sure to each item. What the reveal shows
 * stands in checklist-reveal.ts.
 */
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, words } from "../../text/text.ts";
import type { Checked, Draft } from "../asking.ts";
import { defineKind } from "../define-kind.ts";
import { typed, typedText } from "../draft.ts";
import { labelOf } from "../label.ts";
import {
  type ChecklistAnswer,
  type ChecklistContent,
  checklistAnswer,
  checklistContent,
  noteLengthMax,
  verdicts,
} from "./content.ts";
import { allNotes, follows, reveal } from "./reveal.ts";

const verdictField = (item: string): string => `verdict-${item}`;
const noteField = (item: string): string => `note-${item}`;

const fieldsOf = (content: ChecklistContent, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.checklist;
  return content.items.flatMap(({ id, label, description }, index): readonly Field[] => {
    const verdict = verdicts.find((candidate) => candidate === draft[verdictField(id)]);
    const note = typed(draft, noteField(id));
    return [
      {
        type: "choice",
        id: verdictField(id),
        label: `${index + 1}. ${labelOf(label, t)}`,
        hint: description === undefined ? undefined : labelOf(description, t),
        required: true,
        options: verdicts.map((option) => ({ id: option, label: say.answers[option] })),
        value: verdict,
        short: true,
      },
      // In a self-check a note would reach nobody.
      ...(content.audience === "self-check"
        ? []
        : [
            {
              type: "text",
              id: noteField(id),
              label: say.note({ number: index + 1 }),
              hint: index === 0 ? say.noteHint : undefined,
              opener: say.addNote,
              required: false,
              multiline: false,
              lengthMax: noteLengthMax,
              value: note,
            } as const,
          ]),
    ];
  });
};

const check = (content: ChecklistContent, draft: Draft, t: Translator): Checked<ChecklistAnswer> => {
  const say = t.messages.checklist;
  const read = content.items.map(({ id }) => ({
    id,
    verdict: verdicts.find((candidate) => candidate === draft[verdictField(id)]),
    note: content.audience === "self-check" ? "" : typedText(draft, noteField(id)),
  }));
  const mistakes = read.flatMap(({ id, verdict, note }): readonly (readonly [string, string])[] => {
    const over = note.length - noteLengthMax;
    return [
      ...(verdict === undefined ? [[verdictField(id), say.answerEach] as const] : []),
      ...(over > 0 ? [[noteField(id), say.noteTooLong({ over, max: noteLengthMax })] as const] : []),
    ];
  });
  if (mistakes.length > 0) return { type: "mistakes", mistakes: Object.fromEntries(mistakes) };
  return {
    type: "answer",
    answer: {
      verdicts: Object.fromEntries(read.flatMap(({ id, verdict }) => (verdict === undefined ? [] : [[id, verdict]]))),
      notes: Object.fromEntries(read.flatMap(({ id, note }) => (note === "" ? [] : [[id, note]]))),
    },
  };
};

const yesIn = ({ items }: ChecklistContent, { verdicts: given }: ChecklistAnswer): number =>
  items.filter(({ id }) => given[id] === "yes").length;

export const checklist = defineKind<ChecklistContent, ChecklistAnswer>({
  kind: "checklist",
  names: (t) => t.messages.checklist.kind,
  content: checklistContent,
  answer: checklistAnswer,
  takesResponses: true,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    { type: "note", text: words(t.messages.checklist.items) },
    { type: "list", ordered: true, items: content.items.map(({ label }) => parseInline(t.pick(label))) },
  ],
  options: () => [],
  form: (content, draft, t) => ({ fields: fieldsOf(content, draft, t) }),
  check,
  draftOf: (_content, answer) =>
    Object.fromEntries([
      ...Object.entries(answer.verdicts).map(([id, verdict]) => [verdictField(id), verdict]),
      ...Object.entries(answer.notes).map(([id, note]) => [noteField(id), note]),
    ]),
  inShort: (content, answer, t) =>
    t.messages.checklist.inShort({ yes: yesIn(content, answer), total: content.items.length }),
  confirmation: (content, answer, t) => {
    const say = t.messages.checklist;
    const yes = yesIn(content, answer);
    return [
      { type: "heading", text: [strong(say.ownResult)] },
      { type: "paragraph", text: words(say.ownSums({ yes, total: content.items.length })) },
      ...follows(content, (id) => answer.verdicts[id], t),
    ];
  },
  reasons: (content, answer) => (content.audience === "self-check" ? [] : Object.values(answer.notes)),
  withoutWords: (_content, answer) => ({ ...answer, notes: {} }),
  asked: (content, t) =>
    content.audience === "self-check" ? t.messages.checklist.selfChecked : t.messages.checklist.asked,
  showsSumsOnly: (content) => content.audience === "self-check",
  shareOnRecommendation: () => undefined,
  reveal,
  allReasons: allNotes,
});
