/** The program running against Teams' connector, with the people of a conversation. */
import { join } from "node:path";
import { type Program, startProgram, temporaryFolder } from "../process.ts";
import type { Kind } from "./payloads.ts";
import { type OpenConversation, personIn, type TeamsPerson } from "./people.ts";
import { openTeamsServer, type TeamsServer } from "./server.ts";

export type TeamsWorld = {
  readonly server: TeamsServer;
  readonly program: Program;
  readonly conversation: OpenConversation;
  readonly people: readonly TeamsPerson[];
  readonly person: (index: number) => TeamsPerson;
  /** Kills the program and starts it again on its database. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Setting = {
  readonly kind?: Kind;
  readonly locale?: string;
  readonly people?: number;
  readonly tenant?: string;
  readonly env?: Readonly<Record<string, string>>;
};

export const openTeamsWorld = async ({
  kind = "channel",
  locale = "en-US",
  people: count = 4,
  tenant,
  env = {},
}: Setting = {}): Promise<TeamsWorld> => {
  const server = await openTeamsServer(count);
  const database = join(temporaryFolder(), "workshop.db");
  const start = (): Promise<Program> =>
    startProgram({ database, env: { HOST: "127.0.0.1", TEAMS_LOCAL: "1", ...env } });
  let program = await start();
  const conversation = { server, address: () => program.address, kind, locale, tenant };
  const views = new Map<string, unknown>();
  // An update takes everyone's own view of a message away.
  server.onUpdate = ({ conversation, id }) => {
    for (const key of views.keys()) if (key.startsWith(`${conversation} ${id} `)) views.delete(key);
  };
  const people = server.people.map((person) => personIn(conversation, person, views));
  return {
    server,
    get program() {
      return program;
    },
    restart: async () => {
      await program.kill();
      program = await start();
    },
    conversation,
    people,
    person: (index) => {
      const found = people[index];
      if (found === undefined) throw new Error(`There is no person ${index}`);
      return found;
    },
    close: async () => {
      await program.stop();
      await server.close();
    },
  };
};
