/**
 * The same question of people of another organisation in a channel that Slack shares: allowed, they
 * reach what is in that channel and nothing else of the workspace; refused, they read why, and
 * nothing more.
 */
import { randomUUID } from "node:crypto";
import { slackMessages } from "../adapters/slack/messages/speak.ts";
import {
  commandOf,
  eventOf,
  formOf,
  pressOf,
  responseOf,
  type Sender,
  shortcutOf,
  viewActionOf,
} from "../testkit/slack/payloads.ts";
import type { Json } from "../testkit/slack/server.ts";
import { openSlackWorld, type SlackWorld } from "../testkit/slack/world.ts";
import { until } from "../testkit/until.ts";
import type { Findings } from "./findings.ts";
import { readDatabase } from "./read-database.ts";
import { startSession } from "./responder.ts";

const marker = "leak-in-slack";
const activity = "startup-support-chatbot";

export const auditLeakInSlack = async (): Promise<Findings> => {
  const found = await Promise.all([auditStranger("allow"), auditStranger("refuse")]);
  const tries = found.reduce((sum, { counts }) => sum + (counts.tries ?? 0), 0);
  return { counts: { "tries of strangers": tries }, wrong: found.flatMap(({ wrong }) => wrong) };
};

const auditStranger = async (setting: "allow" | "refuse"): Promise<Findings> => {
  const world = await openSlackWorld({ env: { LOG_LEVEL: "trace", SLACK_EXTERNAL_PEOPLE: setting } });
  const { server, program } = world;
  const wrong: string[] = [];
  try {
    const closed = await decideElsewhere(world);
    const { session: shared } = await startSession(server, program.address);
    const [, ann = "", stranger = ""] = server.people;
    await world.transport("interaction", respondedBy(senderIn(world, ann, server.channel), shared, marker));
    server.outsiders.add(stranger);
    const told = { id: stranger, team_id: "TELSEWHERE", is_admin: true };
    server.failNext("users.info", { status: 200, body: { ok: true, user: told } });
    const before = await rowsOf(world, closed);
    let tries = 0;
    for (const { what, send } of attemptsOf(world, stranger, { shared, closed })) {
      const read = await send();
      tries += 1;
      for (const hidden of [marker, closed])
        if (read.includes(hidden)) wrong.push(`${setting}: ${what} tells: ${read}`);
      const reaches = read !== nothing && !read.includes(slackMessages("en").externalRefused);
      if (setting === "refuse" && reaches) wrong.push(`refuse: ${what} reaches ${read}`);
    }
    if ((await rowsOf(world, closed)) !== before) wrong.push(`${setting}: the members' session was changed`);
    if (program.output().includes(marker)) wrong.push("the log tells");
    return { counts: { tries }, wrong };
  } finally {
    await world.close();
  }
};

const senderIn = ({ server: { team } }: SlackWorld, person: string, channel: string): Sender => ({
  team,
  channel,
  person,
});

const respondedBy = (sender: Sender, session: string, reason: string): Json => {
  const token = { type: "respond", nonce: randomUUID(), session, round: 1, seen: 0 };
  return responseOf(sender, token, { choice: "rag", reason, chance: "75" });
};

const decidedBy = (sender: Sender, session: string, text: string): Json =>
  formOf(
    sender,
    { type: "record-decision", nonce: randomUUID(), session },
    { text: { value: { type: "plain_text_input", value: text } } },
  );

/** A session of members that is revealed and decided, and answers its id. */
const decideElsewhere = async (world: SlackWorld): Promise<string> => {
  const { server, transport } = world;
  const { elsewhere } = server;
  const [fay = "", ann = ""] = server.people;
  const sender = senderIn(world, fay, elsewhere);
  const response = { response_url: server.responseUrl(fay) };
  await transport("command", commandOf(sender, `start ${activity}`, response));
  const session = await sessionIn(world, elsewhere);
  await transport("interaction", respondedBy(senderIn(world, ann, elsewhere), session, marker));
  for (const verb of ["end-round", "reveal"])
    await transport(
      "interaction",
      pressOf(sender, `${verb}:${session}:1`, { channel: elsewhere, ts: "1.1" }, response),
    );
  await transport("interaction", decidedBy(sender, session, marker));
  // Members there do read it.
  const history = await transport("command", commandOf(sender, "history", response));
  if (!JSON.stringify(history.body).includes(marker)) throw new Error("The members' decision isn't there");
  return session;
};

