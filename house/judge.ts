/**
 * Judges files by the arrows: what each may import, what leads out of a pure room, and whether
 * files import each other in a circle.
 */
import { posix } from "node:path";
import { type Room, rooms } from "./arrows.ts";
import { type Found, readSource } from "./read-source.ts";

/** Sources by path. */
export type House = ReadonlyMap<string, string>;

/** Every mistake, as `file:line what is wrong`. */
export const judge = (house: House): readonly string[] => {
  const targets = new Map<string, readonly string[]>();
  const mistakes = [...house].flatMap(([file, text]) => {
    const { imports, reaches } = readSource(file, text);
    targets.set(
      file,
      imports.flatMap(({ what }) => (isPath(what) ? [resolve(file, what)] : [])),
    );
    const home = roomOf(file);
    if (home === undefined) return [`${file}:1 stands in no room of house/arrows.ts`];
    const wrong = [
      ...imports.flatMap((found) => wrongImport(home, file, found)),
      ...(home.room.pure ? reaches : [])
        .filter(({ what }) => !home.room.takes?.includes(what))
        .map(({ what, line }) => ({
          what: `${what} leads out of ${home.name}, which is pure`,
          line,
        })),
    ];
    return wrong.map(({ what, line }) => `${file}:${line} ${what}`);
  });
  return [...mistakes, ...circlesIn(targets).map((circle) => `${circle.join(" → ")} is a circle`)];
};

/** A room, and the name of this one of it: there is an `adapters/<name>` for each adapter. */
type Home = { readonly room: Room; readonly name: string };

const roomOf = (file: string): Home | undefined => {
  const fitting = rooms.flatMap((room) => {
    const name = nameIn(room, file);
    return name === undefined ? [] : [{ room, name }];
  });
  // `src/store/port` is a room of its own within `src/store`.
  return fitting.sort((one, other) => other.name.length - one.name.length)[0];
};

const nameIn = ({ at }: Room, file: string): string | undefined => {
  if (at === file) return at;
  if (at.endsWith("/*")) return posix.dirname(file) === posix.dirname(at) ? posix.dirname(at) : undefined;
  if (!at.endsWith("/<name>")) return file.startsWith(`${at}/`) ? at : undefined;
  const [name] = file.slice(posix.dirname(at).length + 1).split("/");
  return file.startsWith(`${posix.dirname(at)}/`) ? `${posix.dirname(at)}/${name}` : undefined;
};

const isPath = (what: string): boolean => what.startsWith(".");
const resolve = (file: string, what: string): string => posix.join(posix.dirname(file), what);

const wrongImport = ({ room, name }: Home, file: string, { what, line }: Found): readonly Found[] => {
  if (!isPath(what)) {
    const isGiven = room.packages === "any" || room.packages.some((one) => what === one || what.startsWith(`${one}/`));
    return isGiven ? [] : [{ what: `${name} may not import the package ${what}`, line }];
  }
  const target = resolve(file, what);
  const other = roomOf(target);
  if (other?.name === name || room.from.includes(target)) return [];
  return other !== undefined && room.from.includes(other.room.at)
    ? []
    : [{ what: `${name} may not import ${target}`, line }];
};

/** Every room that leans on one below it in the table; there is none. */
export const fallingArrows = (): readonly string[] =>
  rooms.flatMap(({ at, from }, index) =>
    from
      .filter((target) => {
        const stands = rooms.findIndex((room) => room.at === target || room === roomOf(target)?.room);
        return stands < 0 || stands >= index;
      })
      .map((target) => `${at} → ${target}`),
  );

/** One circle for each way back into the path that is being walked, depth first. */
const circlesIn = (targets: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const circles: (readonly string[])[] = [];
  const left = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) circles.push([...path.slice(seenAt), file]);
    if (seenAt >= 0 || left.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    left.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
};
