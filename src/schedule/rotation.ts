/** Whose turn it is: in order, without repeats until all have run. Pure. */

export type Turn = { readonly id: string; readonly ran: readonly string[] };

/**
 * The first candidate that has not run in this turn of the rotation, which begins anew when all
 * have; undefined without candidates.
 */
export const takeTurn = (candidates: readonly string[], ran: readonly string[]): Turn | undefined => {
  const left = candidates.filter((id) => !ran.includes(id));
  const [first] = candidates;
  if (first === undefined) return undefined;
  const [next] = left;
  return next === undefined ? { id: first, ran: [first] } : { id: next, ran: [...ran, next] };
};
