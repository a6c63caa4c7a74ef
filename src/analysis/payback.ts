/**
 * What approaches cost in a year, what they bring, and which pays back best. Pure arithmetic;
 * amounts are in whatever unit the pack counts in.
 */

export type Cost = {
  readonly id: string;
  readonly amount: number;
  /**
   * Months between two payments; 0 for a single one. The first of a repeated one falls at the end
   * of its first period.
   */
  readonly everyMonths: number;
};

export type Approach = {
  readonly id: string;
  readonly costs: readonly Cost[];
  /** Expected performance in percent before it is held between 0 and 100. */
  readonly performance: number;
};

export type Project = {
  readonly horizonMonths: number;
  /** Percent. */
  readonly requiredPerformance: number;
  readonly budget: number;
  /** What a year brings when the required performance is just reached. */
  readonly valueAtRequired: number;
  /** What each point of performance above the required one adds, and each below takes away. */
  readonly valuePerPoint: number;
  readonly approaches: readonly Approach[];
};

export type Payback = {
  readonly id: string;
  readonly cost: number;
  readonly performance: number;
  readonly value: number;
  /** Percent; undefined where nothing is paid, and there is thus nothing to relate the value to. */
  readonly roi: number | undefined;
  readonly overBudget: boolean;
  readonly belowRequired: boolean;
};

/**
 * How many payments fall into the horizon: retraining every 6 months is paid at month 6 and month
 * 12, twice in 12 months.
 */
export const paymentsWithin = (everyMonths: number, horizonMonths: number): number =>
  everyMonths === 0 ? 1 : Math.floor(horizonMonths / everyMonths);

/** Every approach with ROI = (value − cost) / cost × 100, in the order given. */
export const paybacks = (project: Project): readonly Payback[] =>
  project.approaches.map(({ id, costs, performance: expected }) => {
    const { horizonMonths, requiredPerformance, valueAtRequired, valuePerPoint, budget } = project;
    const cost = costs.reduce(
      (sum, { amount, everyMonths }) => sum + amount * paymentsWithin(everyMonths, horizonMonths),
      0,
    );
    const performance = Math.min(100, Math.max(0, expected));
    const value = Math.max(0, valueAtRequired + valuePerPoint * (performance - requiredPerformance));
    return {
      id,
      cost,
      performance,
      value,
      roi: cost > 0 ? ((value - cost) / cost) * 100 : undefined,
      overBudget: cost > budget,
      belowRequired: performance < requiredPerformance,
    };
  });

/**
 * The one with the highest ROI within budget and at the required performance; undefined when none
 * qualifies. The first of equals wins.
 */
export const bestOf = (results: readonly Payback[]): Payback | undefined =>
  results
    .filter(({ roi, overBudget, belowRequired }) => roi !== undefined && !overBudget && !belowRequired)
    .reduce<Payback | undefined>(
      (best, one) => (best === undefined || Number(one.roi) > Number(best.roi) ? one : best),
      undefined,
    );

/** One assumption: its id, and the project with that assumption alone multiplied by a factor. */
export type Assumption = { readonly id: string; readonly scaled: (factor: number) => Project };

/** What an assumption's id names; `cost` is empty where it is about no cost item, and so on. */
export const partsOfAssumption = (
  id: string,
): { readonly what: string; readonly approach: string; readonly cost: string } => {
  const [what = "", approach = "", cost = ""] = id.split("/");
  return { what, approach, cost };
};

/** Every figure of a project that is assumed rather than known. */
export const assumptionsOf = (project: Project): readonly Assumption[] => {
  const withApproach = (id: string, change: (approach: Approach) => Approach): Project => ({
    ...project,
    approaches: project.approaches.map((approach) => (approach.id === id ? change(approach) : approach)),
  });
  return [
    { id: "value", scaled: (factor) => ({ ...project, valueAtRequired: project.valueAtRequired * factor }) },
    { id: "per-point", scaled: (factor) => ({ ...project, valuePerPoint: project.valuePerPoint * factor }) },
    ...project.approaches.flatMap(({ id, costs }): readonly Assumption[] => [
      {
        id: `performance/${id}`,
        scaled: (factor) => withApproach(id, (one) => ({ ...one, performance: one.performance * factor })),
      },
      ...costs.map((cost) => ({
        id: `cost/${id}/${cost.id}`,
        scaled: (factor: number) =>
          withApproach(id, (one) => ({
            ...one,
            costs: one.costs.map((item) => (item.id === cost.id ? { ...item, amount: item.amount * factor } : item)),
          })),
      })),
    ]),
  ];
};

/**
 * How far each assumption moves an approach's ROI, in points of percent between 20 % less and 20 %
 * more of it, one at a time.
 */
export const sensitivity = (project: Project, approach: string): ReadonlyMap<string, number> => {
  const roiOf = (changed: Project): number | undefined => paybacks(changed).find(({ id }) => id === approach)?.roi;
  return new Map(
    assumptionsOf(project).flatMap(({ id, scaled }) => {
      const less = roiOf(scaled(0.8));
      const more = roiOf(scaled(1.2));
      return less === undefined || more === undefined ? [] : [[id, Math.abs(more - less)] as const];
    }),
  );
};
