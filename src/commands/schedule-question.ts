/**
 * Reads the words behind `schedule ask`: a question of one's own, and how often it is asked:
 * `"Which risk first?" "Cost" "Time" --every monday 10:00`. Pure.
 */
import { isLanguage, type Language } from "../i18n/languages.ts";
import { type MethodName, rhythms, scheduleOptionNames } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { piecesOf } from "../text/quoted.ts";
import {
  isEveryOption,
  isMethodOption,
  methodWordNamed,
  scheduleOptionNamed,
  takesValue,
  weekdayNamed,
} from "./command-words.ts";
import { badLanguage } from "./option-values.ts";
import { listed, type PlanWords } from "./schedule-plan.ts";
import { badMethod, straighten } from "./setup-line.ts";
import { unknownOption } from "./split-options.ts";

export type ScheduledQuestion =
  | {
      readonly type: "question";
      /** What is asked, without the options. */
      readonly words: string;
      readonly method: MethodName | undefined;
      readonly plan: PlanWords;
    }
  | { readonly type: "refused"; readonly refusal: Refusal };

const refused = (refusal: Refusal): ScheduledQuestion => ({ type: "refused", refusal });

/** A weekday alone means every week. */
const howOften = (words: readonly string[]): readonly string[] =>
  weekdayNamed(words[0] ?? "") === undefined ? words : [rhythms[0], ...words];

/** `zone` and `language` are the person's own, for what isn't said. */
export const parseScheduledQuestion = (
  line: string,
  own: { readonly zone: string; readonly language: Language },
): ScheduledQuestion => {
  const pieces = piecesOf(line).map((piece) => (piece.quoted ? piece : { ...piece, text: straighten(piece.text) }));
  const isValue = (at: number): boolean => pieces[at]?.quoted === false && !pieces[at].text.startsWith("--");
  const words: string[] = [];
  const values = new Map<string, string>();
  let how: readonly string[] = [];
  let method: MethodName | undefined;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (piece.quoted || !piece.text.startsWith("--")) {
      words.push(piece.raw);
      continue;
    }
    const flag = piece.text;
    const taken: string[] = [];
    const most = isEveryOption(flag) ? Number.POSITIVE_INFINITY : 1;
    const name = scheduleOptionNamed(flag);
    const takes = isEveryOption(flag) || isMethodOption(flag) || (name !== undefined && takesValue(name));
    while (takes && taken.length < most && isValue(at + 1)) {
      at += 1;
      taken.push(pieces[at]?.text ?? "");
    }
    const value = taken.join(" ");
    if (isEveryOption(flag)) how = howOften(taken);
    else if (isMethodOption(flag)) {
      method = methodWordNamed(value);
      if (method === undefined) return refused(badMethod(value));
    } else if (name === undefined || name === "from")
      return refused(
        unknownOption(
          "schedule",
          flag,
          scheduleOptionNames.filter((one) => one !== "from"),
        ),
      );
    else values.set(name, value);
  }
  if (values.has("for") && values.has("until")) return refused({ code: "deadline-twice" });
  const language = values.get("lang")?.toLowerCase() ?? own.language;
  if (!isLanguage(language)) return refused(badLanguage(language));
  const plan: PlanWords = {
    how,
    zone: values.get("zone") ?? own.zone,
    from: [],
    skip: listed(values.get("skip") ?? ""),
    end: values.get("for") ?? values.get("until") ?? null,
    settings: { anonymous: values.has("anonymous"), discussion: values.has("discuss"), language },
  };
  return { type: "question", words: words.join(" "), method, plan };
};
