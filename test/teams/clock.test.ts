/** What Teams' adapter remembers of instants, when the clock is set back by a day. */
import { expect, test } from "vitest";
import { limits } from "../../adapters/teams/limits.ts";
import { makeOpenForms } from "../../adapters/teams/open-forms.ts";
import { makePauses } from "../../adapters/teams/pauses.ts";
import { manualClock } from "../../testkit/manual-clock.ts";

const day = 86_400_000;

test("messages sent before it hold none up after it, nor does what Teams asked to wait then", () => {
  const clock = manualClock();
  const pauses = makePauses(clock, () => 0);
  for (let sent = 0; sent < limits.rate.perSecondMax; sent += 1) expect(pauses.take("c")).toBe(0);
  pauses.pause("c", 30_000);
  expect(pauses.take("c")).toBe(30_000);
  clock.advance(-day);
  expect(pauses.take("c")).toBe(0);
});

test("a form opened before it no longer keeps its card from being redrawn", () => {
  const clock = manualClock();
  const forms = makeOpenForms(clock);
  forms.opened("c", "m", "ann");
  expect(forms.isOpen("c", "m")).toBe(true);
  clock.advance(-day);
  expect(forms.isOpen("c", "m")).toBe(false);
});
