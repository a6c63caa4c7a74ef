/**
 * Sends requests over a fixed number of connections, each as soon as the one before it on that
 * connection is answered.
 */
import { Client } from "undici";

/** A request as it is sent, made before the run so that the load pays nothing for it. */
export type Prepared = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type Load = {
  /** Answered requests a second over the whole run. */
  readonly perSecond: number;
  /** Of each request, in milliseconds. */
  readonly latenciesMs: readonly number[];
};

/**
 * Throws when anything is answered with another status than 200, or with a word that `refusedBy`
 * finds.
 */
export const sendAll = async (
  address: string,
  path: string,
  requests: readonly Prepared[],
  connections: number,
  refusedBy?: RegExp,
): Promise<Load> => {
  const latenciesMs: number[] = [];
  const turns = requests.values();
  const startedAt = performance.now();
  const connect = async (): Promise<void> => {
    const client = new Client(address);
    for (const { headers, body } of turns) {
      const sentAt = performance.now();
      const answer = await client.request({ path, method: "POST", headers, body });
      const text = await answer.body.text();
      latenciesMs.push(performance.now() - sentAt);
      if (answer.statusCode !== 200 || refusedBy?.test(text)) throw new Error(`${answer.statusCode} ${text}`);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: connections }, connect));
  return { perSecond: (requests.length / (performance.now() - startedAt)) * 1000, latenciesMs };
};
