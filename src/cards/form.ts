/**
 * A form is plain data; adapters draw it as their platform asks questions (modal, inputs in a card,
 * dialog).
 *
 * @example
 * const end: Field = {
 *   type: "text",
 *   id: "end",
 *   label: "Ends in",
 *   required: true,
 *   multiline: false,
 *   lengthMax: 40,
 * };
 */
import type { SetupName } from "../i18n/typed-words.ts";
import type { Block } from "./card.ts";

type FieldBase = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required: boolean;
  /**
   * The form is asked again as soon as this field changes, since other parts of it depend on it.
   */
  readonly redraws?: boolean | undefined;
  /** What is wrong with what it holds already. */
  readonly mistake?: string | undefined;
  /** Of use only while another field holds this; shown always where a platform can't follow. */
  readonly onlyWhen?: { readonly field: string; readonly is: string };
  /** Stands behind the form's fold. */
  readonly folded?: true | undefined;
  /** The section that it stands in, by id; a field without one stands above them all. */
  readonly section?: string | undefined;
  /** What shows it, where a platform can keep it back until that is pressed: "+ Note". */
  readonly opener?: string | undefined;
};

export type Field = FieldBase &
  (
    | {
        readonly type: "choice";
        readonly options: readonly FieldOption[];
        readonly value?: string | undefined;
        /** Each option is a word or two: a row of chips or a select says it all. */
        readonly short?: true;
        /** A select everywhere, as several of them stand below each other. */
        readonly menu?: true;
      }
    /** Any number of at most ten options, by their ids. */
    | { readonly type: "choices"; readonly options: readonly FieldOption[]; readonly value: readonly string[] }
    /** `lengthMax` counts characters as UTF-16 code units. */
    | {
        readonly type: "text";
        readonly multiline: boolean;
        readonly lengthMax: number;
        readonly value?: string | undefined;
        /** What a client that knows them may offer while one types: IANA time zones. */
        readonly completes?: "zones" | undefined;
      }
    | {
        readonly type: "number";
        readonly min: number;
        readonly max: number;
        readonly unit: string;
        readonly value?: number | undefined;
        /** Numbers to choose from beside it; a press asks the form again with that one in it. */
        readonly chips?: readonly Chip[] | undefined;
      }
    | { readonly type: "toggle"; readonly value: boolean }
    /** A calendar date, `YYYY-MM-DD`. */
    | { readonly type: "date"; readonly value?: string | undefined }
    /** A person of the channel, by id. */
    | { readonly type: "person"; readonly value?: string | undefined }
    /** Any number of them. */
    | { readonly type: "people"; readonly value: readonly string[] }
  );

export type FieldOption = {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** Options of one group stand together, under its title and what it is about. */
  readonly group?: OptionGroup | undefined;
};

/** `id` is the step that is pressed where a platform can't fill the number in by itself. */
export type Chip = FormStep & { readonly value: number };

type OptionGroup = { readonly title: string; readonly about: string };

/** Fields that belong together and are needed by few: folded, where a platform can fold. */
export type FormSection = { readonly id: string; readonly title: string };

/**
 * What a form asks for, as ids: what its submission is about. `nonce` is new each time a form is
 * opened and names the intent.
 */
export type FormToken =
  /** With `activity`, that one is started; without, the form asks which. */
  | { readonly type: "start"; readonly nonce: string; readonly activity?: string }
  /**
   * Asks for the content of what is started; `setup` names the command under which it is asked,
   * `source` is the address of the message that it is about.
   */
  | {
      readonly type: "set-up";
      readonly nonce: string;
      readonly setup: SetupName;
      readonly source?: string;
      /** The session whose proposal is asked again in other words. */
      readonly amends?: string;
      /** The session that is run again. */
      readonly again?: string;
    }
  | {
      readonly type: "respond";
      readonly nonce: string;
      readonly session: string;
      readonly round: number;
      /** The revision of the person's response that the form showed; 0 when there was none. */
      readonly seen: number;
      /** The edition of the content that the form showed; absent before any change. */
      readonly edition?: number;
      /** The step of the answer that the form asks; absent where one form asks for all. */
      readonly step?: string;
    }
  /** Asks for other words in what is asked. */
  | { readonly type: "mend"; readonly nonce: string; readonly session: string }
  | { readonly type: "add-option"; readonly nonce: string; readonly session: string; readonly round: number }
  | { readonly type: "extend"; readonly nonce: string; readonly session: string }
  | { readonly type: "set-reminder"; readonly nonce: string; readonly session: string }
  | { readonly type: "add-facilitator"; readonly nonce: string; readonly session: string }
  | { readonly type: "record-decision"; readonly nonce: string; readonly session: string }
  /** `revision` is the one of the settings that the form showed. */
  | {
      readonly type: "settings";
      readonly nonce: string;
      readonly scope: "channel" | "workspace";
      readonly revision: number;
    }
  | { readonly type: "review"; readonly nonce: string; readonly session: string }
  | { readonly type: "find"; readonly nonce: string }
  | { readonly type: "history"; readonly nonce: string }
  /** Of one session, or of the channel. */
  | { readonly type: "export"; readonly nonce: string; readonly session?: string }
  /** Without `schedule` a new one; with it the one at `revision`. */
  | { readonly type: "schedule"; readonly nonce: string; readonly schedule?: string; readonly revision?: number };

export type FormStep = { readonly id: string; readonly label: string };

/** The step that opens a fold, where a platform can't do so by itself. */
export const unfoldStep = "unfold";

export type Form = {
  readonly token: FormToken;
  readonly title: string;
  readonly intro: readonly Block[];
  readonly fields: readonly Field[];
  /** In the order in which they stand below the fields without one. */
  readonly sections?: readonly FormSection[];
  /**
   * What the folded fields, all of them behind the others, are together; `isOpen` where something
   * stands in one already.
   */
  readonly fold?: { readonly label: string; readonly isOpen: boolean };
  /** Which part of a longer form it is: another one takes its place as a form of its own. */
  readonly stage?: string | undefined;
  /** What stands below the fields: what follows from them so far. */
  readonly outro?: readonly Block[];
  /**
   * Buttons that ask the form again from what is filled in, such as a step back; the pressed one's
   * id goes with it.
   */
  readonly steps?: readonly FormStep[];
  readonly submit: string;
  readonly cancel: string;
};

/**
 * The form where a platform can't fold by itself: what is open, and a step that opens the rest.
 */
export const unfoldedByStep = (form: Form): Form =>
  form.fold === undefined || form.fold.isOpen
    ? form
    : {
        ...form,
        fields: form.fields.filter(({ folded }) => folded !== true),
        steps: [...(form.steps ?? []), { id: unfoldStep, label: form.fold.label }],
      };
