/**
 * A platform's server on HTTP of which one call fails as a plan says, and the time that its client
 * gives a call.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { openLocalServer } from "../testkit/local-server.ts";
import { type Fuse, isHanging } from "./fault-plans.ts";

export type Asked = { readonly method: string; readonly path: string; readonly body: string };
export type Answered = { readonly status: number; readonly body: unknown };

export type FaultyServer = {
  /** With a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** How long a 429 asks to wait, in milliseconds. */
const waitMs = 30_000;

/**
 * Where an answer stays out, so that the audit needn't wait as long as people do. Otherwise none is
 * late, however busy the machine is.
 */
export const callMsMaxOf = ({ kind }: Fuse): number => (isHanging(kind) ? 3_000 : 10_000);

const send = (response: ServerResponse, { status, body }: Answered, headers: Readonly<Record<string, string>> = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};

const fail = (response: ServerResponse, how: string, done: Answered | undefined): void => {
  switch (how) {
    case "429":
      send(response, { status: 429, body: {} }, { "retry-after": String(waitMs / 1000) });
      return;
    case "500":
      send(response, { status: 500, body: {} });
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "hang":
      return;
    case "half an answer":
      response.writeHead(200, { "content-type": "application/json" });
      response.write(JSON.stringify(done?.body).slice(1));
      return;
    default:
      throw new Error(`No server fails like this: ${how}`);
  }
};

/** `answer` does what is asked and says what came of it. */
export const openFaultyServer = async (
  fuse: Fuse,
  answer: (asked: Asked) => Promise<Answered>,
): Promise<FaultyServer> => {
  const [how = "", accepted] = fuse.kind.split(", then ").reverse();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = { method: request.method ?? "", path: request.url ?? "", body: await text(request) };
    if (!fuse.burns(fuse.place)) return send(response, await answer(asked));
    fail(response, how, accepted === undefined ? undefined : await answer(asked));
  };
  const { address, close } = await openLocalServer((request, response) => {
    handle(request, response).catch((fault: unknown) => send(response, { status: 500, body: String(fault) }));
  });
  return { address: `${address}/`, close };
};
