/** What is different from the time before, where the same project was assessed again. */
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { AssessmentAnswer, AssessmentContent } from "./content.ts";
import { factsOf } from "./facts.ts";
import { outcomeOfAnswers } from "./outcome.ts";
import { optionLabel } from "./pointers.ts";

export const movedBlocks = (
  content: AssessmentContent,
  session: string,
  answers: readonly AssessmentAnswer[],
  t: Translator,
): readonly Block[] => {
  const { before } = content;
  if (before === undefined) return [];
  const say = t.messages.assessment;
  const now = outcomeOfAnswers(content, session, answers);
  const step = (was: number | undefined = 0, is: number | undefined = 0): Text =>
    was === is ? words(t.number(is)) : [strong(`${t.number(was)} → ${t.number(is)}`)];
  const isNamed = (id: string): boolean =>
    [before, now].some(({ votes, verdicts, best }) => [votes, verdicts, best].some((counts) => (counts[id] ?? 0) > 0));
  const rows = content.options
    .filter(({ id }) => isNamed(id))
    .map(({ id }): readonly Text[] => [
      words(optionLabel(content, id, t)),
      step(before.votes[id], now.votes[id]),
      step(before.verdicts[id], now.verdicts[id]),
      step(before.best[id], now.best[id]),
    ]);
  const doubts = factsOf(content, t).flatMap(({ id, label }): Text[] => {
    const [was, is] = [before.doubted[id] ?? 0, now.doubted[id] ?? 0];
    return was === is ? [] : [words(say.doubtMoved({ fact: label, was: t.number(was), is: t.number(is) }))];
  });
  return [
    { type: "heading", text: [strong(say.movedTitle)] },
    { type: "note", text: words(say.movedHint({ was: before.responses, is: now.responses })) },
    { type: "table", columns: [t.messages.roi.approach, say.votes, say.paths, say.best], rows },
    ...(doubts.length === 0 ? [] : [{ type: "list", ordered: false, items: doubts } as const]),
  ];
};
