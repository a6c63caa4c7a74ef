/** People who use a running playground, over HTTP as its page does. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { until } from "../until.ts";

type Values = Readonly<Record<string, unknown>>;

const reply = z.looseObject({
  type: z.string(),
  form: z.looseObject({ token: z.unknown() }).optional(),
});

const room = z.object({ messages: z.array(z.unknown()) });

export type PlaygroundReply = z.infer<typeof reply>;

export type PlaygroundPeople = {
  readonly say: (person: string, text: string) => Promise<PlaygroundReply>;
  readonly press: (person: string, action: string) => Promise<PlaygroundReply>;
  readonly submit: (person: string, token: unknown, values: Values) => Promise<PlaygroundReply>;
  /** Asks a form again as its draft has changed. */
  readonly redraw: (person: string, token: unknown, values: Values) => Promise<PlaygroundReply>;
  /**
   * Starts an activity and answers the session's id. Throws what is answered when it isn't started.
   */
  readonly start: (person: string, words: string, stated?: Values) => Promise<string>;
  /** Fills in the form behind a button. */
  readonly fillIn: (person: string, action: string, values: Values) => Promise<PlaygroundReply>;
  /** Opens the form of a round and submits it. Throws what is answered when it isn't taken. */
  readonly respond: (person: string, session: string, values: Values, round?: number) => Promise<void>;
  /** Everything the person sees, as the page gets it. */
  readonly reads: (person: string) => Promise<string>;
  /** Each message that the person sees, as the JSON it is told in. */
  readonly messages: (person: string) => Promise<readonly string[]>;
};

/** Posts what one person does. */
export const postAs = (
  address: string,
  person: string,
  path: string,
  body: Values,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const speaker = { person, channel: "ai-projects", thread: null, language: "en", zone: "UTC" };
  return fetch(`${address}/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ ...speaker, ...body }),
  });
};

/** Each throws when the playground answers with anything but a reply. */
export const peopleOf = (address: string): PlaygroundPeople => {
  const post = async (person: string, path: string, body: Values): Promise<PlaygroundReply> =>
    reply.parse(await (await postAs(address, person, path, body)).json());
  const reads = async (person: string): Promise<string> => (await fetch(`${address}/api/room?person=${person}`)).text();
  const press: PlaygroundPeople["press"] = (person, action) => post(person, "press", { action, intent: randomUUID() });
  const say: PlaygroundPeople["say"] = (person, text) => post(person, "say", { text, intent: randomUUID() });
  const submit: PlaygroundPeople["submit"] = (person, token, values) => post(person, "submit", { token, values });
  const fillIn: PlaygroundPeople["fillIn"] = async (person, action, values) => {
    const asked = await press(person, action);
    if (asked.form === undefined) throw new Error(JSON.stringify(asked));
    return submit(person, asked.form.token, values);
  };
  return {
    say,
    press,
    submit,
    fillIn,
    reads,
    messages: async (person) => room.parse(JSON.parse(await reads(person))).messages.map((one) => JSON.stringify(one)),
    redraw: (person, token, values) => post(person, "redraw", { token, values, pressed: null }),
    start: async (person, words, stated = {}) => {
      const before = sessionsIn(await reads(person));
      const asked = await say(person, `/workshop start ${words}`);
      const answered = asked.form === undefined ? asked : await submit(person, asked.form.token, stated);
      if (answered.type === "refused") throw new Error(JSON.stringify(answered));
      return until(
        async () => sessionsIn(await reads(person)).find((id) => !before.includes(id)),
        `the ballot of ${words} stands there`,
      );
    },
    respond: async (person, session, values, round = 1) => {
      const answered = await fillIn(person, `respond:${session}:${round}`, values);
      if (answered.type !== "card") throw new Error(JSON.stringify(answered));
    },
  };
};

/** The sessions whose ballots stand in what a person sees, in their order. */
const sessionsIn = (room: string): readonly string[] =>
  [...room.matchAll(/"type":"ask-response","session":"([^"]+)"/g)].map(([, id = ""]) => id);
