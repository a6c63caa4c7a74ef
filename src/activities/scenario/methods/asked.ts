/** What is said of answers that aren't one option, by whichever method. */
import type { AskedWords } from "../../../i18n/messages/asked.ts";
import type { MethodsMessages } from "../../../i18n/messages/methods.ts";
import type { Translator } from "../../../i18n/translator.ts";

/** `reasonless`: even where no reason goes with an answer, none is ever given. */
export const askedBy =
  (method: keyof MethodsMessages["hints"], reasonless: "reasonless" | "sometimes-reasoned" = "reasonless") =>
  ({ bare }: { readonly bare: boolean }, t: Translator): AskedWords => {
    const { hints, asked } = t.messages.methods;
    const { reasons } = t.messages.scenario.asked;
    const how = bare ? "bare" : "reasoned";
    const said = { ...asked[how], hint: hints[method][how] };
    return reasons === undefined || (bare && reasonless === "reasonless") ? said : { ...said, reasons };
  };
