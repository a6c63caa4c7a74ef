/** What the share on the recommended option advises the facilitator to do. */

export type Band = "clarify" | "discuss" | "reveal";

/** Shares, 0–1. Sources differ on them, so they are a parameter. */
export type Bounds = { readonly low: number; readonly high: number };

const usual: Bounds = { low: 0.3, high: 0.7 };

/**
 * The band in which a share (0–1) lies: below `low` clarify the case first, above `high` reveal, between them (bounds included) discuss and vote again. The bounds of 30 and 70 %
 * are those of peer instruction (C. H. Crouch and E. Mazur, "Peer Instruction: Ten years of experience and results", American Journal of Physics 69, 2001; N. Lasry, E. Mazur and
 * J. Watkins, "Peer instruction: From Harvard to the two-year college", American Journal of Physics 76, 2008).
 */
export const bandOf = (share: number, { low, high }: Bounds = usual): Band => {
  if (share < low) return "clarify";
  return share > high ? "reveal" : "discuss";
};
