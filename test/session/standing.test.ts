/**
 * Which responses stand in a round, and who may be told apart by what an anonymous session shows.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Response } from "../../src/session/session.ts";
import { countStanding, standingIn } from "../../src/session/standing.ts";
import { hidesEveryone, type RoundSeen, seenOf } from "../../src/session/told-apart.ts";

const response = (participant: string, round: number, revision = 1): Response => ({
  participant,
  round,
  revision,
  answer: `${participant} in ${round}`,
  at: 0,
});

test("whoever says nothing in a later round stands by what they said; later rounds don't count in earlier ones", () => {
  const responses = [response("ann", 1), response("ann", 3), response("bob", 1), response("cho", 2)];
  const stands = (round: number) =>
    standingIn(responses, round).map(({ answer, kept }) => `${answer}${kept ? ", kept" : ""}`);
  expect(stands(1)).toEqual(["ann in 1", "bob in 1"]);
  expect(stands(2)).toEqual(["ann in 1, kept", "bob in 1, kept", "cho in 2"]);
  expect(stands(3)).toEqual(["ann in 3", "bob in 1, kept", "cho in 2, kept"]);
  expect(countStanding(standingIn(responses, 3))).toEqual({ total: 3, answered: 1, kept: 2 });
});

test("everyone who ever responded stands once, and nobody is lost from one round to the next", () => {
  const some = fc.array(
    fc.record({
      participant: fc.constantFrom("p", "q", "r", "s"),
      round: fc.integer({ min: 1, max: 4 }),
      revision: fc.integer({ min: 1, max: 3 }),
    }),
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 4 }), (given, round) => {
      const responses = given.map((one) => response(one.participant, one.round, one.revision));
      const now = standingIn(responses, round).map(({ participant }) => participant);
      const before = standingIn(responses, round - 1).map(({ participant }) => participant);
      expect(new Set(now).size).toBe(now.length);
      expect(before.every((participant) => now.includes(participant))).toBe(true);
    }),
  );
});

test.each([
  [[], true],
  [[["a"], ["a"], ["a"]], true],
  [[["a"], ["a"], ["a"], ["b"]], false],
  [[["a"], ["a"], ["a"], ["a", "b"], ["a", "b"]], false],
] as const)("of people with the marks %j, all are hidden: %s", (people, hidden) => {
  expect(hidesEveryone(people)).toBe(hidden);
});

const round = (...people: readonly (readonly [participant: string, kept: boolean, reason: string])[]): RoundSeen =>
  people.map(([participant, kept, reason]) => ({ participant, kept, reasons: [reason] }));

test("after a discussion, a newcomer's reason is shown neither beside an option nor by itself", () => {
  const before = round(["ann", false, "a"], ["bob", false, "b"], ["cho", false, "c"]);
  const after = round(["ann", true, "a"], ["bob", true, "b"], ["cho", true, "c"], ["dan", false, "d"]);
  const seen = seenOf([before, after], { anonymous: true, discussion: true });
  expect(seen.mayShowReasonsByChoice).toBe(false);
  expect(seen.mayShowReason("dan", "d")).toBe(false);
  expect(seen.mayShowReason("ann", "a")).toBe(true);
  // Where no reason was shown before, it can't be told which one is new.
  const unseen = seenOf([before, after], { anonymous: true, discussion: false });
  expect([unseen.mayShowReasonsByChoice, unseen.mayShowReason("dan", "d")]).toEqual([true, true]);
  const named = seenOf([before, after], { anonymous: false, discussion: true });
  expect([named.mayShowReasonsByChoice, named.mayShowReason("dan", "d")]).toEqual([true, true]);
});
