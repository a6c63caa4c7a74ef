/** The program running against a Slack server, with the people of its channel. */
import { join } from "node:path";
import { type Program, startProgram, temporaryFolder } from "../process.ts";
import { httpTransport, type Person, personIn, type Transport } from "./people.ts";
import { openSlackServer, type SlackServer } from "./server.ts";
import { openSocketServer } from "./socket.ts";

export type SlackWorld = {
  readonly server: SlackServer;
  readonly program: Program;
  /** Its file, where `env` names no other database. */
  readonly database: string;
  readonly transport: Transport;
  readonly people: readonly Person[];
  readonly person: (index: number) => Person;
  readonly close: () => Promise<void>;
};

type Setting = {
  readonly mode?: "http" | "socket";
  readonly locale?: string;
  readonly people?: number;
  readonly env?: Readonly<Record<string, string>>;
};

export const openSlackWorld = async ({
  mode = "http",
  locale = "en-US",
  people: count = 4,
  env = {},
}: Setting = {}): Promise<SlackWorld> => {
  const server = await openSlackServer(count);
  for (const id of server.people) server.locales.set(id, locale);
  const socket = mode === "socket" ? await openSocketServer(server) : undefined;
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({
    database,
    env: {
      HOST: "127.0.0.1",
      ...server.env,
      ...(mode === "socket" ? { SLACK_APP_TOKEN: "xapp-1-test", SLACK_SIGNING_SECRET: "" } : {}),
      ...env,
    },
  });
  await socket?.connected();
  const transport: Transport = socket?.transport ?? httpTransport(() => program.address);
  const people = server.people.map((id) => personIn({ server, transport }, id));
  return {
    server,
    program,
    database,
    transport,
    people,
    person: (index) => {
      const found = people[index];
      if (found === undefined) throw new Error(`There is no person ${index}`);
      return found;
    },
    close: async () => {
      await program.stop();
      await socket?.close();
      await server.close();
    },
  };
};
