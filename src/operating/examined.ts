/**
 * What an adapter finds when its configuration is held against its platform, as values: the command
 * that asks puts them into words.
 */
export type Examined =
  | { readonly type: "ok"; readonly about: "token" | "scopes" | "credentials" }
  /** The platform doesn't take what stands in `variable`; `why` is its own code. */
  | { readonly type: "refused"; readonly variable: string; readonly why: string }
  | { readonly type: "scopes-missing"; readonly scopes: readonly string[] }
  | { readonly type: "unreachable"; readonly host: string }
  /** What can't be looked at from here. */
  | { readonly type: "unchecked"; readonly about: "token" | "credentials" }
  /** By how much this machine's clock is ahead of the platform's, in milliseconds. */
  | { readonly type: "clock"; readonly aheadMs: number };

/** The clock row of an answer; nothing where it says no time. `now` in UTC milliseconds. */
export const clockOf = ({ headers }: Pick<Response, "headers">, now: number): readonly Examined[] => {
  const at = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(at) ? [] : [{ type: "clock", aheadMs: now - at }];
};
