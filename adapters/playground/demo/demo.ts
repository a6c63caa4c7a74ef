/**
 * Shows the workshop to whoever is alone with it: people who aren't there answer in a session, and
 * an example is run from its start to its decision. It does only what people can do.
 */
import { type Action, formatAction } from "../../../src/cards/action.ts";
import type { Clock } from "../../../src/clock.ts";
import type { Origin, Reply } from "../../../src/requests/request.ts";
import type { Workshop } from "../../../src/workshop.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { people } from "../people.ts";
import { exampleChannel } from "../protocol.ts";
import type { Room } from "../room.ts";
import { fillRound, type OpenSession, originAs } from "./others.ts";

export type DemoParts = {
  readonly workshop: Workshop;
  readonly room: Room;
  readonly clock: Clock;
  readonly announce: () => void;
};

export type Demo = {
  /**
   * Runs what starts a session; then five others answer in it, and it is said that they aren't
   * there.
   */
  readonly startFilled: (origin: Origin, start: () => Promise<Reply>) => Promise<Reply>;
  /** Starts a scenario, filled like that. */
  readonly tryOne: (origin: Origin) => Promise<Reply>;
  /** Has the others answer again when a filled session has come to a further round. */
  readonly goOn: (origin: Origin, session: string) => Promise<void>;
  /** Runs an example to its end in a channel of its own, once. */
  readonly showExample: (origin: Origin) => Promise<Reply>;
  readonly removeExample: () => Promise<void>;
};

export const makeDemo = ({ workshop, room, clock, announce }: DemoParts): Demo => {
  const startFilled: Demo["startFilled"] = async (origin, start) => {
    const before = await newestOpen(workshop, origin);
    const reply = await start();
    const session = await newestOpen(workshop, origin);
    if (reply.type !== "done" || session === undefined || session.id === before?.id) return reply;
    await room.add({
      key: markOf(session.id),
      channel: origin.channel,
      thread: null,
      author: null,
      person: null,
      body: { type: "text", text: playgroundMessages(origin.language).demo.stated },
      at: clock.now(),
    });
    announce();
    await fillRound(workshop, origin, session);
    return reply;
  };
  return {
    startFilled,
    tryOne: (origin) => startFilled(origin, () => startFirst(workshop, origin)),
    goOn: async (origin, id) => {
      const session = await newestOpen(workshop, origin);
      if (session?.id === id && session.round > 1 && (await room.has(markOf(id))))
        await fillRound(workshop, origin, session);
    },
    showExample: async (asker) => {
      if (await room.hasAny(exampleChannel)) return { type: "done" };
      // Whoever looks at it led nothing: its controls are somebody else's.
      const leader = people.findLast(({ id }) => id !== asker.person)?.id ?? asker.person;
      const origin = { ...asker, channel: exampleChannel, person: leader };
      const reply = await startFirst(workshop, origin);
      const session = await newestOpen(workshop, origin);
      if (reply.type === "done" && session !== undefined) await runToDecision(workshop, origin, session);
      return reply;
    },
    removeExample: async () => {
      await room.clear(exampleChannel);
      announce();
    },
  };
};

const markOf = (session: string): string => `demo/${session}`;

/** The newest session that can be responded to in the channel, as the menu has it. */
const newestOpen = async (workshop: Workshop, origin: Origin): Promise<OpenSession | undefined> => {
  const menu = await workshop.press(origin, formatAction({ type: "show", what: "menu" }));
  if (menu.type !== "card") return undefined;
  const actions = menu.card.blocks.flatMap((block) =>
    block.type === "buttons" ? block.buttons.map(({ action }) => action) : [],
  );
  const found = actions.find((action) => action.type === "ask-response");
  return found === undefined ? undefined : { id: found.session, round: found.round };
};

/** What shows most of the workshop, of the packs that come along. */
const showpiece = "startup-support-chatbot";
/** By which its answers differ at first, and some come round. */
const showpieceSeed = "team";

/** Starts the showpiece, or what is offered first where it isn't there, with a discussion. */
const startFirst = async (workshop: Workshop, origin: Origin): Promise<Reply> => {
  const asked = await workshop.press(origin, formatAction({ type: "ask-start" }));
  if (asked.type !== "form") return asked;
  const [choice] = asked.form.fields;
  const options = choice?.type === "choice" ? choice.options : [];
  const activity = (options.find(({ id }) => id === showpiece) ?? options[0])?.id;
  const values = { activity, discussion: true, anonymous: false, end: "", language: origin.language };
  return workshop.submit(origin, asked.form.token, values);
};

type SessionVerb = (Action & { readonly type: "on-session" })["verb"];

const runToDecision = async (workshop: Workshop, origin: Origin, { id }: OpenSession): Promise<void> => {
  const press = (verb: SessionVerb, round: number): Promise<Reply> =>
    workshop.press(
      originAs(origin, origin.person, `${verb}-${round}`),
      formatAction({ type: "on-session", verb, session: id, round }),
    );
  await fillRound(workshop, origin, { id, round: 1 }, showpieceSeed);
  for (const verb of ["end-round", "discuss", "vote-again"] as const) await press(verb, 1);
  await fillRound(workshop, origin, { id, round: 2 }, showpieceSeed);
  for (const verb of ["end-round", "reveal"] as const) await press(verb, 2);
  const asked = await press("ask-decision", 2);
  if (asked.type !== "form") return;
  const { decision } = playgroundMessages(origin.language).demo;
  const [first] = people;
  const values = Object.fromEntries(
    asked.form.fields.map((field) => {
      if (field.type === "text") return [field.id, field.value || decision];
      return [field.id, field.type === "person" ? first?.id : (field.value ?? "")];
    }),
  );
  await workshop.submit(originAs(origin, origin.person, "decision"), asked.form.token, values);
};
