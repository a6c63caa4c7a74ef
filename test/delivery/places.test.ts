/** How places for sending are shared among workspaces, and how long one that hangs waits. */
import { expect, test } from "vitest";
import { hungMs, makePlaces, pauseMs, placesMax } from "../../src/delivery/places.ts";
import { manualClock } from "../../testkit/manual-clock.ts";

const openPlaces = () => {
  const clock = manualClock();
  const hung: string[] = [];
  const groupOf = (workspace: string): string => workspace.split("-")[0] ?? "";
  const places = makePlaces({ clock, groupOf, reportHang: (workspace) => hung.push(workspace) });
  const callFor = (workspace: string, ms: number, answer: "done" | "later"): Promise<string> =>
    places.watch(
      workspace,
      async () => {
        clock.advance(ms);
        return answer;
      },
      (one) => one === "done",
    );
  const limitOf = (workspace: string): number =>
    places.share([{ workspace, cards: 99 }]).find((share) => share.workspace === workspace)?.limit ?? 0;
  return { places, clock, hung, callFor, limitOf };
};

test("the longest backlog leaves places for the others of its group, and one group takes none of another's", () => {
  const { places } = openPlaces();
  const backlogs = ["a-1", "a-2", "a-3", "a-4", "b-1"].map((workspace) => ({ workspace, cards: 999 }));
  const shares = places.share(backlogs);
  expect(shares.map(({ limit }) => limit)).toEqual([6, 6, 6, 6, placesMax.workspace]);
  for (const { workspace, limit } of shares) for (let n = 0; n < limit; n += 1) places.take(workspace);
  places.leave("a-1");
  // The place that came free goes to whoever has none, though others have waited longer.
  expect(places.share([...backlogs, { workspace: "a-5", cards: 1 }])).toEqual([{ workspace: "a-5", limit: 1 }]);
});

test("a workspace gets no more places than it has cards, and none beyond its own", () => {
  const { places } = openPlaces();
  expect(places.share([{ workspace: "a-1", cards: 2 }])).toEqual([{ workspace: "a-1", limit: 2 }]);
  expect(places.share([{ workspace: "a-1", cards: 99 }])).toEqual([{ workspace: "a-1", limit: placesMax.workspace }]);
  for (let n = 0; n < placesMax.workspace; n += 1) places.take("a-1");
  expect(places.share([{ workspace: "a-1", cards: 99 }])).toEqual([]);
});

test("whoever hangs twice in a row waits, twice as long each further time, up to a bound", async () => {
  const { places, clock, hung, callFor, limitOf } = openPlaces();
  await callFor("a-1", hungMs, "later");
  expect(limitOf("a-1")).toBe(placesMax.workspace);
  const waited: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    await callFor("a-1", hungMs, "later");
    expect(limitOf("a-1")).toBe(0);
    const until = places.nextAt() ?? 0;
    waited.push(until - clock.now());
    // What had begun before and ends now makes it no longer.
    await callFor("a-1", hungMs, "later");
    expect(places.nextAt()).toBe(until);
    clock.advance(until - clock.now());
    expect(limitOf("a-1")).toBe(1);
  }
  expect(waited).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, pauseMs.max, pauseMs.max]);
  expect(hung).toEqual(["a-1"]);
  expect(limitOf("a-2")).toBe(placesMax.workspace);
});

test.each<[string, number, "done" | "later"]>([
  ["takes long and does it", hungMs, "done"],
  ["refuses at once", hungMs - 1, "later"],
])("a platform that %s has not hung", async (_, ms, answer) => {
  const { callFor, limitOf } = openPlaces();
  await callFor("a-1", hungMs, "later");
  await callFor("a-1", ms, answer);
  await callFor("a-1", hungMs, "later");
  expect(limitOf("a-1")).toBe(placesMax.workspace);
});

test("a clock that is set back ends a pause", async () => {
  const { places, clock, callFor, limitOf } = openPlaces();
  for (let turn = 0; turn < 2; turn += 1) await callFor("a-1", hungMs, "later");
  clock.advance(-24 * 3_600_000);
  expect(limitOf("a-1")).toBe(1);
  expect(places.nextAt()).toBeUndefined();
});
