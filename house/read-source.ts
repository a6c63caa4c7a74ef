/**
 * Reads from a file's source what it imports, types included, and which ways to time, chance and
 * the world it takes.
 */
import { type Node, parseSync, Visitor } from "oxc-parser";

export type Found = { readonly what: string; readonly line: number };

export type Source = { readonly imports: readonly Found[]; readonly reaches: readonly Found[] };

/** Names that lead out of what a function was given. */
const globals = new Set(["Date", "fetch", "process", "setImmediate", "setInterval", "setTimeout"]);
const members = new Set([
  "Math.random",
  "Temporal.Now",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "performance.now",
]);

/** Throws when the source can't be parsed. */
export const readSource = (file: string, text: string): Source => {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join("; ")}`);
  const imports: Found[] = [];
  const reaches: Found[] = [];
  /** Where a name is a key and stands for nothing. */
  const keys = new Set<number>();
  /** Where a date is made of what is given, and not of the present. */
  const given = new Set<number>();
  const at = (what: string, { start }: Node): Found => ({ what, line: text.slice(0, start).split("\n").length });
  const key = (node: Node, computed: boolean): void => {
    if (!computed) keys.add(node.start);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => imports.push(at(source.value, source)),
    ExportAllDeclaration: ({ source }) => imports.push(at(source.value, source)),
    ExportNamedDeclaration: ({ source }) => source && imports.push(at(source.value, source)),
    TSImportType: ({ source }) => imports.push(at(source.value, source)),
    ImportExpression: ({ source }) =>
      // A name put together while the program runs can't be judged, so it is none.
      imports.push(at(source.type === "Literal" ? String(source.value) : "(computed)", source)),
    MemberExpression: (node) => {
      const { object, property, computed } = node;
      key(property, computed);
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (members.has(name)) reaches.push(at(name, node));
      if (name === "Date.UTC" || name === "Date.parse") given.add(object.start);
    },
    Property: (node) => node.shorthand || key(node.key, node.computed),
    TSPropertySignature: (node) => key(node.key, node.computed),
    TSMethodSignature: (node) => key(node.key, node.computed),
    TSQualifiedName: ({ right }) => key(right, false),
    NewExpression: ({ callee, arguments: [first] }) => {
      if (first !== undefined) given.add(callee.start);
    },
    Identifier: (node) => {
      if (!globals.has(node.name) || keys.has(node.start)) return;
      reaches.push(at(node.name === "Date" && given.has(node.start) ? "new Date(…)" : node.name, node));
    },
  }).visit(program);
  return { imports, reaches };
};
