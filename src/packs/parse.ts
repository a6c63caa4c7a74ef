/** Turns the files of one pack into a pack, or into every mistake in them. Pure. */
import { z } from "zod";
import type { OpenKind } from "../activities/define-kind.ts";
import { localized } from "../i18n/localized.ts";
import { problemOf } from "./mistakes.ts";
import type { Exercise, Pack, PackActivity, PackMistake } from "./pack.ts";
import { check, formatPath, type Locate, type Place, readYaml } from "./yaml-file.ts";

/** The texts of a pack by file name: `pack.yaml` and one file an activity. */
export type PackFiles = {
  /** The folder as the trainer knows it, for messages. */
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
};

export type ParsedPack =
  | { readonly type: "pack"; readonly pack: Pack; readonly ids: PackIds }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

/** The ids that no other pack may have. */
export type PackIds = { readonly pack: SpottedId; readonly startable: readonly SpottedId[] };

/** An id and where it stands. */
export type SpottedId = Spot & { readonly id: string };

type Spot = Place & { readonly file: string; readonly path: string };

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const packSchema = z.strictObject({
  id: idSchema,
  version: z.string().min(1).max(40),
  title: localized(150),
  description: localized(1000).optional(),
  /** Activities that are started together, by one command. */
  exercises: z
    .array(z.strictObject({ id: idSchema, title: localized(60), activities: z.array(idSchema).min(1).max(6) }))
    .max(20)
    .default([]),
});

export const packFile = "pack.yaml";

export const parsePack = ({ folder, texts }: PackFiles, kinds: readonly OpenKind[]): ParsedPack => {
  const file = `${folder}/${packFile}`;
  const head = parseHead(folder, file, texts.get(packFile));
  const parsed = [...texts]
    .filter(([name]) => name !== packFile)
    .map(([name, body]) => parseActivity(folder, name, body, kinds));
  const written = parsed.flatMap((one) => (one.type === "written" ? [one] : []));
  const broken = new Set(parsed.flatMap((one) => (one.type === "mistakes" ? [one.id] : [])));
  const mistakes = [
    ...(head.type === "mistakes" ? head.mistakes : []),
    ...parsed.flatMap((one) => (one.type === "mistakes" ? one.mistakes : [])),
    ...written.flatMap((one) => linkMistakes(one, written, broken, kinds)),
    ...(head.type === "mistakes"
      ? []
      : exerciseMistakes(head.value.exercises, written, broken, spotsIn(file, head.locate))),
  ];
  if (head.type === "mistakes" || mistakes.length > 0) return { type: "mistakes", mistakes };
  const spot = spotsIn(file, head.locate);
  const { id, version, title, exercises } = head.value;
  const pack = { id, version, title, exercises, activities: written.map((one) => open(id, one, written)) };
  const startable = [
    ...exercises.map((exercise, index) => ({ id: exercise.id, ...spot(["exercises", index, "id"]) })),
    ...written.map((one) => ({ id: one.id, ...one.spot(["id"]) })),
  ];
  return { type: "pack", pack, ids: { pack: { id, ...spot(["id"]) }, startable } };
};

const parseHead = (folder: string, file: string, text: string | undefined) => {
  if (text !== undefined) return parseFile(file, text, packSchema);
  const missing: PackMistake = { file: folder, path: "", problem: { code: "no-pack-file" } };
  return { type: "mistakes", mistakes: [missing] } as const;
};

type FindSpot = (path: readonly PropertyKey[]) => Spot;

const spotsIn =
  (file: string, locate: Locate): FindSpot =>
  (path) => ({ file, path: formatPath(path), ...locate(path) });

/**
 * What each link of an activity misses in the rest of the pack; of what is itself `broken`, nothing
 * is said.
 */
