/** The short form of `npm run audit:worlds`. */
import { expect, test } from "vitest";
import { auditSmallWorlds } from "../../audit/small-worlds.ts";

const single = [
  { method: "single", peopleMax: 4, answers: 3, discussion: false },
  { method: "single", peopleMax: 6, answers: 2, discussion: false },
  { method: "single", peopleMax: 3, answers: 3, discussion: true },
  { method: "single", peopleMax: 6, answers: 2, discussion: true },
] as const;

/** The third answer of each is that one can't judge. */
const others = (["approval", "ranked", "score", "dots", "consent"] as const).flatMap((method) => [
  { method, peopleMax: 4, answers: 3, discussion: false },
  { method, peopleMax: 6, answers: 2, discussion: false },
]);

/** Of fewer than six nothing is shown of what moved them: three who were, and three beside them. */
const told = [{ method: "single", peopleMax: 6, answers: 2, discussion: false, tellsWhy: true }] as const;

test.each([...single, ...others, ...told])(
  "after two anonymous rounds nobody is given away by subtraction: $method, $peopleMax people, $answers answers, discussion: $discussion",
  (sizes) => {
    const { counts, wrong } = auditSmallWorlds(sizes);
    expect(wrong).toEqual([]);
    expect(counts.worlds).toBeGreaterThan(800);
    if (sizes.peopleMax >= 6) expect(counts["with a shift shown"]).toBeGreaterThan(0);
  },
  120_000,
);
