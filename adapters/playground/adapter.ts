/** The playground, as the program knows it before anything is opened. */
import type { Adapter, Configured } from "../../src/operating/adapter.ts";
import { playgroundConfiguration } from "./configuration.ts";
import { records } from "./records.ts";
import { playgroundWorkspace } from "./workspace.ts";

export const adapter: Adapter = {
  name: "the playground",
  workspaces: playgroundWorkspace,
  configuration: playgroundConfiguration.transform((config): Configured => {
    if (config.wanted === "never") return { type: "off" };
    return {
      type: config.wanted === "always" ? "on" : "unless-others",
      reach: "wherever",
      hasPage: true,
      open: async (parts) => (await import("./open.ts")).open({ ...parts, config }),
    };
  }),
  records,
};
