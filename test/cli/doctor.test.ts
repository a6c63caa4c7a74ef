/** `doctor` as an operator reads it: each part right, or with what to do; nothing is changed. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../../testkit/process.ts";
import { openWorld } from "../../testkit/world.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Ran = { readonly code: number; readonly said: string };

const run = (environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(process.execPath, ["src/main.ts", "doctor", ...words], { env }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : 1, said: stdout + stderr }),
    );
  });

/** A server that answers everything with this. */
const serve = async (body: object, headers: Readonly<Record<string, string>> = {}, status = 200): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on a port");
  return `http://127.0.0.1:${address.port}/`;
};

const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };

test("a healthy one is right in every row, and one that isn't there yet is not made", async () => {
  const file = join(temporaryFolder(), "none.db");
  const { code, said } = await run({ DATABASE_URL: `file:${file}` }, await serve({ status: "ready" }));
  expect(said).toMatch(/✓ database +There is none yet/u);
  expect(said).toMatch(/✓ packs +\S/u);
  expect(said).toMatch(/✓ address +ok/u);
  expect(code).toBe(0);
  expect(existsSync(file)).toBe(false);
});

test("a token that is refused, scopes that are missing, and a clock that is off say what to do", async () => {
  const world = await openWorld();
  await world.opened.store.close();
  const database = { DATABASE_URL: `file:${world.file}` };
  const refused = await run({
    ...database,
    ...slack,
    SLACK_API_URL: await serve({ ok: false, error: "invalid_auth" }),
  });
  expect(refused.said).toContain("SLACK_BOT_TOKEN is refused (invalid_auth)");
  expect(refused.said).not.toContain("xoxb-1");
  expect(refused.code).toBe(1);
  const headers = { "x-oauth-scopes": "commands,chat:write", date: new Date(Date.now() - 3_600_000).toUTCString() };
  const lacking = await run({ ...database, ...slack, SLACK_API_URL: await serve({ ok: true }, headers) });
  expect(lacking.said).toContain("files:write");
  expect(lacking.said).toMatch(/✗ Slack: clock .*ahead/u);
  expect(lacking.said).toMatch(/✓ database +ok, up to date/u);
  const unready = await run(database, await serve({}, {}, 503));
  expect(unready.said).toContain("answers 503");
});

test("a database of a newer version is named, and left as it is", async () => {
  const world = await openWorld();
  await world.opened.store.close();
  const database = new Sqlite(world.file);
  database.exec("insert into kysely_migration (name, timestamp) values ('9999-future', 'x')");
  database.close();
  const before = readFileSync(world.file);
  const { code, said } = await run({ DATABASE_URL: `file:${world.file}` });
  expect(said).toContain("9999-future");
  expect(code).toBe(1);
  expect(readFileSync(world.file).equals(before)).toBe(true);
});