const sessionIn = async (world: SlackWorld, channel: string): Promise<string> => {
  const opened = await readDatabase(world.database);
  const query = opened.selectFrom("sessions").select("id").where("channel", "=", channel);
  const found = await until(async () => (await query.executeTakeFirst())?.id, "the session is there");
  await opened.destroy();
  return found;
};

/** All that is kept of a session, as one text. */
const rowsOf = async (world: SlackWorld, session: string): Promise<string> => {
  const opened = await readDatabase(world.database);
  const sessions = await opened.selectFrom("sessions").selectAll().where("id", "=", session).execute();
  const responses = await opened.selectFrom("responses").selectAll().where("session", "=", session).execute();
  await opened.destroy();
  return JSON.stringify([sessions, responses]);
};

/** Answers what the person was shown for it, as one text. */
type Attempt = { readonly what: string; readonly send: () => Promise<string> };

const shown = (answer: Json, alone: readonly unknown[], views: readonly unknown[]): string =>
  JSON.stringify([answer, alone, views]);

const nothing = shown({}, [], []);

const verbs = ["all-reasons", "controls", "respond", "stay", "end-round", "reveal", "ask-decision", "cancel"];

/** Everything that somebody can send. */
const attemptsOf = (
  world: SlackWorld,
  person: string,
  { shared, closed }: { readonly shared: string; readonly closed: string },
): readonly Attempt[] => {
  const { server, transport } = world;
  const sender = senderIn(world, person, server.channel);
  const message = { channel: server.channel, ts: server.messages[0]?.ts ?? "1.1" };
  const trigger = async (): Promise<Json> => ({
    response_url: server.responseUrl(person),
    trigger_id: String((await server.call("views.generateTriggerId", { user_id: person })).trigger_id),
  });
  /** `later`: what a press leads to is shown after it was acknowledged. */
  const attempt = (
    what: string,
    kind: "command" | "interaction",
    body: (change: Json) => Json,
    when: "at once" | "later",
  ): Attempt => ({
    what,
    send: async () => {
      const before = server.messages.length;
      server.views.delete(person);
      const { body: answer } = await transport(kind, body(await trigger()));
      const alone = () => server.messages.slice(before).filter((one) => one.person === person);
      const views = () => server.views.get(person) ?? [];
      if (when === "later") await until(() => alone().length + views().length > 0, `an answer to ${what}`);
      return shown(answer, alone(), views());
    },
  });
  const home = { id: "VHOME", type: "home", blocks: [] };
  const inHome = (value: string): Json => ({ action_id: "press:0", block_id: `in:${server.elsewhere}:0`, value });
  const on = (session: string): string => (session === closed ? "the members' session" : "the shared one");
  return [
    ...["", "list", "history", "schedules", "help", "menu"].map((words) =>
      attempt(`/workshop ${words}`, "command", (change) => commandOf(sender, words, change), "at once"),
    ),
    ...[shared, closed].flatMap((session) =>
      verbs.map((verb) =>
        attempt(
          `${verb} on ${on(session)}`,
          "interaction",
          (change) => pressOf(sender, `${verb}:${session}:1`, message, change),
          "later",
        ),
      ),
    ),
    attempt("a response", "interaction", () => respondedBy(sender, closed, "a stranger's"), "at once"),
    attempt("a decision", "interaction", () => decidedBy(sender, closed, "a stranger's"), "at once"),
    attempt("the shortcut", "interaction", (change) => shortcutOf(sender, message, change), "later"),
    ...["all-reasons", "controls"].map((verb) =>
      attempt(
        `${verb} in Home`,
        "interaction",
        (change) => viewActionOf(sender, inHome(`${verb}:${closed}:1`), home, change),
        "later",
      ),
    ),
    { what: "Home", send: () => openHome(world, person) },
  ];
};

const openHome = async ({ server, transport }: SlackWorld, person: string): Promise<string> => {
  await transport("event", eventOf(server, { user: person, type: "app_home_opened", channel: "D1", tab: "home" }));
  return JSON.stringify(await until(() => server.homes.get(person), "Home is shown"));
};
