/** Speaks with a running playground as its page does: says, presses and submits for one person. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

const reply = z.looseObject({
  type: z.string(),
  form: z.looseObject({ purpose: z.unknown() }).optional(),
});

const room = z.object({ messages: z.array(z.unknown()) });

export type PlaygroundReply = z.infer<typeof reply>;

export type PlaygroundClient = {
  readonly say: (person: string, text: string) => Promise<PlaygroundReply>;
  readonly press: (person: string, action: string) => Promise<PlaygroundReply>;
  readonly submit: (person: string, purpose: unknown, values: unknown) => Promise<PlaygroundReply>;
  /** The messages that the page shows to a person, each as the JSON it is told in. */
  readonly readRoom: (person: string) => Promise<readonly string[]>;
};

/** Throws when the playground answers with anything but a reply. */
export const makePlaygroundClient = (address: string): PlaygroundClient => {
  const speaker = { channel: "ai-projects", thread: null, language: "en", zone: "UTC" };
  const post = async (path: string, body: object): Promise<PlaygroundReply> => {
    const answer = await fetch(`${address}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...speaker, ...body }),
    });
    return reply.parse(await answer.json());
  };
  return {
    say: (person, text) => post("/api/say", { person, text, intent: randomUUID() }),
    press: (person, action) => post("/api/press", { person, action, intent: randomUUID() }),
    submit: (person, purpose, values) => post("/api/submit", { person, purpose, values }),
    readRoom: async (person) => {
      const answer = await fetch(`${address}/api/room?person=${person}`);
      return room.parse(await answer.json()).messages.map((message) => JSON.stringify(message));
    },
  };
};
