/** A process that stands on the testkit, such as a run of these tests, fails where it says so. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test.each(["global-setup", "../testkit/postgres"])("what imports %s ends with the code it asked for", (module) => {
  const script = `await import("./test/${module}.ts"); process.exitCode = 3;`;
  expect(spawnSync(process.execPath, ["--input-type=module", "-e", script]).status).toBe(3);
});
