/** The facts of a project, each by itself, as everyone confirms them or doesn't. */
import type { Translator } from "../../i18n/translator.ts";
import { money } from "../currency.ts";
import { labelOf } from "../label.ts";
import type { AssessmentContent } from "./content.ts";
import { partsOf } from "./parts.ts";

/** `id` stays the same where the project is assessed again. */
export type StatedFact = { readonly id: string; readonly label: string; readonly value: string };

/** In the order in which the form asks for them; none where no project was stated. */
export const factsOf = (content: AssessmentContent, t: Translator): readonly StatedFact[] => {
  const { project } = content;
  if (project === undefined) return [];
  const say = t.messages.assessment;
  const { roi } = partsOf(content);
  const chosen = (
    ones: readonly { readonly id: string; readonly label: Parameters<typeof labelOf>[0] }[],
    id: string,
  ) => {
    const found = ones.find((one) => one.id === id);
    return found === undefined ? id : labelOf(found.label, t);
  };
  const fact = (id: string, label: string, value: string | undefined): readonly StatedFact[] =>
    value === undefined ? [] : [{ id, label, value }];
  const amount = (figure: number | undefined): string | undefined =>
    figure === undefined ? undefined : money(roi.currency, figure, t);
  return [
    ...fact("purpose", say.purpose, project.purpose),
    ...project.requirements.flatMap((value, index) =>
      fact(`requirement-${index + 1}`, say.requirement({ number: index + 1 }), value),
    ),
    ...fact("data", say.data, project.data),
    ...fact("examples", say.examples, t.number(project.examples)),
    ...fact("domain", t.messages.roi.domain, chosen(roi.domains, project.domain)),
    ...fact("complexity", t.messages.roi.complexity, chosen(roi.complexities, project.complexity)),
    ...fact("required", t.messages.roi.required, t.percent(project.required / 100)),
    ...fact("build-budget", t.messages.roi.buildBudget, amount(project.buildBudget)),
    ...fact("budget", t.messages.roi.budget, amount(project.budget)),
    ...fact("today", say.today, project.today),
  ];
};
