/**
 * Fetches for Slack's packages: an answer counts once it has come whole, and none is waited for
 * forever.
 */
import type { WebClientOptions } from "@slack/web-api";

type Fetch = NonNullable<WebClientOptions["fetch"]>;

export const callMsMax = 10_000;

/**
 * Slack's client reads an answer after it has stopped to look for faults of the network, so that
 * one which breaks off there would look like a fault of ours; and Bolt answers to a response URL
 * without any limit of time. Here both are a failed call.
 */
export const fetchWhole: Fetch = async (url, init) => {
  const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(callMsMax) });
  return response.body === null ? response : new Response(await response.arrayBuffer(), response);
};
