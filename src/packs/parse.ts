/** Turns the files of one pack into a pack, or into every mistake in them. Pure. */
import { z } from "zod";
import type { OpenKind } from "../activities/activity.ts";
import { localized } from "./localized.ts";
import type { Pack, PackActivity, PackMistake } from "./pack.ts";
import { check, readYaml } from "./yaml-file.ts";

/** The texts of a pack by file name: `pack.yaml` and one file an activity. */
export type PackFiles = {
  /** The folder as the trainer knows it, for messages. */
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
};

export type ParsedPack =
  | { readonly type: "pack"; readonly pack: Pack }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const packSchema = z.strictObject({
  id: idSchema,
  version: z.string().min(1).max(40),
  title: localized(150),
  description: localized(1000).optional(),
});

export const packFile = "pack.yaml";

export const parsePack = ({ folder, texts }: PackFiles, kinds: readonly OpenKind[]): ParsedPack => {
  const text = texts.get(packFile);
  if (text === undefined)
    return { type: "mistakes", mistakes: [{ file: folder, path: "", problem: { code: "no-pack-file" } }] };
  const head = parseFile(`${folder}/${packFile}`, text, packSchema);
  const pack = head.type === "value" ? head.value.id : "";
  const parsed = [...texts]
    .filter(([name]) => name !== packFile)
    .map(([name, body]) => parseActivity(pack, folder, name, body, kinds));
  const mistakes = [
    ...(head.type === "mistakes" ? head.mistakes : []),
    ...parsed.flatMap((one) => (one.type === "mistakes" ? one.mistakes : [])),
  ];
  if (head.type === "mistakes" || mistakes.length > 0) return { type: "mistakes", mistakes };
  const { id, version, title } = head.value;
  const activities = parsed.flatMap((one) => (one.type === "activity" ? [one.activity] : []));
  return { type: "pack", pack: { id, version, title, activities } };
};

const parseFile = <T>(file: string, text: string, schema: z.ZodType<T>): ReturnType<typeof check<T>> => {
  const read = readYaml(file, text);
  return read.type === "mistakes" ? read : check(file, read, schema);
};

type ParsedActivity =
  | { readonly type: "activity"; readonly activity: PackActivity }
  | { readonly type: "mistakes"; readonly mistakes: readonly PackMistake[] };

const parseActivity = (
  pack: string,
  folder: string,
  name: string,
  text: string,
  kinds: readonly OpenKind[],
): ParsedActivity => {
  const file = `${folder}/${name}`;
  const read = readYaml(file, text);
  if (read.type === "mistakes") return read;
  const head = z.object({ kind: z.enum(kinds.map(({ kind }) => kind)) });
  const named = check(file, read, head);
  if (named.type === "mistakes") return named;
  const kind = kinds.find((candidate) => candidate.kind === named.value.kind);
  if (kind === undefined) throw new Error(`No activity kind is called ${named.value.kind}`);
  const schema = z.strictObject({ id: idSchema, kind: z.literal(kind.kind), content: kind.content });
  const checked = check(file, read, schema);
  if (checked.type === "mistakes") return checked;
  const { id, content } = checked.value;
  if (`${id}.yaml` !== name) {
    const problem = { code: "id-is-file-name", file: name.replace(/\.yaml$/, "") } as const;
    return { type: "mistakes", mistakes: [{ file, path: "id", problem, ...read.locate(["id"]) }] };
  }
  return { type: "activity", activity: { pack, id, kind: kind.kind, content, open: kind.open(content) } };
};
