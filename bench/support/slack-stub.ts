/** Slack's Web API as far as a benchmark needs it: answers at once and remembers what was called. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export type Call = { readonly method: string; readonly body: URLSearchParams; readonly at: number };

export type SlackStub = {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly calls: Call[];
  readonly close: () => void;
};

export const team = "T1";
export const channel = "C1";

const answerTo = (method: string, count: number): Readonly<Record<string, unknown>> => {
  if (method === "auth.test") return { ok: true, team_id: team, user_id: "UBOT", bot_id: "B1" };
  if (method === "users.info") return { ok: true, user: { locale: "en-US", tz: "Asia/Seoul" } };
  return { ok: true, ts: `1700000000.${String(count).padStart(6, "0")}` };
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

export const openSlackStub = async (): Promise<SlackStub> => {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const method = (request.url ?? "").split("/").at(-1) ?? "";
    calls.push({ method, body: new URLSearchParams(await readBody(request)), at: performance.now() });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answerTo(method, calls.length)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo = z
    .object({ port: z.number(), address: z.string(), family: z.string() })
    .parse(server.address());
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    calls,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
