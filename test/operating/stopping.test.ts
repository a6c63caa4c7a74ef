/** SIGTERM ends the program with 0, whatever hangs when it comes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portOf } from "../../testkit/local-server.ts";
import { pausePostgres } from "../../testkit/pause-postgres.ts";
import { startPostgres } from "../../testkit/postgres.ts";
import { startProgram, temporaryFolder } from "../../testkit/process.ts";

test("beside a connection that sends half a request", async () => {
  const program = await startProgram({ database: join(temporaryFolder(), "workshop.db") });
  const { port, hostname } = new URL(program.address);
  const half = connect(Number(port), hostname);
  half.on("error", () => undefined);
  await once(half, "connect");
  half.write("POST /api/say HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n{");
  expect(await program.stop()).toBe(0);
  half.destroy();
});

test("while its database answers nothing", async () => {
  const server = await startPostgres();
  const program = await startProgram({ database: await server.createDatabase(), env: { LOG_LEVEL: "silent" } });
  const resume = await pausePostgres(server.address);
  const asked = fetch(`${program.address}/readyz`).catch(() => undefined);
  expect(await program.stop()).toBe(0);
  resume();
  await asked;
  await server.stop();
});

test("while it is still starting, and waits for a database that takes its line and says nothing", async () => {
  const silent = createServer();
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const database = `postgres://somebody:secret@127.0.0.1:${portOf(silent.address())}/workshop`;
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: { ...process.env, PORT: "0", DATABASE_URL: database },
    stdio: "ignore",
  });
  silent.once("connection", () => child.kill("SIGTERM"));
  expect(await once(child, "exit")).toEqual([0, null]);
  silent.close();
});
