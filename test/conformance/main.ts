/** Runs the checks against data from outside: `npm run test:conformance -- <folder>`. */
import { resolve } from "node:path";
import { startVitest } from "vitest/node";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Name the folder that holds the data: npm run test:conformance -- <folder>\n");
  process.exit(2);
}
process.env.CONFORMANCE_DATA = resolve(folder);
const runner = await startVitest("test", [], {
  // Its own files alone: the projects of the tests have lists of their own.
  config: false,
  watch: false,
  include: ["test/conformance/*.conformance.ts"],
  testTimeout: 120_000,
  hookTimeout: 60_000,
});
await runner?.close();
