/**
 * Workspaces in which the app can't act: whoever asks for something reads what happened and who
 * does what, and the operator has one line of it.
 */
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeCipher } from "../../adapters/slack/cipher.ts";
import { makeInstallations } from "../../adapters/slack/installations.ts";
import { slackMessages } from "../../adapters/slack/messages/speak.ts";
import { slackTables } from "../../adapters/slack/tables.ts";
import { openStore } from "../../src/store/open.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { commandOf, formOf, pressOf, shortcutOf, signingSecret } from "../../testkit/slack/payloads.ts";
import { httpTransport, personIn, type Transport } from "../../testkit/slack/people.ts";
import { openSlackServer, type SlackServer } from "../../testkit/slack/server.ts";
import { stories } from "../../testkit/stories.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const [old, fresh] = ["0123456789abcdef0123456789abcdef", "another secret of 32 characters!"];

type Place = { readonly server: SlackServer; readonly database: string };

const openPlace = async (): Promise<Place> => {
  const server = await openSlackServer(2);
  closers.push(server.close);
  return { server, database: join(temporaryFolder(), "workshop.db") };
};

/** An installation as it was made under the old secret, by people of whom one chose Korean. */
const install = async ({ server, database }: Place): Promise<void> => {
  const opened = await openStore(`file:${database}`);
  await makeInstallations(slackTables(opened.database), makeCipher([old])).storeInstallation({
    team: { id: server.team },
    enterprise: undefined,
    isEnterpriseInstall: false,
    user: { token: undefined, scopes: undefined, id: server.people[0] ?? "" },
    bot: { token: server.token, scopes: ["commands"], id: "B1", userId: "UBOT" },
    tokenType: "bot",
    authVersion: "v2",
  });
  await opened.store.in(`slack/${server.team}`).saveLanguage(server.people[1] ?? "", "ko");
  await opened.store.close();
};

const serve = async ({ server, database }: Place, secret: string): Promise<Program> => {
  const program = await startProgram({
    database,
    env: {
      HOST: "127.0.0.1",
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "client-secret",
      SLACK_SIGNING_SECRET: signingSecret,
      WORKSHOP_SECRET: secret,
      SLACK_API_URL: server.apiUrl,
    },
  });
  closers.push(program.stop);
  return program;
};

const linesWith = (program: Program, words: string): number => program.output().split(words).length - 1;

/** Does everything that can be answered without a token, and answers what was read. */
const tryEverything = async ({ server }: Place, transport: Transport, person: string): Promise<readonly string[]> => {
  const sender = { team: server.team, channel: server.channel, person };
  const response = { response_url: server.responseUrl(person) };
  const message = { channel: server.channel, ts: "1.1" };
  const read = [(await transport("command", commandOf(sender, "list", response))).body.text];
  const before = server.messages.length;
  await transport("interaction", pressOf(sender, "respond:s:1", message, response));
  await transport("interaction", shortcutOf(sender, message, response));
  await expect.poll(() => server.messages.length).toBe(before + 2);
  read.push(...server.messages.slice(before).map(({ text }) => text));
  const submitted = await transport("interaction", formOf(sender, { nonce: "1" }, { reason: { value: "r" } }));
  expect(submitted.body.response_action).toBe("errors");
  return [...read.map(String), ...Object.values(Object(submitted.body.errors)).map(String)];
};

test("where the app isn't installed", async () => {
  const place = await openPlace();
  const program = await serve(place, fresh);
  const transport = httpTransport(() => program.address);
  const say = slackMessages("en").unserved["not-installed"];
  for (const person of place.server.people)
    expect(await tryEverything(place, transport, person)).toEqual([say, say, say, say]);
  expect(linesWith(program, "is not installed there")).toBe(1);
  expect(place.server.calls).toEqual([]);
});

test("where no secret opens its token, until the old one is put back", async () => {
  const place = await openPlace();
  const { server } = place;
  await install(place);
  let program = await serve(place, old);
  const transport = httpTransport(() => program.address);
  const fay = personIn({ server, transport }, server.people[0] ?? "");
  const posts = (): number => server.calls.filter(({ method }) => method === "chat.postMessage").length;
  server.failNext("chat.postMessage", { status: 429, retryAfter: 1, body: { ok: false, error: "ratelimited" } });
  await fay.command(stories.en.start);
  await expect.poll(posts).toBe(1);
  await program.stop();

  program = await serve(place, fresh);
  for (const [index, language] of (["en", "ko"] as const).entries()) {
    const say = slackMessages(language).unserved.sealed;
    expect(await tryEverything(place, transport, server.people[index] ?? "")).toEqual([say, say, say, say]);
  }
  // A card waits for it too, and isn't given up.
  await expect.poll(() => linesWith(program, "does not open the token of")).toBeGreaterThan(0);
  expect(linesWith(program, "does not open the token of")).toBeLessThanOrEqual(2);
  expect(posts()).toBe(1);
  await program.stop();

  program = await serve(place, `${fresh},${old}`);
  expect((await fay.command("list")).body.text).not.toBe(slackMessages("en").unserved.sealed);
});

test("where the one token there is belongs to another workspace", async () => {
  const place = await openPlace();
  const { server, database } = place;
  const program = await startProgram({ database, env: { HOST: "127.0.0.1", ...server.env } });
  closers.push(program.stop);
  const elsewhere: Transport = (kind, body) =>
    httpTransport(() => program.address)(kind, {
      ...body,
      ...(kind === "command" ? { team_id: "TFOREIGN1" } : { team: { id: "TFOREIGN1", domain: "f" } }),
    });
  const say = slackMessages("en").unserved.foreign;
  for (const person of server.people)
    expect(await tryEverything(place, elsewhere, person)).toEqual([say, say, say, say]);
  expect(linesWith(program, "belongs to another workspace")).toBe(1);
});
