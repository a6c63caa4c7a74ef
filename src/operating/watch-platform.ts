/** Tells of every call that a platform did not do at once. */

import type { Platform, Sent } from "../platform.ts";
import type { Observe, PlatformCall } from "../requests/observation.ts";

/** The same platform. */
export const watchPlatform = (platform: Platform, observe: Observe): Platform => {
  const watch = async <Answer>(call: PlatformCall, asked: Promise<Answer>): Promise<Answer> => {
    try {
      return await asked;
    } catch (fault) {
      observe({ type: "platform-failed", call, kind: "fault" });
      throw fault;
    }
  };
  const watchSent = async (call: PlatformCall, asked: Promise<Sent>): Promise<Sent> => {
    const sent = await watch(call, asked);
    if (sent.type !== "posted")
      observe({ type: "platform-failed", call, kind: sent.type === "gone" ? sent.why : sent.type });
    return sent;
  };
  return {
    capabilities: platform.capabilities,
    post: (destination, card, key) => watchSent("post", platform.post(destination, card, key)),
    update: (destination, message, card) => watchSent("update", platform.update(destination, message, card)),
    sendPrivately: (to, card) => watch("send-privately", platform.sendPrivately(to, card)),
    listMembers: (where) => watch("list-members", platform.listMembers(where)),
    channelsOf: (who) => watch("channels-of", platform.channelsOf(who)),
    sendFile: (to, file) => watch("send-file", platform.sendFile(to, file)),
    namesOf: (who) => watch("names-of", platform.namesOf(who)),
    linkTo: (where) => watch("link-to", platform.linkTo(where)),
    whyUnreachable: (where) => watch("why-unreachable", platform.whyUnreachable(where)),
    isAdmin: (who) => watch("is-admin", platform.isAdmin(who)),
  };
};
