/**
 * How answers become a result, method by method: published examples worked, and what each promises
 * held as properties.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvals } from "../../src/analysis/approval.ts";
import { concordance } from "../../src/analysis/concordance.ts";
import { consentOf, type Stance, stances } from "../../src/analysis/consent.ts";
import { dotsOf } from "../../src/analysis/dots.ts";
import { instantRunoff } from "../../src/analysis/instant-runoff.ts";
import { leadersOf } from "../../src/analysis/leaders.ts";
import { condorcetWinner, pairsOf, type Ranking } from "../../src/analysis/pairs.ts";
import { schulze } from "../../src/analysis/schulze.ts";
import { scoresOf } from "../../src/analysis/scores.ts";
import { tally } from "../../src/analysis/tally.ts";

const voters = (count: number, ranking: string): readonly Ranking[] =>
  Array.from({ length: count }, () => ranking.split(""));

const letters = ["A", "B", "C", "D", "E"] as const;

/** Schulze 2011, example 1: 45 voters, 5 alternatives. */
const schulzes = [
  ...voters(5, "ACBED"),
  ...voters(5, "ADECB"),
  ...voters(8, "BEDAC"),
  ...voters(3, "CABED"),
  ...voters(7, "CAEBD"),
  ...voters(2, "CBADE"),
  ...voters(7, "DCEBA"),
  ...voters(8, "EBADC"),
];

/** Where Tennessee's capital should be: Memphis, Nashville, Chattanooga, Knoxville; 100 voters. */
const cities = ["M", "N", "C", "K"];
const tennessee = [...voters(42, "MNCK"), ...voters(26, "NCKM"), ...voters(15, "CKNM"), ...voters(17, "KCNM")];

