/** A scenario as its method sees it: what there is to answer, as it is shown. */
import type { FieldOption } from "../../cards/form.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { inlineOf } from "../content-text.ts";
import type { ScenarioContent } from "./content.ts";
import type { Ballot, OpenMethod } from "./methods/method.ts";
import { methodNamed } from "./methods/methods.ts";

/** Of those who spread dots, where the content doesn't say how many. */
const dotsEach = 5;

export const methodOf = ({ method }: Pick<ScenarioContent, "method">): OpenMethod => methodNamed(method);

export const ballotOf = (content: ScenarioContent, t: Translator): Ballot => ({
  options: methodOf(content).stances?.(t) ?? content.options.map((option) => optionOf(option, t)),
  dots: content.dots ?? dotsEach,
});

const optionOf = ({ id, label, description }: ScenarioContent["options"][number], t: Translator): FieldOption => ({
  id,
  label: plainText(inlineOf(label, t)),
  description: description === undefined ? undefined : plainText(inlineOf(description, t)),
});
