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
import { openSlackWorld } from "../../testkit/slack/world.ts";
import { until } from "../../testkit/until.ts";

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

test("while a platform answers nothing to what is being posted", async () => {
  const world = await openSlackWorld({ people: 1 });
  world.server.failNext("chat.postMessage", { line: "hang" });
  await world.person(0).command("start startup-support-chatbot");
  const isPosting = (): boolean => world.server.calls.some(({ method }) => method === "chat.postMessage");
  await until(isPosting, "a card is posted");
  expect(await world.program.stop()).toBe(0);
  await world.close();
});

test("while its modules are being loaded", async () => {
  // Node asks itself to stop where it is about to read the first adapter.
  const hook = `
    import { registerHooks } from "node:module";
    registerHooks({
      load: (url, context, next) => {
        if (url.includes("/adapters/")) process.kill(process.pid, "SIGTERM");
        return next(url, context);
      },
    });`;
  const child = spawn(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, "src/main.ts"],
    {
      env: { ...process.env, PORT: "0", DATABASE_URL: `file:${join(temporaryFolder(), "workshop.db")}` },
      stdio: "ignore",
    },
  );
  expect(await once(child, "exit")).toEqual([0, null]);
});
