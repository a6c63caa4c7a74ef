/** People who use a running playground through the API that its page uses. */
import { randomUUID } from "node:crypto";
import { z } from "zod";

export type PlaygroundPeople = {
  /** Starts an activity and answers the session's id. */
  readonly start: (person: string, words: string) => Promise<string>;
  /** Opens the form of round 1 and submits it. Throws what is answered when it isn't taken. */
  readonly respond: (
    person: string,
    session: string,
    values: Readonly<Record<string, unknown>>,
    round?: number,
  ) => Promise<void>;
  readonly press: (person: string, action: string) => Promise<unknown>;
  readonly say: (person: string, text: string) => Promise<unknown>;
  /** Fills in the form behind a button. */
  readonly fillIn: (person: string, action: string, values: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Everything the person sees, as the page gets it. */
  readonly reads: (person: string) => Promise<string>;
};

const form = z.object({ type: z.literal("form"), form: z.object({ purpose: z.unknown() }) });
const card = z.object({ type: z.literal("card") });

export const peopleOf = (address: string): PlaygroundPeople => {
  const post = async (path: string, person: string, body: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const speaker = { person, channel: "ai-projects", thread: null, language: "en", zone: "UTC" };
    const answer = await fetch(`${address}/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...speaker, ...body }),
    });
    return answer.json();
  };
  const reads = async (person: string): Promise<string> => (await fetch(`${address}/api/room?person=${person}`)).text();
  const press: PlaygroundPeople["press"] = (person, action) => post("press", person, { action, intent: randomUUID() });
  const say: PlaygroundPeople["say"] = (person, text) => post("say", person, { text, intent: randomUUID() });
  const fillIn: PlaygroundPeople["fillIn"] = async (person, action, values) =>
    post("submit", person, { purpose: form.parse(await press(person, action)).form.purpose, values });
  return {
    press,
    say,
    reads,
    start: async (person, words) => {
      const before = sessionsIn(await reads(person));
      const answered = await say(person, `/workshop start ${words}`);
      for (;;) {
        const fresh = sessionsIn(await reads(person)).find((id) => !before.includes(id));
        if (fresh !== undefined) return fresh;
        if (z.object({ type: z.literal("refused") }).safeParse(answered).success)
          throw new Error(JSON.stringify(answered));
      }
    },
    fillIn,
    respond: async (person, session, values, round = 1) => {
      const answered = await fillIn(person, `respond:${session}:${round}`, values);
      if (!card.safeParse(answered).success) throw new Error(JSON.stringify(answered));
    },
  };
};

/** The sessions whose ballots stand in what a person sees. */
const sessionsIn = (room: string): readonly string[] =>
  [...room.matchAll(/"type":"ask-response","session":"([^"]+)"/g)].map(([, id = ""]) => id);
