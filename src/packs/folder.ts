/** Reads packs from folders: the only place where a pack touches the disk. */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenKind } from "../activities/activity.ts";
import type { Pack, PackMistake, PackProblem } from "./pack.ts";
import { packFile, parsePack } from "./parse.ts";
import { fileKibMax } from "./yaml-file.ts";

export type LoadedPacks =
  | { readonly type: "packs"; readonly packs: readonly Pack[] }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

const filesMax = 500;

/** Loads every pack in the folders, each a folder with a `pack.yaml`; answers every mistake in any of them. Links aren't followed. */
export const loadPacks = async (folders: readonly string[], kinds: readonly OpenKind[]): Promise<LoadedPacks> => {
  const loaded = (await Promise.all(folders.map((folder) => loadFolder(folder, kinds)))).flat();
  const packs = loaded.flatMap((one) => (one.type === "pack" ? [one.pack] : []));
  const mistakes = [...loaded.flatMap((one) => (one.type === "mistakes" ? one.mistakes : [])), ...duplicates(packs)];
  return mistakes.length > 0 ? { type: "mistakes", mistakes } : { type: "packs", packs };
};

type Loaded = ReturnType<typeof parsePack>;

const mistaken = (file: string, problem: PackProblem): Loaded => ({
  type: "mistakes",
  mistakes: [{ file, path: "", problem }],
});

const loadFolder = async (folder: string, kinds: readonly OpenKind[]): Promise<readonly Loaded[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [mistaken(folder, { code: "not-read" })];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (names.length === 0) return [mistaken(folder, { code: "no-packs" })];
  return Promise.all(names.sort().map((name) => loadPack(join(folder, name), kinds)));
};

const loadPack = async (folder: string, kinds: readonly OpenKind[]): Promise<Loaded> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".yaml")).map(({ name }) => name);
  if (names.length > filesMax) return mistaken(folder, { code: "too-many-files", count: filesMax });
  const inOrder = names.sort((a, b) => Number(b === packFile) - Number(a === packFile) || a.localeCompare(b));
  const texts = new Map<string, string>();
  for (const name of inOrder) {
    const path = join(folder, name);
    // Measured before it is read, so that a huge file never enters memory.
    const { size } = await lstat(path);
    if (size > fileKibMax * 1024) return mistaken(path, { code: "too-large", kib: fileKibMax });
    texts.set(name, await readFile(path, "utf8"));
  }
  return parsePack({ folder, texts }, kinds);
};

/** Ids are typed in commands, so they are unique over all packs. */
const duplicates = (packs: readonly Pack[]): readonly PackMistake[] => {
  const seen = new Map<string, string>();
  const taken = (id: string, file: string): readonly PackMistake[] => {
    const other = seen.get(id);
    seen.set(id, other ?? file);
    return other === undefined ? [] : [{ file, path: "id", problem: { code: "duplicate-id", id, other } }];
  };
  return packs.flatMap((pack) => [
    ...taken(`pack ${pack.id}`, pack.id),
    ...pack.exercises.flatMap(({ id }) => taken(id, `${pack.id}/${packFile}`)),
    ...pack.activities.flatMap(({ id }) => taken(id, `${pack.id}/${id}.yaml`)),
  ]);
};
