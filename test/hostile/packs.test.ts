/** Packs that try to be more than content are refused, each with its file and line; how long that takes is measured by `npm run audit:packs`. */
import { expect, test } from "vitest";
import { hostilePacks } from "../../audit/hostile-packs.ts";
import { refusalOf } from "../../audit/packs.ts";

test.each(hostilePacks.map((pack) => [pack.name.slice(0, 60), pack] as const))("%s is refused", (_name, pack) => {
  expect(refusalOf(pack)).toContain(pack.place);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
