/** Calls Teams' connector, each call once: what a failed one means is decided where it was made. */
import { z } from "zod";
import { present } from "../../src/text/present.ts";

export type Called =
  | { readonly type: "done"; readonly body: unknown }
  /**
   * Refused with this status, so that nothing was done for 4xx. `waitMs` is what it asks to wait.
   */
  | { readonly type: "refused"; readonly status: number; readonly code: string; readonly waitMs: number | undefined }
  /** It never got there. */
  | { readonly type: "unsent" }
  /** It may have been done. */
  | { readonly type: "unknown" };

export type Call = {
  readonly serviceUrl: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Behind `/v3/`, with each part encoded. */
  readonly path: string;
  readonly body?: unknown;
};

export type Connector = { readonly call: (call: Call) => Promise<Called> };

const callMsMaxDefault = 10_000;

const refusal = z.object({ error: z.object({ code: z.string() }) });

export type ConnectorParts = {
  /** Asked for each call; the one who gives it keeps it. */
  readonly token: () => Promise<string | undefined>;
  readonly reportFault: (fault: unknown) => void;
  readonly callMsMax?: number;
};

export const makeConnector = ({ token, reportFault, callMsMax = callMsMaxDefault }: ConnectorParts): Connector => ({
  call: async ({ serviceUrl, method, path, body }) => {
    const url = new URL(`v3/${path}`, serviceUrl.endsWith("/") ? serviceUrl : `${serviceUrl}/`);
    let bearer: string | undefined;
    try {
      bearer = await token();
    } catch (fault) {
      // Without a token nothing is sent, and the next try may get one.
      reportFault(fault);
      return { type: "unsent" };
    }
    try {
      const response = await fetch(url, {
        method,
        redirect: "error",
        signal: AbortSignal.timeout(callMsMax),
        headers: {
          accept: "application/json",
          ...present({
            "content-type": body === undefined ? undefined : "application/json; charset=utf-8",
            authorization: bearer === undefined ? undefined : `Bearer ${bearer}`,
          }),
        },
        ...present({ body: body === undefined ? undefined : JSON.stringify(body) }),
      });
      const answer = parseJson(await response.text());
      if (response.ok) return { type: "done", body: answer };
      const code = refusal.safeParse(answer).data?.error.code ?? "";
      return { type: "refused", status: response.status, code, waitMs: waitMsOf(response.headers.get("retry-after")) };
    } catch (fault) {
      return { type: neverSent(fault) ? "unsent" : "unknown" };
    }
  },
});

const parseJson = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const waitMsOf = (header: string | null): number | undefined => {
  const seconds = Number(header);
  return header === null || !Number.isFinite(seconds) ? undefined : seconds * 1000;
};

const unreached = z.object({ cause: z.object({ code: z.enum(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]) }) });

const neverSent = (fault: unknown): boolean => unreached.safeParse(fault).success;
