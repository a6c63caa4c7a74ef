/**
 * People who submit responses to a running program as Slack would send them, and remember every
 * outcome.
 */
import { randomUUID } from "node:crypto";
import { cannotJudge } from "../src/activities/scenario/methods/pick.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import type { Chance } from "../testkit/chance.ts";
import { responseOf } from "../testkit/slack/payloads.ts";
import { httpTransport, personIn } from "../testkit/slack/people.ts";
import type { SlackServer } from "../testkit/slack/server.ts";
import { until } from "../testkit/until.ts";
import type { Ledger, Outcome } from "./findings.ts";

export type Target = {
  readonly server: SlackServer;
  /** Of the program, which changes with every start. */
  readonly address: () => string;
  readonly session: string;
  readonly options: readonly string[];
};

export type Submission = {
  readonly nonce: string;
  readonly seen: number;
  readonly choice: string;
  /** Unique, so that it is found again. */
  readonly reason: string;
  /** Why it must be refused; null when it must be taken. */
  readonly flaw: Flaw | null;
};

type Flaw = "mistake" | "stale" | "other round" | "other session";
const flaws: readonly Flaw[] = ["mistake", "stale", "other round", "other session"];

export type Responder = {
  readonly person: string;
  /** Acknowledged, in order. */
  readonly kept: readonly Submission[];
  readonly refused: readonly Submission[];
  /** The one whose answer never came, if there is one. */
  readonly unknown: () => Submission | undefined;
  /** Answered otherwise than they had to be. */
  readonly surprises: readonly string[];
  readonly submit: () => Promise<Outcome>;
  /** Submits what is unknown once more, as a person does who still sees the dialog. */
  readonly resolve: () => Promise<void>;
};

const activity = "startup-support-chatbot";

/** Starts a session, and answers once all its cards stand. */
export const startSession = async (
  server: SlackServer,
  address: string,
  flags = "",
): Promise<Pick<Target, "session" | "options">> => {
  const [facilitator = ""] = server.people;
  const person = personIn({ server, transport: httpTransport(() => address) }, facilitator);
  await person.command(`start ${activity} ${flags}`);
  const drawn = (): string => JSON.stringify(server.messages.filter(({ channel }) => channel === server.channel));
  const ballot = /"respond:([\w-]+):1:([a-z-]+)"/g;
  const session = await until(() => [...drawn().matchAll(ballot)][0]?.[1], "the ballot stands there");
  await until(() => drawn().includes(`"end-round:${session}:1"`), "the controls stand there");
  const offered = [...drawn().matchAll(ballot)].map(([, , option = ""]) => option);
  // Who can't judge is counted beside the options.
  return { session, options: [...new Set(offered)].filter((option) => option !== cannotJudge) };
};

export const responderIn = (target: Target, person: string, chance: Chance, ledger: Ledger): Responder => {
  const kept: Submission[] = [];
  const refused: Submission[] = [];
  const surprises: string[] = [];
  let unknown: Submission | undefined;

  const send = async (submission: Submission): Promise<Outcome> => {
    const outcome = await post(target, person, submission).catch((): Outcome => "unknown");
    ledger.write({ ...submission, session: target.session, person, outcome });
    if (outcome === "unknown") {
      // One that must be refused is refused whenever it comes.
      if (submission.flaw === null) unknown = submission;
      return outcome;
    }
    if (submission === unknown) unknown = undefined;
    (outcome === "ok" ? kept : refused).push(submission);
    if ((outcome === "ok") !== (submission.flaw === null))
      surprises.push(`${person} was answered “${outcome}” to ${JSON.stringify(submission)}`);
    return outcome;
  };

  const next = (): Submission => {
    const flaw = chance.next() < 0.2 ? chance.pick(flaws) : null;
    const seen = flaw === "stale" ? kept.length + 1 : kept.length;
    return { nonce: randomUUID(), seen, choice: chance.pick(target.options), reason: `r-${randomUUID()}`, flaw };
  };

  return {
    person,
    kept,
    refused,
    surprises,
    unknown: () => unknown,
    submit: () => send(unknown ?? next()),
    resolve: async () => {
      if (unknown !== undefined) await send(unknown);
    },
  };
};

/** Said where the database doesn't answer in time, as on a busy machine. */
const { uncertain } = translatorFor("en").messages.commands.refusals;

const post = async ({ server, address, session }: Target, person: string, given: Submission): Promise<Outcome> => {
  const token = {
    type: "respond",
    nonce: given.nonce,
    session: given.flaw === "other session" ? "nowhere" : session,
    round: given.flaw === "other round" ? 2 : 1,
    seen: given.seen,
  };
  const { choice, reason } = given;
  const filled = { choice, reason, chance: given.flaw === "mistake" ? "101" : "75" };
  const answer = await httpTransport(address)("interaction", responseOf({ ...server, person }, token, filled));
  if (answer.status !== 200 || JSON.stringify(answer.body).includes(uncertain)) return "unknown";
  return answer.body.response_action === "errors" ? "refused" : "ok";
};
