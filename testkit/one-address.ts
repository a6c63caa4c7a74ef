/**
 * One address in front of several processes: requests take turns, and one that a process can't
 * answer any more goes to the next.
 */
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { openLocalServer } from "./local-server.ts";

export type OneAddress = {
  readonly address: string;
  /** How many requests each process has answered. */
  readonly answered: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/**
 * Sends a request again that broke off without an answer: everything that acts names what is meant,
 * so that a second time has no second effect.
 */
export const openOneAddress = async (targets: readonly string[]): Promise<OneAddress> => {
  const answered = new Map(targets.map((target) => [target, 0]));
  let turn = 0;
  const { address, close } = await openLocalServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const first = turn;
    turn = (turn + 1) % targets.length;
    for (const target of [...targets.slice(first), ...targets.slice(0, first)]) {
      const done = await send(target, incoming, body).then(
        (answer) => pass(answer, outgoing),
        () => false,
      );
      if (!done) continue;
      answered.set(target, (answered.get(target) ?? 0) + 1);
      return;
    }
    outgoing.writeHead(502).end();
  });
  return { address, answered, close };
};

const send = (target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const sent = request(`${target}${url}`, { method, headers }, resolve);
    sent.on("error", reject);
    sent.end(body);
  });

/**
 * False when it broke off and nothing was passed on. A stream of events goes through as it comes.
 */
const pass = async (answer: IncomingMessage, outgoing: ServerResponse): Promise<boolean> => {
  const status = answer.statusCode ?? 502;
  if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
    outgoing.writeHead(status, answer.headers);
    answer.on("error", () => outgoing.destroy());
    answer.pipe(outgoing);
    return true;
  }
  const body = await buffer(answer).catch(() => undefined);
  if (body === undefined) return false;
  outgoing.writeHead(status, answer.headers).end(body);
  return true;
};
