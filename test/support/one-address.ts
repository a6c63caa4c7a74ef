/** One address in front of several processes: requests take turns, and one that a process can't answer any more goes to the next. */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type OneAddress = {
  readonly address: string;
  /** How many requests each process has answered. */
  readonly answered: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

/** Sends a request again that broke off without an answer: everything that acts names what is meant, so that a second time has no second effect. */
export const openOneAddress = async (targets: readonly string[]): Promise<OneAddress> => {
  const answered = new Map(targets.map((target) => [target, 0]));
  let turn = 0;
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
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
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = portOf(server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    answered,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};

const portOf = (address: AddressInfo | string | null): Pick<AddressInfo, "port"> => {
  if (address === null || typeof address === "string") throw new Error("It listens on a port");
  return address;
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const send = (target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const sent = request(`${target}${url}`, { method, headers }, resolve);
    sent.on("error", reject);
    sent.end(body);
  });

/** False when it broke off and nothing was passed on. A stream of events goes through as it comes. */
const pass = async (answer: IncomingMessage, outgoing: ServerResponse): Promise<boolean> => {
  const status = answer.statusCode ?? 502;
  if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
    outgoing.writeHead(status, answer.headers);
    answer.on("error", () => outgoing.destroy());
    answer.pipe(outgoing);
    return true;
  }
  const body = await bodyOf(answer).catch(() => undefined);
  if (body === undefined) return false;
  outgoing.writeHead(status, answer.headers).end(body);
  return true;
};
