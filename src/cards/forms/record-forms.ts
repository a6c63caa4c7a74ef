/** What is asked of somebody who looks something up. */

import type { Translator } from "../../i18n/translator.ts";
import { present } from "../../text/present.ts";
import { exportFormats } from "../export-formats.ts";
import type { Field, FieldOption, Form } from "../form.ts";

export const findLengthMax = 200;

export const drawFindForm = (nonce: string, t: Translator): Form => {
  const { title, field: label, hint, submit } = t.messages.records.findForm;
  return {
    token: { type: "find", nonce },
    title,
    intro: [],
    fields: [{ type: "text", id: "words", label, hint, required: true, multiline: false, lengthMax: findLengthMax }],
    submit,
    cancel: t.messages.commands.startForm.cancel,
  };
};

/** Of a session, which may be handed to its thread; or of the channel, of one month or of all. */
export const drawExportForm = (
  nonce: string,
  of: { readonly session?: string; readonly months: readonly FieldOption[] },
  t: Translator,
): Form => {
  const say = t.messages.records.exportForm;
  const { session, months } = of;
  const where: Field =
    session === undefined
      ? {
          type: "choice",
          id: "month",
          label: say.month,
          hint: say.monthHint,
          required: false,
          options: months,
          menu: true,
        }
      : { type: "toggle", id: "inThread", label: say.inThread, hint: say.inThreadHint, required: false, value: false };
  return {
    token: { type: "export", nonce, ...present({ session }) },
    title: say.title,
    intro: [],
    fields: [
      {
        type: "choice",
        id: "format",
        label: say.format,
        required: true,
        options: exportFormats.map((id) => ({ id, label: say.formats[id].label, description: say.formats[id].detail })),
        value: "markdown",
      },
      where,
    ],
    submit: say.submit,
    cancel: t.messages.commands.startForm.cancel,
  };
};

/** `months`: each by its `YYYY-MM` and its name, the newest first. */
export const drawHistoryForm = (
  nonce: string,
  months: readonly { readonly id: string; readonly label: string }[],
  t: Translator,
): Form => {
  const say = t.messages.records.filterForm;
  return {
    token: { type: "history", nonce },
    title: say.title,
    intro: [],
    fields: [
      {
        type: "choice",
        id: "decided",
        label: say.decided,
        required: false,
        menu: true,
        options: [
          { id: "with", label: say.with },
          { id: "without", label: say.without },
        ],
      },
      { type: "person", id: "owner", label: say.owner, required: false },
      { type: "choice", id: "month", label: say.month, required: false, options: months, menu: true },
    ],
    submit: say.submit,
    cancel: t.messages.commands.startForm.cancel,
  };
};
