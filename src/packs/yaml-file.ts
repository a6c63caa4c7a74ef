/** One YAML file, read safely: limited in size and depth, no aliases, no tags, no keys that reach a prototype; every mistake with its position. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { problemOf } from "./mistakes.ts";
import type { PackMistake, PackProblem } from "./pack.ts";

/** Ten times what the longest file of the shipped pack takes, and harmless for a parser. */
export const fileKibMax = 64;
const depthMax = 20;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export type YamlFile =
  | { readonly type: "read"; readonly value: unknown; readonly locate: Locate }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

/** Where in the file a path stands, or the deepest part of it that exists. */
export type Locate = (path: readonly PropertyKey[]) => Place;

type Place = { readonly line?: number; readonly column?: number };

export const readYaml = (file: string, text: string): YamlFile => {
  const whole = (problem: PackProblem): YamlFile => ({ type: "mistakes", mistakes: [{ file, path: "", problem }] });
  if (text.length > fileKibMax * 1024) return whole({ code: "too-large", kib: fileKibMax });
  if (isTooDeep(text)) return whole({ code: "too-deep", depth: depthMax });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: false, version: "1.2" });
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return {};
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const mistakes = [
    ...[...document.errors, ...document.warnings].map((mistake): PackMistake => {
      const problem: PackProblem =
        mistake.code === "TAG_RESOLVE_FAILED"
          ? { code: "tag" }
          : { code: "yaml", detail: mistake.message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? "" };
      return { file, path: "", problem, ...placeAt(mistake.pos[0]) };
    }),
    ...forbiddenNodes(document).map(
      ({ offset, problem }): PackMistake => ({ file, path: "", problem, ...placeAt(offset) }),
    ),
  ];
  if (mistakes.length > 0) return { type: "mistakes", mistakes };
  return {
    type: "read",
    value: document.toJS({ maxAliasCount: 0 }),
    locate: (path) => placeAt(offsetOf(document, path)),
  };
};

/** Measures depth on the token stream, without recursion: flow brackets and block indents both nest. */
const isTooDeep = (text: string): boolean => {
  let flow = 0;
  const indents: number[] = [];
  for (const line of text.split("\n")) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    // `- - - x` nests on one line.
    const dashes = /^\s*((?:[-?]\s+)+)/.exec(line)?.[1]?.split(/\s+/).length ?? 0;
    if (indents.length + dashes > depthMax) return true;
    for (const character of line) {
      if (character === "[" || character === "{") flow += 1;
      if (character === "]" || character === "}") flow = Math.max(0, flow - 1);
      if (flow > depthMax) return true;
    }
  }
  return false;
};

type Found = { readonly offset: number | undefined; readonly problem: PackProblem };

const forbiddenNodes = (document: Document.Parsed): readonly Found[] => {
  const found: Found[] = [];
  visit(document, {
    Alias: (_key, node) => {
      found.push({ offset: node.range?.[0], problem: { code: "alias" } });
    },
    // The parser's own check compares each key with each other one: half a minute for 20,000 of them.
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          found.push({ offset: key.range?.[0], problem: { code: "yaml", detail: "Map keys must be unique" } });
        seen.add(key.value);
      }
    },
    Pair: (_key, { key }) => {
      if (isScalar(key) && typeof key.value === "string" && forbiddenKeys.has(key.value))
        found.push({ offset: key.range?.[0], problem: { code: "forbidden-key", key: key.value } });
    },
    Node: (_key, node) => {
      if (!isAlias(node) && node.tag !== undefined) found.push({ offset: node.range?.[0], problem: { code: "tag" } });
    },
    Scalar: (_key, { value, range }) => {
      if (typeof value === "number" && !Number.isSafeInteger(value) && Number.isInteger(value))
        found.push({ offset: range?.[0], problem: { code: "quote-it" } });
    },
  });
  return found;
};

/** Where the deepest part of the path that exists stands in the text. */
const offsetOf = (document: Document.Parsed, path: readonly PropertyKey[]): number | undefined => {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0];
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    if (!isNode(next)) break;
    node = next;
    offset = next.range?.[0] ?? offset;
  }
  return offset;
};

/** Checks a read file against a schema; each issue gets its position. */
export const check = <T>(
  file: string,
  read: YamlFile & { type: "read" },
  schema: z.ZodType<T>,
):
  | { readonly type: "value"; readonly value: T }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] } => {
  const parsed = schema.safeParse(read.value, { reportInput: true });
  if (parsed.success) return { type: "value", value: parsed.data };
  const mistakes = parsed.error.issues.map((issue) => ({
    file,
    path: formatPath(issue.path),
    problem: problemOf(issue),
    ...read.locate(issue.path),
  }));
  return { type: "mistakes", mistakes };
};

/** A path as the trainer reads it: `options[2].label.ko`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
