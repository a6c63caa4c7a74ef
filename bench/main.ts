/** Runs the benchmarks named in the arguments, or all of them: `npm run bench -- response-path`. */
import { print } from "./support/figures.ts";

const benchmarks = [
  "response-path",
  "teams-path",
  "stored-responses",
  "many-responses",
  "reveal",
  "start",
  "finding",
] as const;

const asked = process.argv.slice(2).filter((argument) => !/^(--.*|\d+)$/.test(argument));
const unknown = asked.filter((name) => !benchmarks.some((known) => known === name));
if (unknown.length > 0)
  throw new Error(`No benchmark is called ${unknown.join(", ")}; there are ${benchmarks.join(", ")}`);

for (const name of benchmarks.filter((known) => asked.length === 0 || asked.includes(known))) {
  print(`\n— ${name}`);
  const { run }: { readonly run: () => Promise<void> } = await import(`./${name}.ts`);
  await run();
}
