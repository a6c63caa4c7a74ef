/**
 * What the core tells whoever watches over the program: kinds, outcomes and durations; never who,
 * where or what was said.
 */
import type { Sent } from "../platform.ts";
import type { Committed } from "../store/port/change.ts";
import type { RefusedCode, Reply } from "./request.ts";

export type Observation =
  /** A person was answered; `code` says why they were refused. */
  | {
      readonly type: "answered";
      readonly request: "run" | "ask-about" | "press" | "submit" | "redraw" | "run-in-thread";
      readonly reply: Reply["type"];
      readonly code?: RefusedCode;
    }
  /**
   * A change was synced to disk, or was not; `ms` is how long its person waited for it, in
   * milliseconds.
   */
  | { readonly type: "committed"; readonly outcome: Committed["type"] | "fault"; readonly ms: number }
  /** An HTTP request was answered with a status from 400. */
  | { readonly type: "request-refused"; readonly status: number }
  /** A platform did not do at once what it was asked for. */
  | { readonly type: "platform-failed"; readonly call: PlatformCall; readonly kind: PlatformFailure };

export type PlatformCall =
  | "post"
  | "update"
  | "send-privately"
  | "list-members"
  | "is-admin"
  | "send-file"
  | "names-of"
  | "channels-of"
  | "link-to"
  | "why-unreachable";

export type PlatformFailure =
  | Exclude<Sent["type"], "posted" | "gone">
  | Extract<Sent, { type: "gone" }>["why"]
  | "fault";

export type Observe = (observation: Observation) => void;