describe("rankings", () => {
  test("Schulze's own example of 45 voters: the pairs, the strongest paths and the order E A C B D", () => {
    const pairs = pairsOf(letters, schulzes);
    expect(pairs).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
    const { paths, winners, beatenBy } = schulze(letters, pairs);
    expect(paths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(winners).toEqual(["E"]);
    expect(beatenBy.toSorted((a, b) => a.count - b.count).map(({ option }) => option)).toEqual([..."EACBD"]);
    expect(condorcetWinner(letters, pairs)).toBeUndefined();
  });

  test("Tennessee: Nashville beats each other city, and instant-runoff takes Knoxville", () => {
    const pairs = pairsOf(cities, tennessee);
    expect(condorcetWinner(cities, pairs)).toBe("N");
    expect(schulze(cities, pairs).winners).toEqual(["N"]);
    expect(instantRunoff(cities, tennessee)).toEqual({ winners: ["K"], dropped: [["C"], ["N"]] });
    expect(
      leadersOf(
        tally(
          cities,
          tennessee.flatMap(([first]) => first ?? []),
        ).map(({ option, count }) => ({ option, figure: count })),
      ),
    ).toEqual(["M"]);
  });

  test("a cycle has no Condorcet winner, and its weakest link gives way", () => {
    const rankings = [...voters(4, "ABC"), ...voters(3, "BCA"), ...voters(2, "CAB")];
    const pairs = pairsOf(["A", "B", "C"], rankings);
    expect(condorcetWinner(["A", "B", "C"], pairs)).toBeUndefined();
    // A beats B by 6, B beats C by 7, C beats A by 5: the weakest.
    expect(schulze(["A", "B", "C"], pairs).winners).toEqual(["A"]);
  });

  test("a perfect cycle is a tie of all, in the order of the options", () => {
    const rankings = [...voters(1, "ABC"), ...voters(1, "BCA"), ...voters(1, "CAB")];
    const pairs = pairsOf(["A", "B", "C"], rankings);
    expect(schulze(["A", "B", "C"], pairs).winners).toEqual(["A", "B", "C"]);
    expect(instantRunoff(["A", "B", "C"], rankings)).toEqual({ winners: ["A", "B", "C"], dropped: [] });
  });

  test("who stops early puts what they named before the rest, and nothing of the rest before another", () => {
    expect(pairsOf(["A", "B", "C"], [["B"]])).toEqual([
      [0, 0, 0],
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  test.each([
    [[], undefined],
    [voters(3, "ABC"), 1],
    [[...voters(1, "ABC"), ...voters(1, "CBA")], 0],
    // Rank sums 5, 6, 7 around 6: S = 2, and W = 24 / (9 · 24).
    [[...voters(1, "ABC"), ...voters(1, "BAC"), ...voters(1, "CAB")].slice(0, 2), 0.75],
    [[[], []], undefined],
  ])("Kendall's W of %j is %s", (rankings, expected) => {
    const found = concordance(["A", "B", "C"], rankings);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected);
  });
});

test("approvals: two of three approve of b, and one named twice counts once", () => {
  expect(approvals(["a", "b"], [["a", "b"], ["b", "b"], []])).toEqual([
    { option: "a", count: 1, share: 1 / 3 },
    { option: "b", count: 2, share: 2 / 3 },
  ]);
});

test("scores: mean, median and extremes of each option", () => {
  const scored = scoresOf(["a", "b"], [{ a: 5, b: 0 }, { a: 2 }, { a: 2, b: 1 }]);
  expect(scored).toEqual([
    { option: "a", given: 3, mean: 3, spread: { least: 2, median: 2, most: 5 } },
    { option: "b", given: 2, mean: 0.5, spread: { least: 0, median: 0.5, most: 1 } },
  ]);
});

test("dots: sums, and shares of all that were laid", () => {
  expect(dotsOf(["a", "b"], [{ a: 3, b: 2 }, { b: 5 }])).toEqual([
    { option: "a", dots: 3, share: 0.3 },
    { option: "b", dots: 7, share: 0.7 },
  ]);
});

test.each<[readonly Stance[], boolean | undefined]>([
  [[], undefined],
  [["stand-aside"], undefined],
  [["consent", "stand-aside"], true],
  [["consent", "consent", "object"], false],
])("of %j a proposal is carried: %s", (answers, carried) => {
  expect(consentOf(answers).carried).toBe(carried);
});

const options = ["a", "b", "c", "d"];
const ranking = fc.shuffledSubarray(options, { minLength: 1 });
const points = fc
  .tuple(...options.map(() => fc.nat(5)))
  .map((given) => Object.fromEntries(options.map((option, index) => [option, given[index] ?? 0])));

/** A method as a function from answers to those who lead, with what it promises. */
const methods = {
  single: {
    answer: fc.constantFrom(...options).map((option) => [option]),
    leaders: (given: readonly string[], answers: readonly (readonly string[])[]) =>
      leadersOf(tally(given, answers.flat()).map(({ option, count }) => ({ option, figure: count }))),
    prefers: ([first]: readonly string[]) => first,
  },
  approval: {
    answer: fc.subarray(options, { minLength: 1 }),
    leaders: (given: readonly string[], answers: readonly (readonly string[])[]) =>
      leadersOf(approvals(given, answers).map(({ option, count }) => ({ option, figure: count }))),
    prefers: (approved: readonly string[]) => (approved.length === 1 ? approved[0] : undefined),
  },
  "instant-runoff": {
    answer: ranking,
    leaders: (given: readonly string[], answers: readonly Ranking[]) => instantRunoff(given, answers).winners,
    prefers: ([first]: Ranking) => first,
  },
} as const;

/** By rankings, without the promise that a further answer leaves the winner where it is. */
const schulzeWinners = (given: readonly string[], answers: readonly Ranking[]) =>
  schulze(given, pairsOf(given, answers)).winners;

const sorted = (found: readonly string[]) => [...found].sort();

describe.each(
  Object.entries({
    ...methods,
    schulze: { answer: ranking, leaders: schulzeWinners, prefers: methods["instant-runoff"].prefers },
  }),
)("%s", (_, { answer, leaders, prefers }) => {
  const answers = fc.array(answer, { minLength: 1, maxLength: 9 });

  test("the order of answers and of options changes nothing", () => {
    fc.assert(
      fc.property(answers, fc.shuffledSubarray(options, { minLength: 4 }), (given, order) => {
        const found = sorted(leaders(options, given));
        expect(sorted(leaders(order, given.toReversed()))).toEqual(found);
      }),
    );
  });

  test("what everybody puts first wins alone", () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 6 }), (given, count) => {
        const first = prefers(given);
        if (first === undefined) return;
        expect(
          leaders(
            options,
            Array.from({ length: count }, () => given),
          ),
        ).toEqual([first]);
      }),
    );
  });
});

