/**
 * A PostgreSQL that falls silent, or is cut off, in the middle of a commit: people are told that
 * what they sent may or may not have been saved, and sending it again harms nothing.
 */
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { pausePostgres } from "../../testkit/pause-postgres.ts";
import { type Server, startPostgres } from "../../testkit/postgres.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const { uncertain, fault } = translatorFor("en").messages.commands.refusals;
const values = { choice: "rag", reason: "r" };

type Slow = { readonly world: World; readonly session: Session; readonly shell: Client };

/** Commits with responses take a second in the server, after everything else was answered. */
const openSlow = async (): Promise<Slow> => {
  const world = await openWorld(await server.createDatabase());
  closing.push(world.opened.store.close);
  const session = await world.start("fay", "start startup-support-chatbot");
  const shell = new Client({ connectionString: world.file });
  shell.on("error", () => undefined);
  await shell.connect();
  closing.push(() => shell.end());
  await shell.query(`
    create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return null; end $$;
    create constraint trigger slow after insert on responses
      deferrable initially deferred for each row execute function slow()
  `);
  return { world, session, shell };
};

/** The server's process that is committing. */
const committing = async (shell: Client): Promise<number> => {
  for (;;) {
    const found = await shell.query<{ pid: number }>(
      "select pid from pg_stat_activity where query = 'commit' and state = 'active' and datname = current_database()",
    );
    const [first] = found.rows;
    if (first !== undefined) return first.pid;
    await setTimeout(10);
  }
};

const revisionsOf = async ({ opened }: World, { id }: Session): Promise<readonly number[]> =>
  (await opened.store.in("w1").loadResponses(id)).map(({ revision }) => revision);

/**
 * What the first person is told of a commit that something happens to, and whoever came while it
 * hung.
 */
const submitInto = async ({ world, session, shell }: Slow, happens: (pid: number) => Promise<void>) => {
  const [first, second] = [await world.askToRespond("ann", session), await world.askToRespond("bob", session)];
  const submitted = world.workshop.submit(world.origin("ann"), first, values);
  const pid = await committing(shell);
  const waiting = world.workshop.submit(world.origin("bob"), second, values);
  await happens(pid);
  const again = (): Promise<Reply> => world.workshop.submit(world.origin("ann"), first, values);
  return { told: sentenceOf(await submitted), waited: await waiting, again };
};

test("silent: it was saved after all, and the same sent again is one response", { timeout: 60_000 }, async () => {
  const slow = await openSlow();
  const { world, session } = slow;
  let resume = (): void => undefined;
  closing.push(() => resume());
  const { told, waited, again } = await submitInto(slow, async () => {
    resume = await pausePostgres(server.address);
  });
  expect(told).toBe(uncertain);
  // Of what waited behind it nothing was tried.
  expect(sentenceOf(waited)).toBe(fault);
  resume();
  await expect.poll(() => revisionsOf(world, session), { timeout: 10_000 }).toEqual([1]);
  expect(await again()).toMatchObject({ type: "card" });
  expect(await revisionsOf(world, session)).toEqual([1]);
});

test("cut off: it was not saved, and the same sent again is", { timeout: 60_000 }, async () => {
  const slow = await openSlow();
  const { world, session, shell } = slow;
  const { told, again } = await submitInto(slow, async (pid) => {
    await shell.query("select pg_terminate_backend($1)", [pid]);
  });
  expect(told).toBe(uncertain);
  expect(await again()).toMatchObject({ type: "card" });
  // With the one that waited, which found another line.
  expect(await revisionsOf(world, session)).toEqual([1, 1]);
});
