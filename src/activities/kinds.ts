/** The kinds of activity, a line a kind. */
import type { FrozenActivity } from "../session/session.ts";
import { assessment } from "./assessment/kind.ts";
import { checklist } from "./checklist/kind.ts";
import { decisionFlow } from "./decision-flow/kind.ts";
import type { OpenKind } from "./define-kind.ts";
import { discussion } from "./discussion/kind.ts";
import type { Linked, OpenActivity } from "./open-activity.ts";
import { reference } from "./reference/kind.ts";
import { roi } from "./roi/kind.ts";
import { scenario } from "./scenario/kind.ts";
import { sort } from "./sort/kind.ts";
import { worksheet } from "./worksheet/kind.ts";

export const kinds: readonly OpenKind[] = [
  scenario,
  checklist,
  discussion,
  decisionFlow,
  roi,
  worksheet,
  sort,
  assessment,
  reference,
];

/**
 * A session keeps the contents that its activity rests on without their kinds, since each content
 * is of one kind alone.
 */
const openLinked = (contents: FrozenActivity["linked"]): Linked =>
  Object.fromEntries(
    Object.entries(contents).map(([id, content]) => {
      const found = kinds.find(({ accepts }) => accepts(content));
      if (found === undefined) throw new Error(`No activity kind takes the content of ${id}`);
      return [id, found.open(content, {})];
    }),
  );

/** Contents are checked once for each session that is in memory. */
const opened = new WeakMap<FrozenActivity, OpenActivity>();

/**
 * Opens the activity that a session was started with. Throws when this program doesn't have its
 * kind.
 */
export const openFrozen = (frozen: FrozenActivity): OpenActivity => {
  const before = opened.get(frozen);
  if (before !== undefined) return before;
  const { kind, content, linked } = frozen;
  const found = kinds.find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new Error(`No activity kind is called ${kind}`);
  const activity = found.open(content, openLinked(linked));
  opened.set(frozen, activity);
  return activity;
};
