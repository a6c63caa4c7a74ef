/**
 * Slack's Web API as far as a benchmark needs it: answers at once and remembers what was called.
 */
import { text } from "node:stream/consumers";
import { openLocalServer } from "../../testkit/local-server.ts";

export type Call = { readonly method: string; readonly body: URLSearchParams; readonly at: number };

export type SlackStub = {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly calls: Call[];
  readonly close: () => Promise<void>;
};

export const team = "T1";
export const channel = "C1";

const answerTo = (method: string, count: number): Readonly<Record<string, unknown>> => {
  if (method === "auth.test") return { ok: true, team_id: team, user_id: "UBOT", bot_id: "B1" };
  if (method === "users.info") return { ok: true, user: { locale: "en-US", tz: "Asia/Seoul" } };
  return { ok: true, ts: `1700000000.${String(count).padStart(6, "0")}` };
};

export const openSlackStub = async (): Promise<SlackStub> => {
  const calls: Call[] = [];
  const { address, close } = await openLocalServer(async (request, response) => {
    const method = (request.url ?? "").split("/").at(-1) ?? "";
    calls.push({ method, body: new URLSearchParams(await text(request)), at: performance.now() });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answerTo(method, calls.length)));
  });
  return { apiUrl: `${address}/api/`, calls, close };
};
