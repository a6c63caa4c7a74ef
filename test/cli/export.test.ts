/** Everything a workspace decided, as files; and the schema that the JSON file keeps to. */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../testkit/process.ts";
import { openWorld } from "../../testkit/world.ts";

type Ran = { readonly code: number; readonly said: string };

const run = (database: string, ...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: `file:${database}` };
    execFile(process.execPath, ["src/main.ts", ...words], { env }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : 1, said: stdout + stderr }),
    );
  });

test("what was revealed is written in every format, for this user alone, by the schema, and never over what is there", async () => {
  const world = await openWorld();
  for (const revealed of [true, false]) {
    const session = await world.start("fay", `ask "Which of ${revealed ? "these" : "those"}?" "a" "b"`);
    await world.respond("ann", session, { choice: "option-1", reason: revealed ? "the okapi" : "the zebra" });
    await world.press("fay", session, "end-round");
    if (revealed) await world.press("fay", session, "reveal");
  }
  await world.workshop.run(world.origin("fay"), "learn peft --share");
  await world.opened.store.close();
  const folder = join(temporaryFolder(), "out");
  expect(await run(world.file, "export", "w2", folder)).toMatchObject({ code: 1 });
  expect(await run(world.file, "export", "w1", folder)).toMatchObject({
    code: 0,
    said: expect.stringContaining("Sessions: 1."),
  });
  const names = readdirSync(folder).sort();
  expect(names).toEqual(["csv", "html", "json", "md"].map((ending) => `decisions.${ending}`));
  const written = names.map((name) => readFileSync(join(folder, name), "utf8"));
  for (const text of written) {
    expect(text).toContain("the okapi");
    expect(text).not.toContain("the zebra");
  }
  for (const name of names) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  const { said } = await run(world.file, "schema");
  const isRight = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(said));
  expect(isRight(JSON.parse(written[2] ?? ""))).toBe(true);
  expect(await run(world.file, "export", "w1", folder)).toMatchObject({ code: 1 });
}, 120_000);
