/**
 * What the share on the recommended option advises the facilitator to do, and where that would tell
 * too much.
 */

export type Band = "clarify" | "discuss" | "reveal";

/** Shares, 0–1. Sources differ on them, so they are a parameter. */
export type Bounds = { readonly low: number; readonly high: number };

const usual: Bounds = { low: 0.3, high: 0.7 };

/**
 * The band in which a share (0–1) lies: below `low` clarify the case first, above `high` reveal,
 * between them (bounds included) discuss and vote again. The bounds of 30 and 70 % are a rule of
 * thumb of peer instruction, where an answer is right or wrong; docs/method.md says how far that
 * bears (C. H. Crouch and E. Mazur, "Peer Instruction: Ten years of experience and results",
 * American Journal of Physics 69, 2001; N. Lasry, E. Mazur and J. Watkins, "Peer instruction: From
 * Harvard to the two-year college", American Journal of Physics 76, 2008).
 *
 * @example
 * bandOf(0.5); // "discuss"
 */
export const bandOf = (share: number, { low, high }: Bounds = usual): Band => {
  if (share < low) return "clarify";
  return share > high ? "reveal" : "discuss";
};

/** A response as the roll shows it: whose, and in which round it was given. */
export type Rolled = { readonly participant: string; readonly round: number };

/**
 * The responses that stand in an ended round, and the share (0–1) of them on the recommended
 * option.
 */
export type AdvisedRound = { readonly standing: readonly Rolled[]; readonly share: number };

/**
 * The band for the last of these rounds; undefined where it would tell too much. A band is a set of
 * counts, and whoever reads it knows their own choice, who answered which round, and the bands of
 * the rounds before. So one is given only where every band that could be given leaves at least two
 * counts possible of all others together, and of those of them who kept and who gave their response
 * since. Whether one is given thus depends on nothing that people chose this time. `reader` is who
 * reads it, by participant; null where they can't be told, as in an anonymous session.
 */
export const adviceFor = (
  rounds: readonly AdvisedRound[],
  reader: string | null,
  bounds: Bounds = usual,
): Band | undefined => {
  const last = rounds.at(-1);
  if (last === undefined) return undefined;
  const earlier = rounds.slice(0, -1).map((round, index) => ({
    round,
    band: adviceFor(rounds.slice(0, index + 1), reader, bounds),
  }));
  const none = { round: { standing: [], share: 0 }, band: undefined };
  const hides = [none, ...earlier].every(({ round, band }) =>
    hidesOthers({ standing: round.standing, band }, last.standing, reader, bounds),
  );
  return hides ? bandOf(last.share, bounds) : undefined;
};

const bands: readonly Band[] = ["clarify", "discuss", "reveal"];

/** From a count to a count, both included. */
type Range = readonly [least: number, most: number];

const isPoint = ([least, most]: Range): boolean => least === most;

/** The counts on the recommended option that lie in a band; all of them where it isn't known. */
const countsIn = (band: Band | undefined, total: number, bounds: Bounds): Range | undefined => {
  const counts = Array.from({ length: total + 1 }, (_, count) => count).filter(
    (count) => band === undefined || total === 0 || bandOf(count / total, bounds) === band,
  );
  const [least, most] = [counts[0], counts.at(-1)];
  return least === undefined || most === undefined ? undefined : [least, most];
};

/** How many kept their response from one round to another, gave it anew, or are new. */
type Groups = { readonly kept: number; readonly again: number; readonly added: number };

/**
 * Takes the reader out of their group, with their choice in each of the two rounds: 1 for the
 * recommended option.
 */
type Own = { readonly group: keyof Groups | null; readonly before: number; readonly after: number };

const hidesOthers = (
  { standing: before, band: known }: { readonly standing: readonly Rolled[]; readonly band: Band | undefined },
  after: readonly Rolled[],
  reader: string | null,
  bounds: Bounds,
): boolean => {
  const given = new Map(before.map(({ participant, round }) => [participant, round]));
  const groupOf = ({ participant, round }: Rolled): keyof Groups => {
    if (!given.has(participant)) return "added";
    return given.get(participant) === round ? "kept" : "again";
  };
  const placed = after.map((one) => ({ participant: one.participant, group: groupOf(one) }));
  const sizeOf = (group: keyof Groups): number => placed.filter((one) => one.group === group).length;
  const groups = { kept: sizeOf("kept"), again: sizeOf("again"), added: sizeOf("added") };
  const own = placed.find(({ participant }) => participant === reader)?.group ?? null;
  return ownsOf(reader === null ? [null, ...new Set(placed.map(({ group }) => group))] : [own]).every((one) =>
    bands.every((band) =>
      leavesTwo(others(groups, one), one, countsIn(known, before.length, bounds), countsIn(band, after.length, bounds)),
    ),
  );
};

/** All that a reader in one of these groups may have chosen. */
const ownsOf = (groups: readonly (keyof Groups | null)[]): readonly Own[] =>
  groups.flatMap((group): readonly Own[] => {
    const votes = [0, 1];
    if (group === null) return [{ group, before: 0, after: 0 }];
    if (group === "kept") return votes.map((vote) => ({ group, before: vote, after: vote }));
    if (group === "added") return votes.map((after) => ({ group, before: 0, after }));
    return votes.flatMap((before) => votes.map((after) => ({ group, before, after })));
  });

const others = (groups: Groups, { group }: Own): Groups =>
  group === null ? groups : { ...groups, [group]: groups[group] - 1 };

/**
 * Whether two counts stay possible of everyone and of each group, or the two bands can't meet at
 * all.
 */
const leavesTwo = (
  { kept, again, added }: Groups,
  own: Own,
  before: Range | undefined,
  after: Range | undefined,
): boolean => {
  if (before === undefined || after === undefined) return true;
  const a: Range = [before[0] - own.before, before[1] - own.before];
  const b: Range = [after[0] - own.after, after[1] - own.after];
  const since = again + added;
  // Those who kept count in both rounds, those who gave theirs again may differ, and who is new
  // counts in the later one.
  const ofKept = meet([0, kept], [a[0] - again, a[1]], [b[0] - since, b[1]]);
  if (ofKept === undefined) return true;
  const ofSince = meet([0, since], [b[0] - ofKept[1], b[1] - ofKept[0]]);
  const ofAgain = meet([0, again], [a[0] - ofKept[1], a[1] - ofKept[0]]);
  const groups = [
    { size: kept, range: ofKept },
    { size: since, range: ofSince },
    { size: again, range: ofAgain },
    { size: kept + again, range: meet(a, [ofKept[0], ofKept[1] + again]) },
    { size: kept + since, range: meet(b, [ofKept[0], ofKept[1] + since]) },
  ];
  return groups.every(({ size, range }) => size === 0 || range === undefined || !isPoint(range));
};

/** What all of them have in common; undefined when there is nothing. */
const meet = (...ranges: readonly Range[]): Range | undefined => {
  const least = Math.max(...ranges.map(([from]) => from));
  const most = Math.min(...ranges.map(([, to]) => to));
  return least > most ? undefined : [least, most];
};
