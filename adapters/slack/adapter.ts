/** Slack, as the program knows it before anything is opened. */
import type { Adapter, Configured } from "../../src/operating/adapter.ts";
import { noRecords } from "../../src/store/records.ts";
import { slackConfiguration } from "./configuration.ts";

export const adapter: Adapter = {
  name: "Slack",
  workspaces: "slack/T…",
  configuration: slackConfiguration.transform((config): Configured => {
    if (config === undefined) return { type: "off" };
    return {
      type: "on",
      reach: "anywhere",
      examine: async () => (await import("./examine.ts")).examine(config),
      open: async (parts) => (await import("./open.ts")).open({ ...parts, config }),
    };
  }),
  // Slack keeps the messages itself; here are installations alone, which are a workspace's.
  records: noRecords,
};
