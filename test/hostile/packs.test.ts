/**
 * Packs that try to be more than content are refused, each with its file, line and path; how long
 * that takes is measured by `npm run audit:packs`.
 */
import { expect, test } from "vitest";
import { hostilePacks } from "../../audit/hostile-packs.ts";
import { names, refusalOf } from "../../audit/packs.ts";

test.each(hostilePacks.map((pack) => [pack.name.slice(0, 60), pack] as const))("%s is refused", (_name, pack) => {
  const refusal = refusalOf(pack);
  expect(names(refusal, pack), refusal).toBe(true);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
