/** One person's view of the chat, and the dialog when something is asked of them. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Form } from "../../../src/cards/form.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import type { Reply } from "../../../src/requests/request.ts";
import { playgroundMessages } from "../messages/speak.ts";
import type { Room, Speaker } from "../protocol.ts";
import * as api from "./api.ts";
import { ChannelPanel } from "./channel-panel.tsx";
import { Composer } from "./composer.tsx";
import { FormDialog } from "./draw-form.tsx";
import { pageContext } from "./page-context.ts";
import { Sidebar } from "./sidebar.tsx";
import { ThreadPanel } from "./thread-panel.tsx";
import { useOpensNewRoot } from "./use-new-root.ts";
import { useThread } from "./use-thread.ts";
import { type Told, useTold } from "./use-told.ts";
import type { Viewer } from "./viewer.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

type OpenForm = { readonly form: Form; readonly thread: string | null };

type ChatProps = {
  readonly room: Room;
  readonly viewer: Viewer;
  readonly change: (change: Partial<Viewer>) => void;
};

export const Chat = ({ room, viewer, change }: ChatProps): JSX.Element => {
  const t = translatorFor(viewer.language);
  const say = playgroundMessages(t.language);
  const [channel, setChannel] = useState(room.channels[0]?.id ?? "");
  const [thread, openThread] = useThread();
  const [asked, setAsked] = useState<OpenForm>();
  const { told, tell, dismiss, forget } = useTold();
  const awaitRoot = useOpensNewRoot(room, openThread);

  const speaker = (where: string | null): Speaker => {
    const { person, language } = viewer;
    return { person, language, channel, thread: where, zone };
  };
  const take = (reply: Reply, where: string | null): void => {
    if (reply.type === "form") setAsked({ form: reply.form, thread: where });
    else if (reply.type === "card" || reply.type === "refused") tell(reply, where);
    else if (where === null) awaitRoot();
  };
  /**
   * What was pressed has led to something: a card that was told before says what was, not what is.
   */
  const follow = (reply: Reply, where: string | null): void => {
    if (reply.type === "done") forget(where);
    take(reply, where);
  };
  const answer = (reply: Promise<Reply>, where: string | null): Promise<void> =>
    reply.then(
      (told) => follow(told, where),
      () => tell({ type: "refused", text: [{ type: "plain", text: say.notSent }] }, where),
    );
  const press = (action: Parameters<typeof api.press>[1], where: string | null): Promise<void> =>
    answer(api.press(speaker(where), action), where);
  const askAbout = (message: string): Promise<void> => answer(api.askAbout(speaker(null), message), null);
  const composer = (where: string | null, placeholder: string): JSX.Element => (
    <Composer
      placeholder={placeholder}
      send={async (text, intent) => take(await api.say(speaker(where), text, intent), where)}
      complete={async (text, signal) => (await api.complete(speaker(where), text, signal)).completions}
    />
  );
  const opened = room.channels.find(({ id }) => id === channel) ?? { id: channel, name: channel };
  const messages = room.messages.filter((message) => message.channel === channel);
  const root = messages.find(({ id }) => id === thread);
  const toldIn = (where: string | null): readonly Told[] => told.filter((one) => one.thread === where);

  return (
    <pageContext.Provider value={{ t, people: room.people, room: room.messages, press, askAbout }}>
      <div class={root === undefined ? "chat" : "chat with-thread"}>
        <Sidebar room={room} viewer={viewer} change={change} channel={channel} openChannel={setChannel} />
        <ChannelPanel
          channel={opened}
          messages={messages}
          told={toldIn(null)}
          dismiss={dismiss}
          openThread={openThread}
          open={thread}
        >
          {composer(null, say.composer({ channel: opened.name }))}
        </ChannelPanel>
        {root !== undefined && (
          <ThreadPanel
            root={root}
            replies={messages.filter((message) => message.thread === root.id)}
            told={toldIn(root.id)}
            dismiss={dismiss}
            close={() => openThread(null)}
          >
            {composer(root.id, say.composerThread)}
          </ThreadPanel>
        )}
      </div>
      {asked !== undefined && (
        <FormDialog
          // A form for what has changed since begins with what it holds itself.
          key={JSON.stringify(asked.form.token)}
          form={asked.form}
          send={(values) => api.submit(speaker(asked.thread), asked.form.token, values)}
          redraw={(values, pressed) => api.redraw(speaker(asked.thread), asked.form.token, values, pressed)}
          done={(reply) => {
            setAsked(undefined);
            follow(reply, asked.thread);
          }}
          close={() => setAsked(undefined)}
          press={(action) => press(action, asked.thread)}
        />
      )}
    </pageContext.Provider>
  );
};
