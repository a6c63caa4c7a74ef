/** The flow as a graph: whether it is sound, and where answers lead in it. Pure. */
import type { PlacedProblem, Problem } from "../problem.ts";

export const branches = ["yes", "no"] as const;
export type Branch = (typeof branches)[number];

/**
 * A question has a yes and a no; a statement only leads on. Targets are ids of nodes or outcomes.
 */
export type FlowNode = {
  readonly id: string;
  readonly next?: string | undefined;
  readonly yes?: string | undefined;
  readonly no?: string | undefined;
};

export type Flow<Node extends FlowNode = FlowNode> = {
  readonly start: string;
  readonly nodes: readonly Node[];
  readonly outcomes: readonly { readonly id: string }[];
};

const targetsOf = ({ next, yes, no }: FlowNode): readonly string[] =>
  [next, yes, no].filter((target) => target !== undefined);

/** Every mistake in a flow, with its place in the content. */
export const flowProblems = (flow: Flow): readonly PlacedProblem[] => {
  const { start, nodes, outcomes } = flow;
  const reached = reachedFrom(flow);
  const placed = [
    ...nodes.map(({ id }, index) => ({ id, path: ["nodes", index] })),
    ...outcomes.map(({ id }, index) => ({ id, path: ["outcomes", index] })),
  ];
  const ids = placed.map(({ id }) => id);
  return [
    ...(nodes.some(({ id }) => id === start)
      ? []
      : [{ path: ["start"], problem: { code: "flow-no-target", id: start } } as const]),
    ...placed.flatMap(({ id, path }, index): readonly PlacedProblem[] =>
      ids.indexOf(id) < index ? [{ path, problem: { code: "flow-duplicate", id } }] : [],
    ),
    ...nodes.flatMap((node, index) => nodeProblems(node, ids).map((problem) => ({ path: ["nodes", index], problem }))),
    ...placed.flatMap(({ id, path }): readonly PlacedProblem[] =>
      reached.has(id) ? [] : [{ path, problem: { code: "flow-unreachable", id } }],
    ),
    ...cyclesIn(flow).map((cycle) => ({ path: ["nodes"], problem: { code: "flow-cycle", ids: cycle } }) as const),
  ];
};

const nodeProblems = (node: FlowNode, ids: readonly string[]): readonly Problem[] => {
  const { id, next } = node;
  const given = branches.filter((branch) => node[branch] !== undefined);
  const missing = next === undefined ? branches.filter((branch) => !given.includes(branch)) : [];
  return [
    ...(next !== undefined && given.length > 0 ? [{ code: "flow-next-and-branches", id } as const] : []),
    ...missing.map((branch) => ({ code: "flow-missing-branch", id, branch }) as const),
    ...targetsOf(node)
      .filter((target) => !ids.includes(target))
      .map((target) => ({ code: "flow-no-target", id: target }) as const),
  ];
};

const reachedFrom = ({ start, nodes }: Flow): ReadonlySet<string> => {
  const reached = new Set([start]);
  // A set's iteration also visits what is added on the way.
  for (const id of reached)
    for (const node of nodes) if (node.id === id) for (const target of targetsOf(node)) reached.add(target);
  return reached;
};

/** One cycle for each way back into the path that is being walked, depth first. */
const cyclesIn = ({ nodes }: Flow): readonly (readonly string[])[] => {
  const cycles: (readonly string[])[] = [];
  const left = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(id);
    if (seenAt >= 0) cycles.push([...path.slice(seenAt), id]);
    if (seenAt >= 0 || left.has(id)) return;
    const node = nodes.find((candidate) => candidate.id === id);
    for (const target of node === undefined ? [] : targetsOf(node)) visit(target, [...path, id]);
    left.add(id);
  };
  for (const { id } of nodes) visit(id, []);
  return cycles;
};

/** One way out of a node: its answer, or `next` where there is nothing to answer. */
type Way = { readonly from: string; readonly to: string; readonly branch: Branch | "next" };

/** Every way of a sound flow, in the order of its nodes. */
export const waysOf = ({ nodes }: Flow): readonly Way[] =>
  nodes.flatMap((node) =>
    ([...branches, "next"] as const).flatMap((branch): readonly Way[] => {
      const to = node[branch];
      return to === undefined ? [] : [{ from: node.id, to, branch }];
    }),
  );

export type Walked<Node> = {
  /** Every way taken, as `node:branch`, statements included. */
  readonly taken: readonly string[];
  /** The questions answered, in order. */
  readonly steps: readonly { readonly node: Node; readonly answer: Branch }[];
  /** The question that comes next; undefined once an outcome is reached. */
  readonly open?: Node;
  /** The outcome's id, once reached. */
  readonly outcome?: string;
};

/** Follows the answers from the start of a sound flow, as far as they lead. */
export const walk = <Node extends FlowNode>(
  { start, nodes }: Flow<Node>,
  answerTo: (node: string) => Branch | undefined,
): Walked<Node> => {
  const steps: { readonly node: Node; readonly answer: Branch }[] = [];
  const taken: string[] = [];
  let at = start;
  // A sound flow ends by itself; the bound keeps any other from running forever.
  for (let left = nodes.length; left >= 0; left -= 1) {
    const node = nodes.find(({ id }) => id === at);
    if (node === undefined) return { taken, steps, outcome: at };
    const answer = node.next === undefined ? answerTo(node.id) : undefined;
    const target = node.next ?? (answer === undefined ? undefined : node[answer]);
    if (target === undefined) return { taken, steps, open: node };
    if (answer !== undefined) steps.push({ node, answer });
    taken.push(`${node.id}:${answer ?? "next"}`);
    at = target;
  }
  return { taken, steps };
};
