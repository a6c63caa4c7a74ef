/**
 * What moved those who changed their answer from one round to the next: one select asks them, and
 * the reveal ranks what they said by how many it moved. In an anonymous session, only as far as it
 * gives nobody away.
 */
import { textKey } from "../../analysis/text-key.ts";
import type { Block } from "../../cards/card.ts";
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { hidesEveryone, type Marks } from "../../session/told-apart.ts";
import { groupMin } from "../../session/visibility.ts";
import { cut } from "../../text/cut.ts";
import { words } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import type { Draft } from "../asking.ts";
import { methodOf } from "./ballot.ts";
import type { ScenarioAnswer, ScenarioContent } from "./content.ts";
import { movedPattern } from "./methods/given.ts";

/** The thread, and one's own thinking; reasons are named by their key. */
const talk = "talk";
const again = "again";
const keyOf = (reason: string): string => `reason-${textKey(reason)}`;

/** So much of a reason is said where it stands for itself among others. */
const reasonLengthMax = 150;
const inShort = (reason: string): string => cut(reason.replaceAll(/\s+/gu, " ").trim(), reasonLengthMax);

/** The select; `discussed` are the reasons that were shown for discussion, in that order. */
export const movedField = (discussed: readonly string[], draft: Draft, t: Translator): Field => {
  const say = t.messages.scenario.movedBy;
  const reasons = [...new Set(discussed)].map((reason) => ({ id: keyOf(reason), label: inShort(reason) }));
  const options = [...reasons, { id: talk, label: say.talk }, { id: again, label: say.again }];
  return {
    type: "choice",
    id: "moved",
    label: say.field,
    hint: say.hint,
    required: false,
    menu: true,
    options,
    value: options.find(({ id }) => id === draft.moved)?.id,
  };
};

/** What a draft says; a key that no reason has counts for nothing at the reveal. */
export const movedIn = ({ moved }: Draft): string | undefined =>
  typeof moved === "string" && movedPattern.test(moved) ? moved : undefined;

/** What each who changed their answer said last, by participant. */
const saidIn = (content: ScenarioContent, rounds: Collected<ScenarioAnswer>["rounds"]): ReadonlyMap<string, string> => {
  const { isSame } = methodOf(content);
  return new Map(
    rounds.flatMap((round, index) =>
      round.flatMap(({ participant, kept, answer }): [string, string][] => {
        const before = rounds[index - 1]?.find((one) => one.participant === participant)?.answer;
        const changed = before !== undefined && !kept && !isSame(before, answer);
        return changed && answer.moved !== undefined ? [[participant, answer.moved]] : [];
      }),
    ),
  );
};

/**
 * The ranking. `marksOf` is what everyone can be told apart by where the shift is shown; undefined
 * where names are.
 */
export const movedByBlocks = (
  content: ScenarioContent,
  { rounds, discussed }: Collected<ScenarioAnswer>,
  marksOf: ((participant: string) => Marks) | undefined,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario.movedBy;
  const said = saidIn(content, rounds);
  const sentences = new Map<string, (args: { count: number }) => string>([
    ...discussed
      .flat()
      .map(
        (text) =>
          [keyOf(text), ({ count }: { count: number }) => say.reason({ count, reason: inShort(text) })] as const,
      ),
    [talk, say.byTalk],
    [again, say.byThought],
  ]);
  const all = [...sentences].map(([key, sentence]) => {
    const count = [...said.values()].filter((one) => one === key).length;
    return { key, sentence, count };
  });
  const shown = all.filter(({ count }) => count >= (marksOf === undefined ? 1 : groupMin));
  const keys = new Set(shown.map(({ key }) => key));
  const hides =
    marksOf === undefined ||
    hidesEveryone(
      (rounds.at(-1) ?? []).map(({ participant }) => {
        const key = said.get(participant) ?? "";
        return [...marksOf(participant), keys.has(key) ? key : ""];
      }),
    );
  if (shown.length === 0 || !hides) return [];
  const items = shown.toSorted((one, other) => other.count - one.count);
  return [
    { type: "note", text: words(say.title) },
    { type: "list", ordered: false, items: items.map(({ sentence, count }) => words(sentence({ count }))) },
  ];
};
