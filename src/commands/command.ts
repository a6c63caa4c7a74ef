/** The commands that can be said, with what stands behind each. */
import type { Language } from "../i18n/languages.ts";
import type { MethodName, OptionName, SetupName } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import type { StartOptions } from "./option-values.ts";

/** What is asked of a reference card: whether the channel gets it, and in which language. */
export type LearnOptions = { readonly share: boolean; readonly language: Language | null };

/** What was typed as an option and can't be taken; `option` is null where there is none such. */
export type Unread = {
  readonly option: OptionName | "method" | null;
  readonly given: string;
  readonly refusal: Refusal;
};

export type CommandLine =
  | { readonly type: "menu" }
  | { readonly type: "help" }
  | { readonly type: "list" }
  | { readonly type: "history" }
  | { readonly type: "export" }
  | { readonly type: "settings" }
  | { readonly type: "stats" }
  /** One's own figures, or their end. */
  | { readonly type: "me"; readonly forget: boolean }
  /** Without words, they are asked for. */
  | { readonly type: "find"; readonly words: string }
  | ({ readonly type: "learn"; readonly activity: string | null } & LearnOptions)
  | { readonly type: "schedules" }
  | { readonly type: "ask-schedule" }
  | { readonly type: "schedule"; readonly words: readonly string[] }
  /** `line`: everything behind the name of the setup. */
  | { readonly type: "schedule-set-up"; readonly setup: SetupName; readonly line: string }
  | { readonly type: "ask-start" }
  /** `words`: what is left behind the command without its options. */
  | {
      readonly type: "set-up";
      readonly setup: SetupName;
      readonly words: string;
      readonly options: StartOptions;
      /** How the question is answered, where that was said. */
      readonly method?: MethodName;
      readonly unread: readonly Unread[];
    }
  | { readonly type: "start"; readonly activity: string; readonly options: StartOptions };

export type ParsedCommand =
  | { readonly type: "command"; readonly command: CommandLine }
  | { readonly type: "refused"; readonly refusal: Refusal };
