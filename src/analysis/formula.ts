/** Computes a pack's formulas over numbers: CEL, a language without loops or side effects, limited in length and depth. */
import { Environment } from "@marcbachmann/cel-js";

export const formulaLengthMax = 300;
const limits = { maxAstNodes: 100, maxDepth: 12 };

const parse = (formula: string, variables: readonly string[]) => {
  const environment = variables.reduce(
    (known, name) => known.registerVariable(name, "double"),
    new Environment({ limits }),
  );
  return environment.parse(formula);
};

/** What is wrong with a formula over these variables, in the library's words; undefined when it yields a number. */
export const formulaProblem = (formula: string, variables: readonly string[]): string | undefined => {
  try {
    const checked = parse(formula, variables).check();
    if (!checked.valid) return checked.error?.message.split("\n")[0] ?? formula;
    return checked.type === "double" ? undefined : `${checked.type} ≠ double`;
  } catch (fault) {
    return fault instanceof Error ? fault.message.split("\n")[0] : String(fault);
  }
};

/** The formula's value; undefined where it has none, as when something is divided by zero or a value is missing. */
export const computeFormula = (formula: string, values: Readonly<Record<string, number>>): number | undefined => {
  try {
    const value: unknown = parse(formula, Object.keys(values))({ ...values });
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
