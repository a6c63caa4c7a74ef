/** Compares what the database and the cards say with what the client was told. */
import { translatorFor } from "../src/i18n/translator.ts";
import { httpTransport, personIn, wordsIn } from "../testkit/slack/people.ts";
import { until } from "../testkit/until.ts";
import { readDatabase } from "./read-database.ts";
import type { Responder, Target } from "./responder.ts";

const { session: say, scenario } = translatorFor("en").messages;

type Row = {
  readonly participant: string;
  readonly revision: number;
  readonly reason: string;
  readonly choice: string;
};

const readRows = async (database: string, session: string): Promise<readonly Row[]> => {
  const opened = await readDatabase(database);
  const rows = await opened
    .selectFrom("responses")
    .selectAll()
    .where("session", "=", session)
    .orderBy("revision")
    .execute();
  await opened.destroy();
  return rows.map(({ participant, revision, answer }) => ({ participant, revision, ...JSON.parse(answer) }));
};

/**
 * None acknowledged is lost, none refused is kept, none is there that nobody sent, and the last one
 * acknowledged is the one that counts.
 */
export const checkResponses = async (
  { session }: Target,
  responders: readonly Responder[],
  database: string,
): Promise<readonly string[]> => {
  const rows = await readRows(database, session);
  return responders.flatMap((responder) => {
    const { person, kept, refused, surprises } = responder;
    const unknown = responder.unknown();
    const own = rows.filter(({ participant }) => participant === person).map(({ reason }) => reason);
    const sent = new Set([...kept, ...(unknown === undefined ? [] : [unknown])].map(({ reason }) => reason));
    const last = own.filter((reason) => reason !== unknown?.reason).at(-1);
    return [
      ...surprises,
      ...kept.filter(({ reason }) => !own.includes(reason)).map(({ reason }) => `lost: ${reason} of ${person}`),
      ...refused.filter(({ reason }) => own.includes(reason)).map(({ reason }) => `refused but kept: ${reason}`),
      ...own.filter((reason) => !sent.has(reason)).map((reason) => `never acknowledged nor unknown: ${reason}`),
      ...(last === kept.at(-1)?.reason ? [] : [`${person}'s last response is ${last}`]),
    ];
  });
};

/**
 * The cards of the round, then of the reveal, say what the database says; each message was posted
 * once.
 */
export const checkCards = async (target: Target, database: string): Promise<readonly string[]> => {
  const { server, session } = target;
  const counted = new Map((await readRows(database, session)).map((row) => [row.participant, row]));
  const [facilitator = ""] = server.people;
  const fay = personIn({ server, transport: httpTransport(target.address) }, facilitator);
  const shown = (): readonly string[] =>
    server.messages.filter(({ person }) => !person).map(({ blocks }) => wordsIn(blocks));
  const responded = say.responded({ count: counted.size });
  await until(() => shown().filter((card) => card.includes(responded)).length === 2, `both cards say “${responded}”`);
  const ballot = shown().find((card) => card.includes(say.ballotTitle({ round: 1 }))) ?? "";
  const named = new Set([...ballot.matchAll(/@(\w+)/g)].map(([, id]) => id));
  const missing = [...counted.keys()].filter((person) => !named.has(person));
  await fay.press(say.controls.verbs["end-round"]);
  await until(() => JSON.stringify(server.messages).includes(`"reveal:${session}:1"`), "the reveal is offered");
  await fay.press(say.controls.verbs.reveal);
  await until(() => shown().some((card) => card.includes(say.revealTitle)), "the reveal stands there");
  const reveal = shown().find((card) => card.includes(say.revealTitle)) ?? "";
  const choices = [...counted.values()].map(({ choice }) => choice);
  const counts = target.options.map((option) => choices.filter((choice) => choice === option).length);
  const figures = counts.map((count) =>
    scenario.figure({ count, percent: translatorFor("en").percent(count / Math.max(1, choices.length)) }),
  );
  const titles = server.calls
    .filter(({ method, body }) => method === "chat.postMessage" && body.channel === server.channel)
    .map(({ body }) => wordsIn(body.blocks).split("\n")[0]);
  return [
    ...(named.size === counted.size ? [] : [`the ballot names ${named.size} of ${counted.size}`]),
    ...missing.map((person) => `the ballot doesn't name ${person}`),
    ...figures.filter((figure) => !reveal.includes(figure)).map((figure) => `the reveal doesn't say “${figure}”`),
    ...(new Set(titles).size === titles.length ? [] : [`posted twice: ${titles.join(", ")}`]),
  ];
};
