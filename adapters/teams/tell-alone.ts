/**
 * Tells one person something: in its place, where Teams shows it to them alone, and in their own
 * chat where it refuses that.
 */
import type { Sent } from "../../src/platform.ts";
import { makeRecent } from "../../src/text/recent.ts";
import type { Conversation, Conversations } from "./conversations.ts";
import type { Message, Sender, Spot } from "./sender.ts";

export type Private = {
  /** Where it happened. */
  readonly where: Conversation;
  readonly root?: string | undefined;
  readonly person: string;
  /** `elsewhere`: it stands in another conversation than the one that it is about. */
  readonly draw: (elsewhere: boolean) => Promise<Message>;
};

export type TellAlone = {
  /** Created once, never repeated. */
  readonly post: (told: Private) => Promise<Sent>;
  /** Where it is gone, it is posted anew once, and `posted` names the new one. */
  readonly update: (told: Private, message: string) => Promise<Sent>;
  /** The conversation in which such a message stands. */
  readonly placeOf: (told: Pick<Private, "where" | "person">, message: string) => Promise<Conversation>;
};

const rememberedMax = 1_000;

type Parts = { readonly sender: Sender; readonly conversations: Conversations };

export const makeTellAlone = ({ sender, conversations }: Parts): TellAlone => {
  /** What was posted in place of another; these are not replaced again. */
  const replaced = makeRecent<true>(rememberedMax);

  const postInOwnChat = async ({ where, person, draw }: Private): Promise<Sent> => {
    const opened = await sender.openPersonal(where, person);
    if (opened.type !== "opened") return opened;
    const to = opened.conversation;
    const sent = await sender.post({ to }, await draw(to.id !== where.id));
    const { workspace, id: channel } = where;
    if (sent.type === "posted")
      await conversations.savePrivate({ workspace, conversation: to.id, message: sent.message, channel });
    return sent;
  };
  const post: TellAlone["post"] = async (told) => {
    const { where, root, person, draw } = told;
    if (where.kind === "personal") return postInOwnChat(told);
    const sent = await sender.post({ to: where, root, only: person }, await draw(false));
    return sent.type === "gone" ? postInOwnChat(told) : sent;
  };
  const placeOf: TellAlone["placeOf"] = async ({ where, person }, message) => {
    if (where.kind === "personal") return where;
    const { workspace } = where;
    const own = await conversations.findPersonal(workspace, person);
    if (own === undefined) return where;
    const channel = await conversations.channelOfPrivate({ workspace, conversation: own.id, message });
    return channel === undefined ? where : own;
  };
  return {
    post,
    placeOf,
    update: async (told, message) => {
      const { where, root, person, draw } = told;
      const to = await placeOf(told, message);
      const spot: Spot = to.kind === "personal" ? { to } : { to, root, only: person };
      const sent = await sender.update(spot, message, await draw(to.id !== where.id));
      if (sent.type !== "gone" || sent.why !== "message-gone" || replaced.get(message) === true) return sent;
      const anew = await post(told);
      if (anew.type === "posted") replaced.set(anew.message, true);
      // What may stand there is not sent once more.
      return anew.type === "uncertain" ? sent : anew;
    },
  };
};
