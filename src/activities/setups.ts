/** The kinds whose content is asked for in chat, by the command that asks. */
import type { SetupName } from "../i18n/typed-words.ts";
import type { FrozenActivity } from "../session/session.ts";
import { kinds } from "./kinds.ts";
import type { OpenActivity } from "./open-activity.ts";
import type { Setup } from "./stating.ts";

export type KindSetup = {
  readonly kind: string;
  readonly setup: Setup<unknown>;
  /** The contents that what is stated rests on, by id. */
  readonly linked: FrozenActivity["linked"];
};

/** What the packs have, as far as a setup completes it. */
type Completable = {
  readonly kind: string;
  readonly linked: FrozenActivity["linked"];
  readonly open: Pick<OpenActivity, "completing">;
};

/**
 * The kind that asks under this name, or else the first of the packs' activities that is completed
 * under it; undefined where no pack has one.
 */
export const findSetup = (name: SetupName, activities: readonly Completable[]): KindSetup | undefined => {
  const own = kinds.find(({ setup }) => setup?.name === name);
  if (own?.setup !== undefined) return { kind: own.kind, setup: own.setup, linked: {} };
  return activities.flatMap(({ kind, linked, open: { completing: setup } }) =>
    setup?.name === name ? [{ kind, setup, linked }] : [],
  )[0];
};

/** The kind that asks under this name, without any pack. Throws when this program has none. */
export const setupNamed = (name: SetupName): KindSetup => {
  const found = findSetup(name, []);
  if (found === undefined) throw new Error(`No kind asks under ${name}`);
  return found;
};

/** What was asked for, as a session or a schedule keeps it. */
export const frozenSetup = ({ kind, setup, linked }: KindSetup, content: unknown): FrozenActivity => ({
  pack: null,
  id: setup.name,
  kind,
  content,
  linked,
});