const linkMistakes = (
  { kind, content, spot }: Written,
  written: readonly Written[],
  broken: ReadonlySet<string>,
  kinds: readonly OpenKind[],
): readonly PackMistake[] =>
  kind.links(content).flatMap(({ path, id, facts, of }) => {
    const fits = ({ kind: name, facts: computes, takesResponses }: OpenKind): boolean => {
      if (of !== undefined) return name === of;
      return facts === null ? !takesResponses : computes !== undefined;
    };
    const found = written.find((one) => one.id === id && fits(one.kind));
    if (found === undefined && broken.has(id)) return [];
    if (found === undefined) {
      const fitting = kinds.filter(fits).map((one) => one.kind);
      return [{ ...spot(["content", ...path]), problem: { code: "no-such-link", id, kind: fitting.join(" / ") } }];
    }
    if (facts === null) return [];
    const checked = found.kind.facts?.(found.content).safeParse(facts.stated, { reportInput: true });
    const issues = checked?.error?.issues ?? [];
    return issues.map((issue) => ({
      ...spot(["content", ...facts.path, ...issue.path]),
      problem: problemOf(issue),
    }));
  });

const exerciseMistakes = (
  exercises: readonly Exercise[],
  written: readonly Written[],
  broken: ReadonlySet<string>,
  spot: FindSpot,
): readonly PackMistake[] =>
  exercises.flatMap(({ activities }, index) =>
    activities.flatMap((id, place): readonly PackMistake[] =>
      broken.has(id) || written.some((one) => one.id === id && one.kind.takesResponses)
        ? []
        : [{ ...spot(["exercises", index, "activities", place]), problem: { code: "no-such-activity", id } }],
    ),
  );

const open = (pack: string, { id, kind, content }: Written, written: readonly Written[]): PackActivity => {
  const targets = new Set(kind.links(content).map((link) => link.id));
  const links = written.filter((one) => targets.has(one.id));
  const linked = Object.fromEntries(links.map((one) => [one.id, one.content]));
  const opened = Object.fromEntries(links.map((one) => [one.id, one.kind.open(one.content, {})]));
  return { pack, id, kind: kind.kind, content, linked, open: kind.open(content, opened) };
};

const parseFile = <T>(file: string, text: string, schema: z.ZodType<T>): ReturnType<typeof check<T>> => {
  const read = readYaml(file, text);
  return read.type === "mistakes" ? read : check(file, read, schema);
};

/** An activity as its file says it, before its links are followed. */
type Written = {
  readonly type: "written";
  readonly id: string;
  readonly kind: OpenKind;
  readonly content: unknown;
  readonly spot: FindSpot;
};

type ParsedActivity =
  | Written
  /** `id`: the one that its file's name stands for. */
  | { readonly type: "mistakes"; readonly id: string; readonly mistakes: readonly PackMistake[] };

const parseActivity = (folder: string, name: string, text: string, kinds: readonly OpenKind[]): ParsedActivity => {
  const file = `${folder}/${name}`;
  const read = readYaml(file, text);
  const meant = name.replace(/\.yaml$/, "");
  if (read.type === "mistakes") return { ...read, id: meant };
  const spot = spotsIn(file, read.locate);
  const misnamed = nameMistakes(read.value, name, spot);
  const head = z.strictObject({ id: idSchema, kind: z.enum(kinds.map(({ kind }) => kind)), content: z.unknown() });
  const named = z.object({ kind: head.shape.kind }).safeParse(read.value);
  const kind = kinds.find((candidate) => named.success && candidate.kind === named.data.kind);
  // Without a kind nobody can say what the content should be; the rest is checked all the same.
  const checked = check(file, read, kind === undefined ? head : head.extend({ content: kind.content }));
  const mistakes = [...(checked.type === "mistakes" ? checked.mistakes : []), ...misnamed];
  if (kind === undefined || checked.type === "mistakes" || mistakes.length > 0)
    return { type: "mistakes", id: meant, mistakes };
  const { id, content } = checked.value;
  return { type: "written", id, kind, content, spot };
};

/** An id that isn't the file's name, whatever else is wrong. */
const nameMistakes = (value: unknown, name: string, spot: FindSpot): readonly PackMistake[] => {
  const found = z.object({ id: idSchema }).safeParse(value);
  if (!found.success || `${found.data.id}.yaml` === name) return [];
  return [{ ...spot(["id"]), problem: { code: "id-is-file-name", file: name.replace(/\.yaml$/, "") } }];
};
