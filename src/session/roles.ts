/**
 * Who has which part in a session: who is asked, and who is there without responding. Every count
 * of those who are missing asks here.
 */
import { isForgotten } from "./forgotten.ts";

/** People's ids, by their part. */
export type Roles = {
  /** Who is asked; empty where everybody in the channel may respond. */
  readonly invited: readonly string[];
  /** Who leads or looks on without responding, and so is never missing. */
  readonly observers: readonly string[];
  /** Who takes the decision; null where whoever facilitates records it. */
  readonly decider: string | null;
};

export const noRoles: Roles = { invited: [], observers: [], decider: null };

type Cast = { readonly roles: Roles };

export const isObserver = ({ roles }: Cast, person: string): boolean => roles.observers.includes(person);

export const mayRespond = (session: Cast, person: string): boolean =>
  !isObserver(session, person) && (session.roles.invited.length === 0 || session.roles.invited.includes(person));

/** Who takes the decision, if that is anyone in particular who is still known. */
export const deciderOf = ({ roles: { decider } }: Cast): string | undefined =>
  decider === null || isForgotten(decider) ? undefined : decider;

/** Whose responses are waited for; empty where nobody in particular is asked. */
export const expectedOf = ({ roles }: Cast): readonly string[] =>
  roles.invited.filter((person) => !roles.observers.includes(person));

/**
 * How many are asked, to be shown beside how many responded; undefined where nobody in particular
 * is. A person who was forgotten counts for as long as what they said does.
 */
export const askedCount = (session: Cast, responded: number): number | undefined => {
  const expected = expectedOf(session);
  if (expected.length === 0) return undefined;
  return Math.max(expected.filter((person) => !isForgotten(person)).length, responded);
};

/** Who is asked and not among these; nobody who was forgotten. For sessions with names alone. */
export const missingOf = (session: Cast, responded: ReadonlySet<string>): readonly string[] =>
  expectedOf(session).filter((person) => !responded.has(person) && !isForgotten(person));

/** The same parts with another name in the place of one person's. */
export const renamed = ({ invited, observers, decider }: Roles, person: string, name: string): Roles => {
  const rename = (one: string): string => (one === person ? name : one);
  return {
    invited: invited.map(rename),
    observers: observers.map(rename),
    decider: decider === null ? null : rename(decider),
  };
};
