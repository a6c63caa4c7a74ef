/** Teams, as the program knows it before anything is opened. */
import type { Adapter, Configured } from "../../src/operating/adapter.ts";
import { teamsConfiguration } from "./configuration.ts";
import { records } from "./records.ts";

export const adapter: Adapter = {
  name: "Teams",
  workspaces: "teams/…",
  configuration: teamsConfiguration.transform((config): Configured => {
    if (config === undefined) return { type: "off" };
    return {
      type: "on",
      reach: config.type === "local" ? "this-machine" : "anywhere",
      examine: async () => (await import("./examine.ts")).examine(config),
      open: async (parts) => (await import("./open.ts")).open({ ...parts, config }),
    };
  }),
  records,
};
