/** Reads the words behind the command `schedule`: `weekly mon 10:00 --from discussion`. Pure. */

import { isLanguage, type Language } from "../i18n/languages.ts";
import { scheduleOptionNames } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { present } from "../text/present.ts";
import { scheduleOptionNamed, takesValue } from "./command-words.ts";
import { badLanguage, parseQuorum } from "./option-values.ts";
import { listed, type PlanWords } from "./schedule-plan.ts";
import { splitOptions } from "./split-options.ts";

export type ScheduleLine =
  | { readonly type: "words"; readonly words: PlanWords }
  | { readonly type: "refused"; readonly refusal: Refusal };

const refused = (refusal: Refusal): ScheduleLine => ({ type: "refused", refusal });

const scheduleOptions = {
  command: "schedule",
  names: scheduleOptionNames,
  named: scheduleOptionNamed,
  takesValue,
} as const;

/** `zone` and `language` are the person's own, for what isn't said. */
export const parseScheduleLine = (
  words: readonly string[],
  own: { readonly zone: string; readonly language: Language },
): ScheduleLine => {
  const split = splitOptions(words, scheduleOptions);
  if (split.type === "refused") return split;
  const how = split.bare;
  const values = new Map<string, string>(split.options);
  if (values.has("for") && values.has("until")) return refused({ code: "deadline-twice" });
  const language = values.get("lang")?.toLowerCase() ?? own.language;
  if (!isLanguage(language)) return refused(badLanguage(language));
  const quorum = readQuorum(values);
  if (typeof quorum === "object") return refused(quorum);
  return {
    type: "words",
    words: {
      how,
      zone: values.get("zone") ?? own.zone,
      from: listed(values.get("from") ?? ""),
      skip: listed(values.get("skip") ?? ""),
      end: values.get("for") ?? values.get("until") ?? null,
      settings: {
        anonymous: values.has("anonymous"),
        discussion: values.has("discuss"),
        language,
        ...present({ quorum }),
      },
    },
  };
};

/** How many responses are wanted, where that was said; or why it can't be read. */
export const readQuorum = (values: ReadonlyMap<string, string>): number | undefined | Refusal => {
  const given = values.get("quorum");
  if (given === undefined) return undefined;
  const examples = ["--quorum 5"];
  return parseQuorum(given) ?? { code: "bad-value", option: "--quorum", given, examples };
};
