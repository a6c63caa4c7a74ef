/**
 * Which single figure would have to change, and to what, for another approach to be best. Pure
 * arithmetic on the model of payback.ts.
 */
import { type Approach, bestOf, type Cost, type Project, paybacks } from "./payback.ts";

/** A figure of a project that can be moved by itself. */
export type Lever =
  | { readonly what: "value" | "per-point" | "required" | "budget" | "build-budget" }
  | { readonly what: "performance"; readonly approach: string }
  | { readonly what: "cost" | "period"; readonly approach: string; readonly cost: string };

/** The smallest change of one figure that changes which approach is best. */
export type Flip = {
  readonly lever: Lever;
  readonly from: number;
  readonly to: number;
  /** Which is best then; undefined where none qualifies any more. */
  readonly winner: string | undefined;
};

/** A lever with the project that results from each of its values. */
type Movable = { readonly lever: Lever; readonly from: number; readonly set: (value: number) => Project } & (
  | { readonly least: number; readonly most: number }
  | { readonly values: readonly number[] }
);

/** The periods that are tried, in months; 0 is a single payment. */
export const periodsTried = [0, 1, 3, 6, 12] as const;

/** How far amounts are tried: so many times what they are. */
const timesMax = 10;

/** Every lever of a project; a limit that isn't set is none. */
const movablesOf = (project: Project): readonly Movable[] => {
  const withApproach = (id: string, change: (approach: Approach) => Approach): Project => ({
    ...project,
    approaches: project.approaches.map((approach) => (approach.id === id ? change(approach) : approach)),
  });
  const withCost = (approach: string, id: string, change: Partial<Cost>): Project =>
    withApproach(approach, (one) => ({
      ...one,
      costs: one.costs.map((cost) => (cost.id === id ? { ...cost, ...change } : cost)),
    }));
  const amount = (lever: Lever, from: number | undefined, set: (value: number) => Project): readonly Movable[] =>
    from === undefined ? [] : [{ lever, from, set, least: 0, most: Math.max(1, from) * timesMax }];
  const { valueAtRequired, valuePerPoint, budget, buildBudget, requiredPerformance, hybrid } = project;
  const hybridOwn: readonly Movable[] =
    hybrid?.performance === undefined
      ? []
      : [
          {
            lever: { what: "performance", approach: hybrid.id },
            from: hybrid.performance,
            set: (performance) => ({ ...project, hybrid: { ...hybrid, performance } }),
            least: 0,
            most: 100,
          },
        ];
  return [
    ...amount({ what: "value" }, valueAtRequired, (value) => ({ ...project, valueAtRequired: value })),
    ...amount({ what: "per-point" }, valuePerPoint, (value) => ({ ...project, valuePerPoint: value })),
    ...amount({ what: "budget" }, budget, (value) => ({ ...project, budget: value })),
    ...amount({ what: "build-budget" }, buildBudget, (value) => ({ ...project, buildBudget: value })),
    {
      lever: { what: "required" },
      from: requiredPerformance,
      set: (value) => ({ ...project, requiredPerformance: value }),
      least: 1,
      most: 100,
    },
    ...project.approaches.flatMap(({ id, costs, performance }): readonly Movable[] => [
      {
        lever: { what: "performance", approach: id },
        from: Math.min(100, Math.max(0, performance)),
        set: (value) => withApproach(id, (one) => ({ ...one, performance: value })),
        least: 0,
        most: 100,
      },
      ...costs.flatMap((cost): readonly Movable[] => [
        ...amount({ what: "cost", approach: id, cost: cost.id }, cost.amount, (value) =>
          withCost(id, cost.id, { amount: value }),
        ),
        {
          lever: { what: "period", approach: id, cost: cost.id },
          from: cost.everyMonths,
          set: (value) => withCost(id, cost.id, { everyMonths: value }),
          values: periodsTried.filter((months) => months !== cost.everyMonths),
        },
      ]),
    ]),
    ...hybridOwn,
  ];
};

const winnerOf = (project: Project): string | undefined => bestOf(paybacks(project))?.id;

/**
 * The whole number nearest to `from` in one direction at which another approach is best: steps
 * that double, then bisection between the last two. A change that comes and goes within one step
 * is passed over; what is answered always holds.
 */
const nearestChange = (
  { from, set }: Movable,
  bound: number,
  current: string | undefined,
): Pick<Flip, "to" | "winner"> | undefined => {
  const sign = bound < from ? -1 : 1;
  const start = sign < 0 ? Math.ceil(from) : Math.floor(from);
  const end = Math.abs(bound - start);
  const changedAt = (distance: number): boolean => winnerOf(set(start + sign * distance)) !== current;
  let same = 0;
  let changed = Math.min(1, end);
  while (!changedAt(changed)) {
    if (changed >= end) return undefined;
    same = changed;
    changed = Math.min(end, changed * 2);
  }
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (changedAt(middle)) changed = middle;
    else same = middle;
  }
  const to = start + sign * changed;
  return { to, winner: winnerOf(set(to)) };
};

/** How much a figure moves, as a share of what it was: what flips are ordered by. */
const distanceOf = ({ lever, from, to }: Flip): number => {
  // A period that becomes another is a change of what is paid in a year.
  if (lever.what !== "period") return Math.abs(to - from) / Math.max(1, Math.abs(from));
  const yearly = (months: number): number => (months === 0 ? 1 : 12 / months);
  return Math.abs(yearly(to) - yearly(from)) / yearly(from);
};

/**
 * For every figure the smallest change, by itself, that changes which approach is best or makes
 * one qualify; the smallest first, measured against what each figure was.
 *
 * @example
 * flipPoints(project)[0]; // { lever: { what: "budget" }, from: 2000, to: 2120, winner: "rag" }
 */
export const flipPoints = (project: Project): readonly Flip[] => {
  const current = winnerOf(project);
  const flips = movablesOf(project).flatMap((movable): readonly Flip[] => {
    const { lever, from, set } = movable;
    const found =
      "values" in movable
        ? movable.values.map((to) => ({ to, winner: winnerOf(set(to)) })).filter(({ winner }) => winner !== current)
        : [movable.least, movable.most].flatMap((bound) => nearestChange(movable, bound, current) ?? []);
    return found
      .map((one): Flip => ({ lever, from, ...one }))
      .toSorted((a, b) => distanceOf(a) - distanceOf(b))
      .slice(0, 1);
  });
  return flips.toSorted((a, b) => distanceOf(a) - distanceOf(b));
};
