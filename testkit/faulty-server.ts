/** A platform's server on this machine of which calls fail as they are told to. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type LocalServer, openLocalServer } from "./local-server.ts";

export type Call = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Answered = { readonly status: number; readonly body: unknown };

export type Fault = {
  /** The call does what it was asked for all the same. */
  readonly done?: boolean;
  /** What it is answered instead; of a line that breaks in the answer, the one that is begun. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** In seconds, as a 429 asks. */
  readonly retryAfter?: number;
  /**
   * What becomes of the line. `reset`: it breaks before an answer. `hang`: no answer ever comes.
   * `cut`: it breaks within the answer. `half`: the rest of the answer never comes.
   */
  readonly line?: "reset" | "hang" | "cut" | "half";
};

/** Faults of the next calls of each kind, in turn; `through` lets one of them pass. */
export const planFaults = <Kind extends string>() => {
  const planned = new Map<Kind, (Fault | "through")[]>();
  return {
    failNext: (kind: Kind, fault: Fault | "through"): void => {
      planned.set(kind, [...(planned.get(kind) ?? []), fault]);
    },
    take: (kind: Kind): Fault | undefined => {
      const fault = planned.get(kind)?.shift();
      return fault === "through" ? undefined : fault;
    },
  };
};

export type FaultyServer = LocalServer & {
  /** How many calls are left without an answer, or without the rest of one, and still wait. */
  readonly hanging: () => number;
};

/**
 * `answer` does what is asked and says what came of it; `faultOf` says how a call fails, and is
 * asked once for each.
 */
export const openFaultyServer = async (
  answer: (call: Call) => Promise<Answered>,
  faultOf: (call: Call) => Fault | undefined,
): Promise<FaultyServer> => {
  let hanging = 0;
  const leave = (response: ServerResponse): void => {
    hanging += 1;
    response.once("close", () => {
      hanging -= 1;
    });
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "", url: path = "", headers } = request;
    const call = { method, path, headers, body: await text(request) };
    const fault = faultOf(call) ?? { done: true };
    const done = fault.done === true ? await answer(call) : undefined;
    if (fault.line === "hang") return leave(response);
    if (fault.line === "reset") return void response.socket?.resetAndDestroy();
    const retry = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
    response.writeHead(fault.status ?? done?.status ?? 500, {
      "content-type": "application/json",
      ...retry,
      ...fault.headers,
    });
    const json = JSON.stringify(fault.body ?? (fault.status === undefined ? done?.body : undefined) ?? {});
    if (fault.line === undefined) return void response.end(json);
    response.write(json.slice(1), () => fault.line === "cut" && response.destroy());
    if (fault.line === "half") leave(response);
  };
  const server = await openLocalServer((request, response) => {
    handle(request, response).catch((fault: unknown) => {
      response.writeHead(500).end(String(fault));
    });
  });
  return { ...server, hanging: () => hanging };
};
