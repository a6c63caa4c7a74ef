/** What a schedule's `from` stands for in today's packs, and what can be chosen there. */

import type { FieldOption } from "../cards/form.ts";
import { plainText } from "../cards/plain.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import { parseInline } from "../text/inline-markdown.ts";

/**
 * The ids of activities and exercises that a name stands for: itself, all of a kind, or all of a
 * pack that take responses. Empty when nothing is called so.
 */
const idsNamed = ({ activities, exercises }: Library, name: string): readonly string[] => {
  if ([...activities, ...exercises].some(({ id }) => id === name)) return [name];
  const ofKind = activities.filter(({ kind }) => kind === name);
  if (ofKind.length > 0) return ofKind.map(({ id }) => id);
  return activities
    .filter(({ pack, open }) => pack === name && open.takesResponses && open.completing === undefined)
    .map(({ id }) => id);
};

/** In order, each once. */
export const candidatesOf = (library: Library, from: readonly string[]): readonly string[] => [
  ...new Set(from.flatMap((name) => idsNamed(library, name))),
];

/** Every name that stands for something. */
export const sourceIds = ({ activities, exercises }: Library): readonly string[] => [
  ...new Set([...activities.flatMap(({ kind, pack, id }) => [kind, pack, id]), ...exercises.map(({ id }) => id)]),
];

/** The first name that stands for nothing. */
export const unknownSource = (library: Library, from: readonly string[]): string | undefined =>
  from.find((name) => idsNamed(library, name).length === 0);

/**
 * Everything that `from` may name: kinds and packs first, since rotations are what schedules are
 * for.
 */
export const sourcesOf = ({ activities, exercises }: Library, t: Translator): readonly FieldOption[] => {
  const say = t.messages;
  const kinds = new Map(activities.map(({ kind, open }) => [kind, open.names(t).inTurn]));
  const packs = [...new Set(activities.map(({ pack }) => pack))];
  return [
    ...[...kinds].map(([kind, label]) => ({ id: kind, label })),
    ...packs.map((pack) => ({ id: pack, label: say.schedule.allOfPack({ pack }) })),
    ...activities.map(({ id, open }) => ({ id, label: plainText(open.title(t)), description: id })),
    ...exercises.map(({ id, title }) => ({ id, label: plainText(parseInline(t.pick(title))), description: id })),
  ];
};
