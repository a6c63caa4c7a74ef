/**
 * Several people's figures as one project: of each amount the median, of each choice the
 * commonest.
 */
import { spreadOf } from "./median.ts";
import type { Hybrid, Project } from "./payback.ts";

/** The first of equals where two are as common; they are told apart as they are written. */
const commonest = <Value>(values: readonly Value[], otherwise: Value): Value => {
  const groups = [...Map.groupBy(values, (value) => JSON.stringify(value)).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0] ?? otherwise;
};

const median = (figures: readonly number[]): number => spreadOf(figures)?.median ?? 0;

/** What isn't stated is no figure: there is one where most state one. */
const medianStated = (figures: readonly (number | undefined)[]): number | undefined => {
  const stated = figures.flatMap((figure) => (figure === undefined ? [] : [figure]));
  return stated.length * 2 > figures.length ? median(stated) : undefined;
};

/**
 * The projects are of one content: the same approaches with the same cost items.
 *
 * @example
 * medianProject(cheap, [dear, dearer]).budget; // that of `dear`
 */
export const medianProject = (first: Project, others: readonly Project[]): Project => {
  const projects = [first, ...others];
  const of = (figure: (project: Project) => number): number => median(projects.map(figure));
  return {
    horizonMonths: first.horizonMonths,
    requiredPerformance: of((one) => one.requiredPerformance),
    budget: medianStated(projects.map((one) => one.budget)),
    buildBudget: medianStated(projects.map((one) => one.buildBudget)),
    valueAtRequired: of((one) => one.valueAtRequired),
    valuePerPoint: of((one) => one.valuePerPoint),
    approaches: first.approaches.map((approach, at) => ({
      id: approach.id,
      performance: of((one) => one.approaches[at]?.performance ?? 0),
      costs: approach.costs.map((cost, item) => {
        const same = projects.map((one) => one.approaches[at]?.costs[item] ?? cost);
        return {
          id: cost.id,
          amount: median(same.map(({ amount }) => amount)),
          everyMonths: commonest(
            same.map(({ everyMonths }) => everyMonths),
            cost.everyMonths,
          ),
        };
      }),
    })),
    hybrid: first.hybrid && medianHybrid(first.hybrid, projects),
  };
};

const medianHybrid = (hybrid: Hybrid, projects: readonly Project[]): Hybrid => ({
  ...hybrid,
  parts: commonest(
    projects.flatMap((one) => (one.hybrid === undefined ? [] : [one.hybrid.parts])),
    hybrid.parts,
  ),
  performance: medianStated(projects.map((one) => one.hybrid?.performance)),
});
