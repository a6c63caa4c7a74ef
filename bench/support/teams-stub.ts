/** Teams' connector as far as a benchmark needs it: answers at once and remembers what was posted. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export type TeamsStub = {
  readonly serviceUrl: string;
  /** The bodies of what was posted and updated, as text. */
  readonly sent: string[];
  readonly close: () => void;
};

export const openTeamsStub = async (): Promise<TeamsStub> => {
  const sent: string[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    if (request.method !== "GET") sent.push(Buffer.concat(chunks).toString("utf8"));
    count += 1;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify(request.method === "GET" ? { members: [] } : { id: String(1_700_000_000_000 + count) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = z
    .object({ port: z.number(), address: z.string(), family: z.string() })
    .parse(server.address());
  return {
    serviceUrl: `http://127.0.0.1:${address.port}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
