/** The playground, as the program knows it before anything is opened. */
import { z } from "zod";
import type { Adapter, Configured } from "../../src/operating/adapter.ts";
import { hostNames } from "./hosts.ts";
import { records } from "./records.ts";
import { playgroundWorkspace } from "./workspace.ts";

export const adapter: Adapter = {
  name: "the playground",
  workspaces: playgroundWorkspace,
  configuration: z
    .object({ WORKSHOP_PLAYGROUND: z.enum(["1", "0"]).optional(), WORKSHOP_HOSTS: hostNames })
    .transform(({ WORKSHOP_PLAYGROUND: wanted, WORKSHOP_HOSTS: hosts }): Configured => {
      if (wanted === "0") return { type: "off" };
      return {
        type: wanted === "1" ? "on" : "unless-others",
        reach: "wherever",
        hasPage: true,
        open: async (parts) => (await import("./open.ts")).openPlayground({ ...parts, hosts }),
      };
    }),
  records,
};
