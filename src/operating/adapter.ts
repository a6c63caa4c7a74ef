/**
 * What an adapter's folder brings, as `adapter` of its `adapter.ts`; `platform.ts` says what the
 * platform itself owes.
 */
import type { Router } from "express";
import type { Kysely } from "kysely";
import type { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Platform } from "../platform.ts";
import type { Origin } from "../requests/request.ts";
import type { Store } from "../store/port/store.ts";
import type { Records } from "../store/records.ts";
import type { Tables } from "../store/tables.ts";
import type { Workshop } from "../workshop.ts";
import type { Environment } from "./environment.ts";
import type { Examined } from "./examined.ts";

/**
 * A platform before anything is opened. The file that holds it loads none of the platform's
 * libraries, since every program loads it, whatever is configured.
 *
 * @example
 * export const adapter: Adapter = {
 *   name: "Console",
 *   workspaces: "console",
 *   configuration: z.object({ CONSOLE: optional }).transform(({ CONSOLE }) =>
 *     CONSOLE === undefined
 *       ? { type: "off" }
 *       : {
 *           type: "on",
 *           reach: "this-machine",
 *           open: async (parts) => (await import("./open.ts")).open(parts),
 *         },
 *   ),
 *   records: noRecords,
 * };
 */
export type Adapter = {
  /** For operators; never looked at by the core. */
  readonly name: string;
  /** How its workspaces are written, with a mark for what differs: `console/…`. */
  readonly workspaces: string;
  /**
   * Reads the environment. An issue's path is the variable, its message says what is wrong and
   * where the value is found.
   */
  readonly configuration: z.ZodType<Configured, Environment>;
  readonly records: Records;
};

/** `unless-others`: it is opened where no other platform is `on`. */
export type Configured = { readonly type: "off" } | ({ readonly type: "on" | "unless-others" } & Openable);

export type Openable = {
  /**
   * From where the platform's requests come. `anywhere`: from the internet. `this-machine`: from
   * nowhere else, so the server must not listen further. `wherever`: from whoever reaches the
   * server.
   */
  readonly reach: "anywhere" | "this-machine" | "wherever";
  /** People open it in a browser, at the server's address. */
  readonly hasPage?: boolean;
  /** Holds its configuration against the platform; absent where there is nothing to hold it to. */
  readonly examine?: () => Promise<readonly Examined[]>;
  /** Loads the platform's libraries. Throws when the platform does not take its configuration. */
  readonly open: (parts: AdapterParts) => Promise<OpenedAdapter>;
};

export type AdapterParts = {
  readonly store: Store;
  readonly database: Kysely<Tables>;
  readonly clock: Clock;
  /** How people are spoken to of whom nothing is known. */
  readonly fallback: Manner;
  /** Whether other processes serve the same database. */
  readonly shared: boolean;
  readonly reportFault: (fault: unknown) => void;
};

/** In which language, and in which IANA zone, a person is spoken to. */
export type Manner = Pick<Origin, "language" | "zone">;

/** A platform's way in, as `makeInbound` of each adapter's `inbound.ts` opens it. */
export type Inbound = {
  /** For the one port. */
  readonly routes: Router;
  /** Takes no more; resolves when what was still to be said is said. */
  readonly stop: () => Promise<void>;
};

export type OpenedAdapter = {
  readonly platform: Platform;
  /** Whether it speaks for the workspace. */
  readonly serves: (workspace: string) => boolean;
  /** Takes requests from now on, and answers the routes of the one port. */
  readonly start: (workshop: Workshop) => Promise<Router>;
  /** Takes no more; resolves when what was still to be said is said. */
  readonly stop: () => Promise<void>;
};
