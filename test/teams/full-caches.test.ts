/**
 * What is kept in memory of Teams is bounded, and a full memory forgets the oldest alone: no wait
 * that Teams asked for, and no form that is open.
 */
import { expect, test } from "vitest";
import { makeOpenForms } from "../../adapters/teams/open-forms.ts";
import { makePauses } from "../../adapters/teams/pauses.ts";
import { manualClock } from "../../testkit/manual-clock.ts";

const others = Array.from({ length: 10_000 }, (_, n) => `other-${n}`);

test("a wait that Teams asked for outlasts as many other conversations as are kept", () => {
  const pauses = makePauses(manualClock(), () => 0);
  for (const conversation of others.slice(1)) pauses.take(conversation);
  pauses.pause("asked", 30_000);
  pauses.take("one-more");
  expect(pauses.left("asked")).toBe(30_000);
});

test("a form that someone fills in stays open while as many others are opened", () => {
  const forms = makeOpenForms(manualClock());
  for (const message of others.slice(1)) forms.opened("c", message, "ann");
  forms.opened("c", "typed-in", "ann");
  forms.opened("c", "one-more", "ann");
  expect(forms.isOpen("c", "typed-in")).toBe(true);
});
