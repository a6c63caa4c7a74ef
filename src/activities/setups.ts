/** The kinds whose content is asked for in chat, by the command that asks. */
import type { SetupName } from "../i18n/typed-words.ts";
import type { FrozenActivity } from "../session/session.ts";
import { kinds } from "./kinds.ts";
import type { Setup } from "./stating.ts";

export type KindSetup = { readonly kind: string; readonly setup: Setup<unknown> };

/** The kind that asks under this name. Throws when this program has none. */
export const setupNamed = (name: SetupName): KindSetup => {
  const found = kinds.flatMap(({ kind, setup }) => (setup?.name === name ? [{ kind, setup }] : []))[0];
  if (found === undefined) throw new Error(`No kind asks under ${name}`);
  return found;
};

/** What was asked for, as a session or a schedule keeps it. */
export const frozenSetup = ({ kind, setup }: KindSetup, content: unknown): FrozenActivity => ({
  pack: null,
  id: setup.name,
  kind,
  content,
  linked: {},
});
