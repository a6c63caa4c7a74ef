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

/** Several approaches taken together. */
export type Hybrid = {
  readonly id: string;
  /** The ids of the approaches it is made of. */
  readonly parts: readonly string[];
  /** The ids of cost items that its parts need but once; the dearest of them is paid. */
  readonly shared: readonly string[];
  /** Percent; where nobody stated one, that of its best part. */
  readonly performance: number | undefined;
};

/** Budgets are limits where there are any. */
export type Project = {
  readonly horizonMonths: number;
  /** Percent. */
  readonly requiredPerformance: number;
  /** What may be spent over the horizon, single payments among it. */
  readonly budget: number | undefined;
  /** What may be spent on single payments. */
  readonly buildBudget: number | undefined;
  /** What a year brings when the required performance is just reached. */
  readonly valueAtRequired: number;
  /** What each point of performance above the required one adds, and each below takes away. */
  readonly valuePerPoint: number;
  readonly approaches: readonly Approach[];
  readonly hybrid: Hybrid | undefined;
};

export type Payback = {
  readonly id: string;
  /** All payments within the horizon. */
  readonly cost: number;
  /** The single payments among them. */
  readonly buildCost: number;
  readonly performance: number;
  readonly value: number;
  /** Percent; undefined where nothing is paid, and there is thus nothing to relate the value to. */
  readonly roi: number | undefined;
  /** By how much each limit is missed, in the limit's unit; 0 where it is kept or there is none. */
  readonly over: { readonly budget: number; readonly build: number; readonly points: number };
};

/**
 * How many payments fall into the horizon: retraining every 6 months is paid at month 6 and month
 * 12, twice in 12 months.
 */
export const paymentsWithin = (everyMonths: number, horizonMonths: number): number =>
  everyMonths === 0 ? 1 : Math.floor(horizonMonths / everyMonths);

const held = (performance: number): number => Math.min(100, Math.max(0, performance));

/** What an item costs over the horizon. */
const paidFor = ({ amount, everyMonths }: Cost, horizonMonths: number): number =>
  amount * paymentsWithin(everyMonths, horizonMonths);

/** A hybrid as one approach: its parts' costs, the shared ones once, at the dearest. */
const joined = ({ id, parts, shared, performance }: Hybrid, project: Project): Approach => {
  const own = project.approaches.filter((approach) => parts.includes(approach.id));
  const costs = own.flatMap((approach) => approach.costs);
  const dearest = shared.flatMap((item) =>
    costs
      .filter((cost) => cost.id === item)
      .toSorted((a, b) => paidFor(b, project.horizonMonths) - paidFor(a, project.horizonMonths))
      .slice(0, 1),
  );
  return {
    id,
    costs: [...costs.filter((cost) => !shared.includes(cost.id)), ...dearest],
    performance: performance ?? Math.max(0, ...own.map((approach) => approach.performance)),
  };
};

const paybackOf = ({ id, costs, performance: expected }: Approach, project: Project): Payback => {
  const { horizonMonths, requiredPerformance, valueAtRequired, valuePerPoint } = project;
  const sum = (items: readonly Cost[]): number =>
    items.reduce((total, item) => total + paidFor(item, horizonMonths), 0);
  const cost = sum(costs);
  const buildCost = sum(costs.filter(({ everyMonths }) => everyMonths === 0));
  const performance = held(expected);
  const value = Math.max(0, valueAtRequired + valuePerPoint * (performance - requiredPerformance));
  return {
    id,
    cost,
    buildCost,
    performance,
    value,
    roi: cost > 0 ? ((value - cost) / cost) * 100 : undefined,
    over: {
      budget: Math.max(0, cost - (project.budget ?? Number.POSITIVE_INFINITY)),
      build: Math.max(0, buildCost - (project.buildBudget ?? Number.POSITIVE_INFINITY)),
      points: Math.max(0, requiredPerformance - performance),
    },
  };
};

/**
 * Every approach with ROI = (value − cost) / cost × 100, in the order given; the hybrid last, as
 * far as it has two parts at least.
 *
 * @example
 * paybacks(project).map(({ id, roi }) => [id, roi]); // [["rag", 44.3], ["tool-use", 36.2]]
 */
export const paybacks = (project: Project): readonly Payback[] => {
  const { approaches, hybrid } = project;
  const all = hybrid === undefined || hybrid.parts.length < 2 ? approaches : [...approaches, joined(hybrid, project)];
  return all.map((approach) => paybackOf(approach, project));
};

/** Whether it keeps every limit. */
export const qualifies = ({ over }: Payback): boolean => over.budget === 0 && over.build === 0 && over.points === 0;

const highest = (results: readonly Payback[]): Payback | undefined =>
  results.reduce<Payback | undefined>((best, one) => {
    if (one.roi === undefined) return best;
    return best?.roi === undefined || one.roi > best.roi ? one : best;
  }, undefined);

/**
 * The one with the highest ROI within every limit; undefined when none qualifies. The first of
 * equals wins.
 */
export const bestOf = (results: readonly Payback[]): Payback | undefined => highest(results.filter(qualifies));

/** The one with the highest ROI, limits left aside. The first of equals wins. */
export const leaderOf = (results: readonly Payback[]): Payback | undefined => highest(results);

/**
 * The one that comes nearest to keeping every limit, where none keeps all: the one whose misses,
 * each as a share of its limit, are least in sum; of equals the one with the highest ROI.
 */
export const nearestOf = (results: readonly Payback[], project: Project): Payback | undefined => {
  const { budget, buildBudget, requiredPerformance } = project;
  const share = (missed: number, limit: number | undefined): number =>
    missed === 0 ? 0 : missed / Math.max(limit ?? 1, 1);
  const missedBy = ({ over }: Payback): number =>
    share(over.budget, budget) + share(over.build, buildBudget) + share(over.points, requiredPerformance);
  const least = Math.min(...results.map(missedBy));
  const nearest = results.filter((one) => missedBy(one) === least);
  return highest(nearest) ?? nearest[0];
};
