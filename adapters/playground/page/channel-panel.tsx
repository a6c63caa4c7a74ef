/** A channel: its messages, how many replies each has, and the way into their threads. */

import type { ComponentChildren, JSX } from "preact";
import { playgroundMessages } from "../messages/speak.ts";
import type { Channel, Message } from "../protocol.ts";
import { MessageList } from "./message-list.tsx";
import { usePage } from "./page-context.ts";
import type { Told } from "./use-told.ts";

type Props = {
  readonly channel: Channel;
  /** All messages of the channel, replies too. */
  readonly messages: readonly Message[];
  readonly told: readonly Told[];
  readonly dismiss: (id: number) => void;
  readonly openThread: (root: string) => void;
  /** The root of the open thread. */
  readonly open: string | null;
  readonly children: ComponentChildren;
};

export const ChannelPanel = ({ channel, messages, told, dismiss, openThread, open, children }: Props): JSX.Element => {
  const say = playgroundMessages(usePage().t.language);
  const below = ({ id, body }: Message): ComponentChildren => {
    const count = messages.filter(({ thread }) => thread === id).length;
    return (
      (body.type === "card" || count > 0) && (
        <button type="button" class="replies" aria-expanded={open === id} onClick={() => openThread(id)}>
          {say.replies({ count })}
        </button>
      )
    );
  };
  return (
    <main class="panel" id="messages">
      <header class="panel-head">
        <h1># {channel.name}</h1>
      </header>
      <MessageList
        label={say.messagesIn({ channel: channel.name })}
        messages={messages.filter(({ thread }) => thread === null)}
        told={told}
        dismiss={dismiss}
        below={below}
        empty={<EmptyChannel />}
      />
      {children}
    </main>
  );
};

const EmptyChannel = (): JSX.Element => {
  const { t, press } = usePage();
  const say = playgroundMessages(t.language);
  return (
    <div class="empty">
      <img src="/logo.svg" alt="" />
      <h2>{say.emptyTitle}</h2>
      <p>{say.emptyText}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => void press({ type: "ask-set-up", setup: "ask" }, null)}
        >
          {t.messages.commands.ask}
        </button>
        <button type="button" class="button" onClick={() => void press({ type: "show", what: "menu" }, null)}>
          {say.tryIt}
        </button>
      </div>
    </div>
  );
};
