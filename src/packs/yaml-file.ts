/**
 * One YAML file, read safely: within bounds, no aliases, no tags, no keys that reach a prototype;
 * every mistake with its place.
 */
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import type { Problem } from "../activities/problem.ts";
import { problemOf, syntaxProblems } from "./mistakes.ts";
import type { PackMistake } from "./pack.ts";
import { readTokens } from "./yaml-tokens.ts";

/**
 * Of a file's mistakes in YAML itself so many are told one by one: a hostile file has tens of
 * thousands.
 */
const mistakesMax = 20;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

export type YamlFile =
  | {
      readonly type: "read";
      readonly value: unknown;
      readonly locate: Locate;
      /** Where the key stands with which a path ends. */
      readonly locateKey: Locate;
    }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

/** Where in the file a path stands, or the deepest part of it that exists. */
export type Locate = (path: readonly PropertyKey[]) => Place;

export type Place = { readonly line?: number; readonly column?: number };

export const readYaml = (file: string, text: string): YamlFile => {
  const lines = new LineCounter();
  const placeAt = (offset: number | undefined): Place => {
    if (offset === undefined) return {};
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const mistaken = ({ problem, offset, nodes = [] }: Found): PackMistake => ({
    file,
    path: formatPath(pathOf(nodes)),
    problem,
    ...placeAt(offset),
  });
  const read = readTokens(text, lines);
  if (read.type === "refused") return { type: "mistakes", mistakes: [mistaken(read)] };
  const document = compose(read.tokens, text.length);
  const found = [...syntaxMistakes(document), ...forbiddenNodes(document)];
  const [told, left] = [found.slice(0, mistakesMax), found.slice(mistakesMax)];
  if (left.length > 0) told.push({ problem: { code: "more", count: left.length } });
  if (told.length > 0) return { type: "mistakes", mistakes: told.map(mistaken) };
  return {
    type: "read",
    value: document.toJS({ maxAliasCount: 0 }),
    locate: (path) => placeAt(offsetOf(document, path)),
    locateKey: (path) => placeAt(keyOffsetOf(document, path) ?? offsetOf(document, path)),
  };
};

/**
 * The composer makes an error object of each mistake: tens of thousands take a third of a second
 * with stack traces, and a tenth of that without.
 */
const compose = (tokens: readonly CST.Token[], length: number): Document.Parsed => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const options = { strict: true, uniqueKeys: false, version: "1.2", prettyErrors: false } as const;
    const [document] = new Composer(options).compose(tokens, true, length);
    if (document === undefined) throw new Error("The composer was to give a document whatever it read");
    return document;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

type Found = {
  readonly problem: Problem;
  /** Where it stands in the text; absent when the whole file is meant. */
  readonly offset?: number | undefined;
  /** From the document down to the node that is meant. */
  readonly nodes?: Nodes;
};

type Nodes = readonly (Document | Node | Pair)[];

/** Tags that nobody knows come as warnings, and are found among the nodes. */
const syntaxMistakes = ({ errors, warnings }: Document.Parsed): readonly Found[] =>
  [...errors, ...warnings.filter(({ code }) => code !== "TAG_RESOLVE_FAILED")].map(({ code, pos }) => ({
    problem: syntaxProblems[code],
    offset: pos[0],
  }));

const forbiddenNodes = (document: Document.Parsed): readonly Found[] => {
  const found: Found[] = [];
  visit(document, {
    Alias: (_key, node, above) => {
      found.push({ problem: { code: "alias" }, offset: node.range?.[0], nodes: [...above, node] });
    },
    Pair: (_key, pair, above) => {
      const { key } = pair;
      if (isScalar(key) && typeof key.value === "string" && forbiddenKeys.has(key.value))
        found.push({
          problem: { code: "forbidden-key", key: key.value },
          offset: key.range?.[0],
          nodes: [...above, pair],
        });
    },
    Value: (_key, node, above) => {
      const nodes = [...above, node];
      if (node.tag !== undefined) found.push({ problem: { code: "tag" }, offset: node.range?.[0], nodes });
      if (isMap(node)) found.push(...repeatedKeys(node, nodes));
      if (isScalar(node) && Number.isInteger(node.value) && !Number.isSafeInteger(node.value))
        found.push({ problem: { code: "quote-it" }, offset: node.range?.[0], nodes });
    },
  });
  return found;
};

/** The parser's own check compares each key with each other one. */
const repeatedKeys = ({ items }: YAMLMap, nodes: Nodes): readonly Found[] => {
  const seen = new Set<unknown>();
  return items.flatMap((pair): readonly Found[] => {
    const { key } = pair;
    if (!isScalar(key)) return [];
    const repeated = seen.has(key.value);
    seen.add(key.value);
    return repeated ? [{ problem: { code: "same-key" }, offset: key.range?.[0], nodes: [...nodes, pair] }] : [];
  });
};

const pathOf = (nodes: Nodes): readonly PropertyKey[] =>
  nodes.flatMap((node, index): readonly PropertyKey[] => {
    if (isPair(node)) return isScalar(node.key) ? [node.key.source ?? ""] : [];
    const above = nodes[index - 1];
    return isSeq(above) ? [above.items.indexOf(node)] : [];
  });

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

const keyOffsetOf = (document: Document.Parsed, path: readonly PropertyKey[]): number | undefined => {
  const above = path.slice(0, -1);
  const map = above.length === 0 ? document.contents : document.getIn(above, true);
  const pair = isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    : undefined;
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
};

/** Checks a read file against a schema; each issue gets its position. */
export const check = <T>(
  file: string,
  read: YamlFile & { type: "read" },
  schema: z.ZodType<T>,
):
  | { readonly type: "value"; readonly value: T; readonly locate: Locate }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] } => {
  const parsed = schema.safeParse(read.value, { reportInput: true });
  if (parsed.success) return { type: "value", value: parsed.data, locate: read.locate };
  const mistakes = parsed.error.issues.flatMap((issue): readonly PackMistake[] => {
    const { path } = issue;
    if (issue.code !== "unrecognized_keys")
      return [{ file, path: formatPath(path), problem: problemOf(issue), ...read.locate(path) }];
    return issue.keys.map((key) => {
      const at = [...path, key];
      return { file, path: formatPath(at), problem: { code: "unknown-key", key }, ...read.locateKey(at) };
    });
  });
  return { type: "mistakes", mistakes };
};

/** A path as the trainer reads it: `options[2].label.ko`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
