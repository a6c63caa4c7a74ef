/**
 * The program is killed while the key of an anonymous session is to be erased and somebody else
 * reads the database: the next start erases it once that ends.
 */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { translatorFor } from "../src/i18n/translator.ts";
import type { Chance } from "../testkit/chance.ts";
import type { Program } from "../testkit/process.ts";
import { httpTransport, personIn } from "../testkit/slack/people.ts";
import type { SlackServer } from "../testkit/slack/server.ts";
import { until } from "../testkit/until.ts";
import { readDatabase } from "./read-database.ts";
import { startSession } from "./responder.ts";

type Parts = {
  readonly server: SlackServer;
  readonly chance: Chance;
  /** A file. */
  readonly database: string;
  readonly restart: () => Promise<Program>;
};

const { controls } = translatorFor("en").messages.session;

/** The reveal, its commit and the first tries to erase all come within this time. */
const killMsMax = 2_500;

/** Answers what is wrong, in sentences. */
export const auditErasure = async ({ server, chance, database, restart }: Parts): Promise<readonly string[]> => {
  let program = await restart();
  const { session } = await startSession(server, program.address, "--anonymous");
  const [facilitator = ""] = server.people;
  const fay = personIn({ server, transport: httpTransport(() => program.address) }, facilitator);
  const key = await keyOf(database, session);
  if (key === undefined) throw new Error("An anonymous session has no key");
  await fay.press(controls.verbs["end-round"]);
  const offered = (): boolean => JSON.stringify(server.messages).includes(`"reveal:${session}:1"`);
  await until(offered, "the reveal is offered");
  const reader = new Sqlite(database, { readonly: true });
  reader.exec("begin");
  reader.prepare("select count(*) from participant_keys").get();
  const revealing = fay.press(controls.verbs.reveal).catch(() => undefined);
  await sleep(chance.below(killMsMax));
  await program.kill();
  await revealing;
  reader.close();
  program = await restart();
  if ((await keyOf(database, session)) !== undefined) await fay.press(controls.verbs.reveal);
  const isErased = (): boolean => !holds(database, key);
  const wrong = await until(isErased, "").then(
    () => [],
    () => [`the key of ${session} is still in the file`],
  );
  await program.stop();
  server.messages.length = 0;
  server.calls.length = 0;
  return wrong;
};

const keyOf = async (database: string, session: string): Promise<Uint8Array | undefined> => {
  const opened = await readDatabase(database);
  const query = opened.selectFrom("participant_keys").select("key").where("session", "=", session);
  const row = await query.executeTakeFirst();
  await opened.destroy();
  return row?.key;
};

const holds = (file: string, key: Uint8Array): boolean =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(key)));
