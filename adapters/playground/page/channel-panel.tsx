/** A channel: its messages, how many replies each has, and the way into their threads. */

import type { ComponentChildren, JSX } from "preact";
import { playgroundMessages } from "../messages/speak.ts";
import type { Channel, Message } from "../protocol.ts";
import { EmptyChannel, ExampleBanner } from "./first-minute.tsx";
import { MessageList } from "./message-list.tsx";
import { usePage } from "./page-context.ts";
import { UnreadMark } from "./unread-mark.tsx";
import type { Told } from "./use-told.ts";

type Props = {
  readonly channel: Channel;
  /** All messages of the channel, replies too. */
  readonly messages: readonly Message[];
  readonly told: readonly Told[];
  readonly dismiss: (id: number) => void;
  readonly done: number;
  readonly unreadIn: (root: string) => number;
  readonly openThread: (root: string) => void;
  /** The root of the open thread. */
  readonly open: string | null;
  readonly children: ComponentChildren;
};

export const ChannelPanel = (props: Props): JSX.Element => {
  const { channel, messages, told, dismiss, done, unreadIn, openThread, open, children } = props;
  const say = playgroundMessages(usePage().t.language);
  const below = ({ id, body, private: isPrivate }: Message): ComponentChildren => {
    const count = messages.filter(({ thread }) => thread === id).length;
    return (
      (count > 0 || (body.type === "card" && !isPrivate)) && (
        <button type="button" class="replies" aria-expanded={open === id} onClick={() => openThread(id)}>
          {say.replies({ count })}
          <UnreadMark count={unreadIn(id)} />
        </button>
      )
    );
  };
  return (
    <section class="panel channel" aria-label={`#${channel.name}`}>
      <header class="panel-head">
        <h2># {channel.name}</h2>
      </header>
      {channel.isExample === true && <ExampleBanner />}
      <MessageList
        label={say.messagesIn({ channel: channel.name })}
        thread={null}
        messages={messages.filter(({ thread }) => thread === null)}
        told={told}
        dismiss={dismiss}
        done={done}
        below={below}
        empty={channel.isExample === true ? null : <EmptyChannel />}
      />
      {children}
    </section>
  );
};
