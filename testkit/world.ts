/** A workshop on a real database without a platform, and people who use it as an adapter would. */
import { join } from "node:path";
import type { Form, FormToken } from "../src/cards/form.ts";
import { plainText } from "../src/cards/plain.ts";
import { type Clock, randomIds } from "../src/clock.ts";
import type { Outbox } from "../src/delivery/outbox.ts";
import { openCore } from "../src/operating/open-core.ts";
import type { Origin, Reply } from "../src/requests/request.ts";
import type { Session } from "../src/session/session.ts";
import { openStore, openStoreBeside } from "../src/store/open.ts";
import type { Workshop } from "../src/workshop.ts";
import { addressOf } from "./databases.ts";
import { type FakePlatform, fakePlatform } from "./fake-platform.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";
import { temporaryFolder } from "./process.ts";
import { shippedLibrary } from "./shipped-library.ts";

/** By a clock that the test moves, where no other is named. */
export type World<Time extends Clock = ManualClock> = {
  readonly workshop: Workshop;
  /** Draws when it is woken. */
  readonly outbox: Outbox;
  readonly opened: Awaited<ReturnType<typeof openStore>>;
  readonly clock: Time;
  /** Where its database is: a file, or the address of one on PostgreSQL. */
  readonly file: string;
  readonly faults: unknown[];
  readonly platform: FakePlatform;
  readonly origin: (person: string, change?: Partial<Origin>) => Origin;
  /** Runs a command and answers the session that it started in the channel. */
  /** Where the words ask for a form, it is filled in with what is `stated`. */
  readonly start: (person: string, words: string, stated?: Values) => Promise<Session>;
  readonly session: (id: string) => Promise<Session>;
  readonly askToRespond: (person: string, session: Session) => Promise<FormToken>;
  readonly respond: (person: string, session: Session, values: Readonly<Record<string, unknown>>) => Promise<Reply>;
  readonly press: (person: string, session: Session, verb: string) => Promise<Reply>;
};

type Values = Readonly<Record<string, unknown>>;

const workspace = "w1";

/** `beside`: another world serves the same database. */
export const openWorld = (file?: string, beside?: boolean): Promise<World> => openWorldBy(manualClock(), file, beside);

/** The same by another clock, for what is raced or measured. */
export const openWorldBy = async <Time extends Clock>(
  clock: Time,
  file = join(temporaryFolder(), "workshop.db"),
  beside = false,
): Promise<World<Time>> => {
  const opened = await (beside ? openStoreBeside(addressOf(file), "people") : openStore(addressOf(file)));
  const faults: unknown[] = [];
  const platform = fakePlatform();
  const { workshop, outbox } = openCore({
    store: opened.store,
    library: await shippedLibrary(),
    clock,
    platformOf: () => platform,
    reportFault: (fault) => faults.push(fault),
    drawing: "when-woken",
  });
  const store = opened.store.in(workspace);
  const origin: World["origin"] = (person, change) => ({
    workspace,
    channel: "c1",
    person,
    language: "en",
    zone: "Asia/Seoul",
    intent: randomIds.next(),
    ...change,
  });
  const session: World["session"] = async (id) => {
    const found = await store.loadSession(id);
    if (found === undefined) throw new Error(`No session ${id}`);
    return found;
  };
  const askToRespond: World["askToRespond"] = async (person, { id, round }) => {
    const reply = await workshop.press(origin(person), `respond:${id}:${round}`);
    if (reply.type !== "form") throw new Error(sentenceOf(reply));
    return reply.form.token;
  };
  return {
    workshop,
    outbox,
    opened,
    clock,
    file,
    faults,
    platform,
    origin,
    session,
    askToRespond,
    start: async (person, words, stated = {}) => {
      const list = () => store.listSessions({ channel: "c1", over: false, limit: 1000 });
      // Sessions that start in the same millisecond are in no order.
      const before = new Set((await list()).map(({ id }) => id));
      const asked = await workshop.run(origin(person), words);
      const reply =
        asked.type === "form"
          ? await workshop.submit(origin(person), asked.form.token, { ...heldBy(asked.form), ...stated })
          : asked;
      const started = (await list()).find(({ id }) => !before.has(id));
      if (started === undefined) throw new Error(`No session was started: ${sentenceOf(reply)}`);
      return started;
    },
    respond: async (person, started, values) =>
      workshop.submit(origin(person), await askToRespond(person, started), values),
    press: async (person, { id }, verb) => workshop.press(origin(person), `${verb}:${id}:${(await session(id)).round}`),
  };
};

/** What a form's fields hold before anybody fills them in. */
const heldBy = ({ fields }: Form): Values =>
  Object.fromEntries(fields.map((field) => [field.id, "value" in field ? field.value : ""]));

/** What a person reads in a reply. */
export const sentenceOf = (reply: Reply): string => {
  if (reply.type === "refused") return plainText(reply.text);
  return reply.type === "card" ? plainText(reply.card.title) : JSON.stringify(reply);
};