describe.each(Object.entries(methods))("%s", (_, { answer, leaders, prefers }) => {
  test("a further answer for the winner never unseats it", () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 9 }), (given) => {
        const before = leaders(options, given);
        for (const one of given) {
          const first = prefers(one);
          if (first === undefined || !before.includes(first)) continue;
          expect(leaders(options, [...given, one])).toEqual([first]);
        }
      }),
    );
  });
});

describe.each([
  [
    "score",
    (answers: readonly Readonly<Record<string, number>>[]) =>
      scoresOf(options, answers).map(({ option, mean }) => ({ option, figure: mean ?? 0 })),
  ],
  [
    "dots",
    (answers: readonly Readonly<Record<string, number>>[]) =>
      dotsOf(options, answers).map(({ option, dots }) => ({ option, figure: dots })),
  ],
] as const)("%s", (_, figures) => {
  test("the order of answers changes nothing, and a further answer that favours a leader leaves it there", () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 9 }), (given) => {
        const close = (found: readonly { readonly figure: number }[]) => found.map(({ figure }) => figure.toFixed(9));
        expect(close(figures(given.toReversed()))).toEqual(close(figures(given)));
        const before = figures(given);
        const most = Math.max(...before.map(({ figure }) => figure));
        for (const one of given)
          for (const { option, figure } of before) {
            const favours = options.every((other) => (one[other] ?? 0) <= (one[option] ?? 0));
            if (figure !== most || !favours) continue;
            const after = figures([...given, one]);
            const own = after.find((found) => found.option === option)?.figure ?? 0;
            expect(own).toBeGreaterThanOrEqual(Math.max(...after.map((found) => found.figure)) - 1e-9);
          }
      }),
    );
  });
});

test("Schulze's method finds the Condorcet winner alone wherever there is one, and raising a winner never unseats it", () => {
  fc.assert(
    fc.property(fc.array(ranking, { minLength: 1, maxLength: 9 }), fc.nat(8), (given, at) => {
      const pairs = pairsOf(options, given);
      const best = condorcetWinner(options, pairs);
      const { winners } = schulze(options, pairs);
      expect(winners.length).toBeGreaterThan(0);
      if (best !== undefined) expect(winners).toEqual([best]);
      const [winner = ""] = winners;
      const raised = given.map((one, index) =>
        index === at % given.length ? [winner, ...one.filter((option) => option !== winner)] : one,
      );
      expect(schulzeWinners(options, raised)).toContain(winner);
    }),
  );
});

test("W lies in 0–1 and doesn't depend on the order of options or rankings", () => {
  fc.assert(
    fc.property(fc.array(ranking, { maxLength: 8 }), (given) => {
      const found = concordance(options, given);
      if (found === undefined) return;
      expect(found).toBeGreaterThanOrEqual(-1e-9);
      expect(found).toBeLessThanOrEqual(1 + 1e-9);
      expect(concordance(options.toReversed(), given.toReversed())).toBeCloseTo(found);
    }),
  );
});

test("consent: one objection stops what any number carry, and the counts are of every stance", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...stances)), (given) => {
      const found = consentOf(given);
      expect(found.consent + found["stand-aside"] + found.object).toBe(given.length);
      expect(consentOf([...given, "object"]).carried).toBe(false);
      if (found.carried === false) expect(consentOf([...given, "consent"]).carried).toBe(false);
    }),
  );
});
