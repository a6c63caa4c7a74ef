/** Reads packs from folders: the only place where a pack touches the disk. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenKind } from "../activities/define-kind.ts";
import type { Problem } from "../activities/problem.ts";
import type { Pack, PackMistake } from "./pack.ts";
import { type ParsedPack, packFile, parsePack, type SpottedId } from "./parse.ts";
import { fileKibMax } from "./yaml-tokens.ts";

export type LoadedPacks =
  | { readonly type: "packs"; readonly packs: readonly Pack[] }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

const filesMax = 500;

/**
 * Loads every pack in the folders, each a folder with a `pack.yaml`; answers every mistake in any
 * of them. Links aren't followed.
 */
export const loadPacks = async (folders: readonly string[], kinds: readonly OpenKind[]): Promise<LoadedPacks> => {
  const loaded = (await Promise.all(folders.map((folder) => loadFolder(folder, kinds)))).flat();
  const parsed = loaded.flatMap((one) => (one.type === "pack" ? [one] : []));
  const mistakes = [
    ...loaded.flatMap((one) => (one.type === "mistakes" ? one.mistakes : [])),
    ...repeated(parsed.map(({ ids }) => ids.pack)),
    // They are typed in commands, which name no pack.
    ...repeated(parsed.flatMap(({ ids }) => ids.startable)),
  ];
  return mistakes.length > 0
    ? { type: "mistakes", mistakes }
    : { type: "packs", packs: parsed.map(({ pack }) => pack) };
};

const mistaken = (file: string, problem: Problem): ParsedPack => ({
  type: "mistakes",
  mistakes: [{ file, path: "", problem }],
});

const loadFolder = async (folder: string, kinds: readonly OpenKind[]): Promise<readonly ParsedPack[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [mistaken(folder, { code: "not-read" })];
  // A pack's own folder is as good as the folder of packs that it stands in.
  if (entries.some((entry) => entry.isFile() && entry.name === packFile)) return [await loadPack(folder, kinds)];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (names.length === 0) return [mistaken(folder, { code: "no-packs" })];
  return Promise.all(names.sort().map((name) => loadPack(join(folder, name), kinds)));
};

const loadPack = async (folder: string, kinds: readonly OpenKind[]): Promise<ParsedPack> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".yaml")).map(({ name }) => name);
  if (names.length > filesMax) return mistaken(folder, { code: "too-many-files", count: filesMax });
  const inOrder = names.sort((a, b) => Number(b === packFile) - Number(a === packFile) || a.localeCompare(b));
  const texts = new Map<string, string>();
  const tooLarge: PackMistake[] = [];
  for (const name of inOrder) {
    const path = join(folder, name);
    // Measured before it is read, so that a huge file never enters memory.
    const { size } = await lstat(path);
    const large = size > fileKibMax * 1024;
    if (large) tooLarge.push({ file: path, path: "", problem: { code: "too-large", kib: fileKibMax } });
    if (!large) texts.set(name, await readFile(path, "utf8"));
  }
  const parsed = parsePack({ folder, texts }, kinds);
  if (tooLarge.length === 0) return parsed;
  return { type: "mistakes", mistakes: [...tooLarge, ...(parsed.type === "mistakes" ? parsed.mistakes : [])] };
};

const repeated = (ids: readonly SpottedId[]): readonly PackMistake[] => {
  const seen = new Map<string, SpottedId>();
  return ids.flatMap(({ id, ...at }): readonly PackMistake[] => {
    const first = seen.get(id);
    if (first !== undefined) return [{ ...at, problem: { code: "duplicate-id", id, other: first.file } }];
    seen.set(id, { id, ...at });
    return [];
  });
};
