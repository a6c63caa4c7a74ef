/**
 * Advice never tells a facilitator what single people chose: every world of few people is walked
 * through.
 */
import { expect, test } from "vitest";
import { adviceFor, type Band, type Rolled } from "../../src/analysis/advice.ts";

type Vote = Rolled & { readonly on: 0 | 1 };

const sharesOf = (votes: readonly Vote[]): number => votes.filter(({ on }) => on === 1).length / votes.length;
const advised = (votes: readonly Vote[]) => ({ standing: votes, share: sharesOf(votes) });
const votesOf = (count: number, on: number, round = 1): readonly Vote[] =>
  Array.from({ length: count }, (_, index) => ({ participant: `p${index}`, round, on: index < on ? 1 : 0 }));

test.each([
  [3, 0, "zoe", undefined],
  [4, 0, "zoe", undefined],
  [5, 0, "zoe", "clarify"],
  [5, 5, "zoe", "reveal"],
  [6, 6, "p0", undefined],
  [6, 3, null, undefined],
  [7, 2, "p0", "clarify"],
  [7, 3, null, "discuss"],
  [7, 7, null, "reveal"],
] as const)("of %i responses, %i of them on the recommended option, %s reads: %s", (count, on, reader, band) => {
  expect(adviceFor([advised(votesOf(count, on))], reader)).toBe(band);
});

test("in a second round, one new response gives no advice that would tell which way it went", () => {
  const first = votesOf(7, 2);
  const moved = first.map((vote): Vote => (vote.participant === "p6" ? { ...vote, round: 2, on: 1 } : vote));
  const stayed = first.map((vote): Vote => (vote.participant === "p6" ? { ...vote, round: 2 } : vote));
  expect(adviceFor([advised(first)], "zoe")).toBe("clarify");
  for (const second of [moved, stayed]) expect(adviceFor([advised(first), advised(second)], "zoe")).toBeUndefined();
  expect(adviceFor([advised(first), advised(first)], "zoe")).toBe("clarify");
});

/** What a reader sees of a world, and the counts of the others in it that must stay open. */
type World = { readonly seen: string; readonly counts: readonly number[] };

/** Asks that of all worlds that look alike, every count can be one of two at least. */
const expectOpen = (worlds: readonly World[]): void => {
  for (const [seen, alike] of Map.groupBy(worlds, (world) => world.seen)) {
    const width = alike[0]?.counts.length ?? 0;
    for (let index = 0; index < width; index += 1)
      if (new Set(alike.map(({ counts }) => counts[index])).size < 2) throw new Error(`${seen} tells count ${index}`);
  }
};

const seenOf = (bands: readonly (Band | undefined)[], own: readonly (0 | 1)[]): string =>
  JSON.stringify([bands.map((band) => band ?? "none"), own]);

test("whatever is advised, at least two counts of the others stay possible, also where no advice is told", () => {
  let given = 0;
  for (let count = 2; count <= 12; count += 1)
    for (const reader of ["zoe", "p0", null])
      for (const own of reader === "zoe" ? [[]] : ([[0], [1]] as const)) {
        const worlds: World[] = [];
        for (let on = own[0] ?? 0; on <= count - (own.length - (own[0] ?? 0)); on += 1) {
          const band = adviceFor([advised(votesOf(count, on))], reader);
          if (band !== undefined) given += 1;
          worlds.push({ seen: seenOf([band], own), counts: [on - (own[0] ?? 0)] });
        }
        if (count - own.length > 0) expectOpen(worlds);
      }
  expect(given).toBeGreaterThan(100);
});

type Group = "kept" | "again" | "added";
type Sizes = Readonly<Record<Group, number>>;

const group = (name: string, size: number, round: number, on: number): readonly Vote[] =>
  votesOf(size, on, round).map((vote) => ({ ...vote, participant: `${name}-${vote.participant}` }));

const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, count) => count);

/** What the reader themselves said in the first and the second round, by their group. */
const ownVotes = (reader: Group): readonly (readonly [0 | 1, 0 | 1])[] => {
  if (reader === "added")
    return [
      [0, 0],
      [0, 1],
    ];
  return reader === "kept"
    ? [
        [0, 0],
        [1, 1],
      ]
    : [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ];
};

/**
 * All worlds of two rounds in which so many others keep, answer again and are new; the reader is
 * one more of a group, or of none.
 */
const worldsOf = ({ kept, again, added }: Sizes, reader: Group | null): readonly World[] =>
  (reader === null ? [null] : ownVotes(reader)).flatMap((own) =>
    upTo(kept).flatMap((k) =>
      upTo(again).flatMap((a) =>
        upTo(again).flatMap((b) =>
          upTo(added).map((n): World => {
            const before: readonly Vote[] =
              own === null || reader === "added" ? [] : [{ participant: "me", round: 1, on: own[0] }];
            const after: readonly Vote[] =
              own === null ? [] : [{ participant: "me", round: reader === "kept" ? 1 : 2, on: own[1] }];
            const first = [...group("kept", kept, 1, k), ...group("again", again, 1, a), ...before];
            const second = [
              ...group("kept", kept, 1, k),
              ...group("again", again, 2, b),
              ...group("added", added, 2, n),
              ...after,
            ];
            const bands = [adviceFor([advised(first)], "me"), adviceFor([advised(first), advised(second)], "me")];
            return {
              seen: seenOf(bands, own ?? []),
              counts: [
                ...(kept + again > 0 ? [k + a] : []),
                ...(kept + again + added > 0 ? [k + b + n] : []),
                ...(kept > 0 ? [k] : []),
                ...(again > 0 ? [a] : []),
                ...(again + added > 0 ? [b + n] : []),
              ],
            };
          }),
        ),
      ),
    ),
  );

test("over two rounds, too: of everyone, of those who kept and of those who answered again or are new", () => {
  let advice = 0;
  for (let kept = 0; kept <= 6; kept += 2)
    for (let again = 0; again + kept <= 7; again += 1)
      for (let added = 0; added + again + kept <= 7; added += 1)
        for (const reader of [null, "kept", "again", "added"] as const) {
          if (kept + again + (reader === null || reader === "added" ? 0 : 1) < 1) continue;
          const worlds = worldsOf({ kept, again, added }, reader);
          advice += worlds.filter(({ seen }) => !seen.includes('"none"')).length;
          expectOpen(worlds);
        }
  expect(advice).toBeGreaterThan(100);
});
