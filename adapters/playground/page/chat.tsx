/** One person's view of the chat, and the dialog when something is asked of them. */

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { translatorFor } from "../../../src/i18n/translator.ts";
import { playgroundMessages } from "../messages/speak.ts";
import type { Room } from "../protocol.ts";
import { AskedForm } from "./asked-form.tsx";
import { ChannelPanel } from "./channel-panel.tsx";
import { Composer } from "./composer.tsx";
import { pageContext } from "./page-context.ts";
import { Sidebar } from "./sidebar.tsx";
import { ThreadPanel } from "./thread-panel.tsx";
import { useConversation } from "./use-conversation.ts";
import { usePlace } from "./use-place.ts";
import type { Spot } from "./use-told.ts";
import { useUnread } from "./use-unread.ts";
import type { Viewer } from "./viewer.ts";

type ChatProps = {
  readonly room: Room;
  readonly viewer: Viewer;
  readonly change: (change: Partial<Viewer>) => void;
};

export const Chat = ({ room, viewer, change }: ChatProps): JSX.Element => {
  const t = translatorFor(viewer.language);
  const say = playgroundMessages(t.language);
  const [place, go] = usePlace(room);
  const { channel, thread } = place;
  const conversation = useConversation(room, viewer, place, go);
  const { asked, done, toldIn, dismiss, press } = conversation;
  const unread = useUnread(room, viewer.person, place);
  const opened = room.channels.find(({ id }) => id === channel) ?? { id: channel, name: channel };
  const messages = room.messages.filter((message) => message.channel === channel);
  const root = messages.find(({ id, thread: around }) => id === thread && around === null);
  useTitle(unread.all, opened.name, say.product);

  const composer = (spot: Spot, placeholder: string): JSX.Element => (
    <Composer
      placeholder={placeholder}
      send={(text, intent) => conversation.say(text, intent, spot)}
      complete={(text, signal) => conversation.complete(text, signal, spot)}
    />
  );
  return (
    <pageContext.Provider
      value={{
        t,
        heading: "h4",
        people: room.people,
        room: room.messages,
        press,
        askAbout: conversation.askAbout,
        show: conversation.show,
      }}
    >
      <div class={root === undefined ? "chat" : "chat with-thread"}>
        <Sidebar
          room={room}
          viewer={viewer}
          change={change}
          channel={channel}
          openChannel={(next) => go({ channel: next, thread: null })}
          unreadIn={unread.inChannel}
        />
        <main id="main" tabIndex={-1}>
          <ChannelPanel
            key={channel}
            channel={opened}
            messages={messages}
            told={toldIn(null)}
            dismiss={dismiss}
            done={done}
            unreadIn={unread.inThread}
            openThread={(next) => go({ channel, thread: next })}
            open={thread}
          >
            {composer({ thread: null, message: null }, say.composer({ channel: opened.name }))}
          </ChannelPanel>
          {root !== undefined && (
            <ThreadPanel
              root={root}
              replies={messages.filter((message) => message.thread === root.id)}
              told={toldIn(root.id)}
              dismiss={dismiss}
              done={done}
              close={() => go({ channel, thread: null })}
            >
              {composer({ thread: root.id, message: null }, say.composerThread)}
            </ThreadPanel>
          )}
        </main>
      </div>
      {asked !== undefined && (
        // A form for what has changed since begins with what it holds itself.
        <AskedForm key={JSON.stringify(asked.form.token)} asked={asked} conversation={conversation} />
      )}
    </pageContext.Provider>
  );
};

/** The tab says where one is, and how much is unread. */
const useTitle = (unread: number, channel: string, product: string): void => {
  useEffect(() => {
    document.title = `${unread === 0 ? "" : `(${unread}) `}#${channel} · ${product}`;
  }, [unread, channel, product]);
};
