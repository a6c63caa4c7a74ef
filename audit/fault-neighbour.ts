/**
 * Someone on another platform, who starts a session while a call of the first platform hangs: its
 * cards must stand before that call has ended.
 */
import type { Outbox } from "../src/delivery/outbox.ts";
import type { Workshop } from "../src/workshop.ts";
import { fakePlatform } from "../testkit/fake-platform.ts";
import { where } from "./fault-platform.ts";

const workspace = "neighbour";
/** The case, the ballot and the controls. */
const cardsOfStart = 3;

export const openNeighbour = () => {
  const platform = fakePlatform({ group: "neighbour" });
  const all = Promise.withResolvers<"drawn">();
  const post: typeof platform.post = async (...given) => {
    const sent = await platform.post(...given);
    if (platform.shown.size === cardsOfStart) all.resolve("drawn");
    return sent;
  };
  return {
    lives: (there: string): boolean => there === workspace,
    platform: { ...platform, post },
    /**
     * What is wrong with how it went, in sentences. `ended` resolves when the call that hangs has.
     */
    visit: async (workshop: Workshop, outbox: Outbox, ended: Promise<void>): Promise<readonly string[]> => {
      const origin = { ...where, workspace, person: "nia", intent: "neighbour", language: "en", zone: "UTC" } as const;
      await workshop.run(origin, "start startup-support-chatbot");
      outbox.wake();
      const first = await Promise.race([all.promise, ended]);
      return first === "drawn" ? [] : ["the cards of another platform waited for the call that hangs"];
    },
  };
};
