/**
 * Computes a pack's formulas over numbers. They are read as CEL, of which arithmetic, comparison
 * and `?:` alone are taken: no part of such a formula repeats anything, so it ends by itself.
 */
import { type ASTNode, Environment, ParseError, serialize } from "@marcbachmann/cel-js";
import { runBounded } from "./bounded.ts";

export const formulaLengthMax = 300;

/**
 * Only its parser is asked. Both limits are far beyond what a person writes in so many characters.
 */
const language = new Environment({ limits: { maxAstNodes: 100, maxDepth: 12 } });

/**
 * In milliseconds by the wall. A formula of the greatest length takes a fraction of one; the rest
 * is for a machine so busy that this process has to wait.
 */
const judgingMsMax = 5_000;

/** What is wrong with a formula; `part` is the piece of it that is meant. */
export type FormulaProblem =
  | { readonly code: "formula-unreadable"; readonly part: string }
  | { readonly code: "formula-forbidden"; readonly part: string }
  | { readonly code: "formula-mismatch"; readonly part: string }
  | { readonly code: "formula-unknown"; readonly id: string }
  | { readonly code: "formula-too-long" | "formula-no-number" | "formula-slow" };

/**
 * What is wrong with a formula over these variables; undefined when it yields a number, in time.
 *
 * @example
 * formulaProblem("hours * rate", ["hours", "rate"]); // undefined
 */
export const formulaProblem = (formula: string, variables: readonly string[]): FormulaProblem | undefined => {
  const judged = runBounded(() => judge(formula, variables), judgingMsMax);
  return judged.type === "too-long" ? { code: "formula-slow" } : judged.value;
};

/**
 * The formula's value; undefined where it has none, as when something is divided by zero or a value
 * is missing.
 *
 * @example
 * computeFormula("hours * rate", { hours: 2, rate: 50 }); // 100
 */
export const computeFormula = (formula: string, values: Readonly<Record<string, number>>): number | undefined => {
  // A session may hold a formula from before there were rules for it.
  const read = readFormula(formula);
  if ("code" in read || "code" in sortOf(read, Object.keys(values))) return undefined;
  const value = valueIn(read, values);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
};

const judge = (formula: string, variables: readonly string[]): FormulaProblem | undefined => {
  const read = readFormula(formula);
  if ("code" in read) return read;
  const sort = sortOf(read, variables);
  if ("code" in sort) return sort;
  if (sort.yields !== "number") return { code: "formula-no-number" };
  computeFormula(formula, Object.fromEntries(variables.map((name) => [name, 1])));
  return undefined;
};

const readFormula = (formula: string): ASTNode | FormulaProblem => {
  try {
    return language.parse(formula).ast;
  } catch (fault) {
    if (!(fault instanceof ParseError)) throw fault;
    if (fault.code === "limit_exceeded") return { code: "formula-too-long" };
    const { start, end } = fault.range ?? { start: 0, end: formula.length };
    return { code: "formula-unreadable", part: formula.slice(start, end).trim() || formula.trim() };
  }
};

type Sort = { readonly yields: "number" | "truth" };

/** What a part yields, or the first problem in it from left to right. */
const sortOf = (node: ASTNode, variables: readonly string[]): Sort | FormulaProblem => {
  switch (node.op) {
    case "value":
      return isNumber(node.args) ? { yields: "number" } : forbidden(node);
    case "id":
      return variables.includes(node.args) ? { yields: "number" } : { code: "formula-unknown", id: node.args };
    case "-_":
      return joined(node, [node.args], ["number"], "number", variables);
    case "+":
    case "-":
    case "*":
    case "/":
      return joined(node, node.args, ["number", "number"], "number", variables);
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "==":
    case "!=":
      return joined(node, node.args, ["number", "number"], "truth", variables);
    case "?:":
      return joined(node, node.args, ["truth", "number", "number"], "number", variables);
    default:
      return forbidden(node);
  }
};

const isNumber = (value: unknown): value is number | bigint => typeof value === "number" || typeof value === "bigint";

const forbidden = (node: ASTNode): FormulaProblem => ({ code: "formula-forbidden", part: serialize(node) });

/** What a part made of others yields, where each of these yields what it takes. */
const joined = (
  node: ASTNode,
  parts: readonly ASTNode[],
  takes: readonly Sort["yields"][],
  yields: Sort["yields"],
  variables: readonly string[],
): Sort | FormulaProblem => {
  const sorts = parts.map((part) => sortOf(part, variables));
  const problem = sorts.find((sort) => "code" in sort);
  if (problem !== undefined) return problem;
  const fits = sorts.every((sort, index) => "yields" in sort && sort.yields === takes[index]);
  return fits ? { yields } : { code: "formula-mismatch", part: serialize(node) };
};

/** Every number is a double, whole ones too; undefined where there is no value. */
const valueIn = (node: ASTNode, values: Readonly<Record<string, number>>): number | boolean | undefined => {
  const at = (part: ASTNode): number => Number(valueIn(part, values) ?? Number.NaN);
  switch (node.op) {
    case "value":
      return isNumber(node.args) ? Number(node.args) : undefined;
    case "id":
      return values[node.args];
    case "-_":
      return -at(node.args);
    case "+":
      return at(node.args[0]) + at(node.args[1]);
    case "-":
      return at(node.args[0]) - at(node.args[1]);
    case "*":
      return at(node.args[0]) * at(node.args[1]);
    case "/":
      return at(node.args[0]) / at(node.args[1]);
    case "<":
      return at(node.args[0]) < at(node.args[1]);
    case "<=":
      return at(node.args[0]) <= at(node.args[1]);
    case ">":
      return at(node.args[0]) > at(node.args[1]);
    case ">=":
      return at(node.args[0]) >= at(node.args[1]);
    case "==":
      return at(node.args[0]) === at(node.args[1]);
    case "!=":
      return at(node.args[0]) !== at(node.args[1]);
    case "?:":
      return valueIn(node.args[valueIn(node.args[0], values) ? 1 : 2], values);
    default:
      return undefined;
  }
};
