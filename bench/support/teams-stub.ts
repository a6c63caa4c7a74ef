/**
 * Teams' connector as far as a benchmark needs it: answers at once and remembers what was posted.
 */
import { text } from "node:stream/consumers";
import { openLocalServer } from "../../testkit/local-server.ts";

export type TeamsStub = {
  readonly serviceUrl: string;
  /** The bodies of what was posted and updated, as text. */
  readonly sent: string[];
  readonly close: () => Promise<void>;
};

export const openTeamsStub = async (): Promise<TeamsStub> => {
  const sent: string[] = [];
  let count = 0;
  const { address, close } = await openLocalServer(async (request, response) => {
    const body = await text(request);
    if (request.method !== "GET") sent.push(body);
    count += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify(request.method === "GET" ? { members: [] } : { id: String(1_700_000_000_000 + count) }),
    );
  });
  return { serviceUrl: address, sent, close };
};
