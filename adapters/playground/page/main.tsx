/** The page: sidebar, channel, thread, and the dialog when something is asked. */
import { type JSX, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Form } from "../../../src/cards/form.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import type { Reply } from "../../../src/requests/request.ts";
import type { Message, Room, Speaker } from "../protocol.ts";
import * as api from "./api.ts";
import { Composer } from "./composer.tsx";
import { FormDialog } from "./draw-form.tsx";
import { MessageList, type Told } from "./message-list.tsx";
import { pageContext } from "./page-context.ts";
import { Sidebar } from "./sidebar.tsx";
import { useRoom } from "./use-room.ts";
import { useThread } from "./use-thread.ts";
import { useViewer, type Viewer } from "./viewer.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

type Asked = { readonly form: Form; readonly thread: string | null };

const App = (): JSX.Element => {
  const [viewer, change] = useViewer();
  const { room, online } = useRoom(viewer.person);
  const t = translatorFor(viewer.language);
  return (
    <>
      <a class="skip" href="#messages">
        {t.messages.page.skip}
      </a>
      {!online && (
        <p class="offline" role="status">
          {t.messages.page.offline}
        </p>
      )}
      {room !== undefined && <Chat key={viewer.person} room={room} viewer={viewer} change={change} />}
    </>
  );
};

type ChatProps = {
  readonly room: Room;
  readonly viewer: Viewer;
  readonly change: (change: Partial<Viewer>) => void;
};

const Chat = ({ room, viewer, change }: ChatProps): JSX.Element => {
  const t = translatorFor(viewer.language);
  const say = t.messages.page;
  const [channel, setChannel] = useState(room.channels[0]?.id ?? "");
  const [thread, openThread] = useThread();
  const [asked, setAsked] = useState<Asked>();
  const { told, tell, dismiss } = useTold();
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
  const press = async (action: Parameters<typeof api.press>[1], where: string | null): Promise<void> =>
    api.press(speaker(where), action).then(
      (reply) => take(reply, where),
      () => tell({ type: "refused", text: [{ type: "plain", text: say.notSent }] }, where),
    );
  const composer = (where: string | null, placeholder: string): JSX.Element => (
    <Composer
      placeholder={placeholder}
      send={async (text, intent) => take(await api.say(speaker(where), text, intent), where)}
      complete={async (text, signal) => (await api.complete(speaker(where), text, signal)).completions}
    />
  );
  const inChannel = room.messages.filter((message) => message.channel === channel);
  const repliesOf = (root: string): readonly Message[] => inChannel.filter((message) => message.thread === root);
  const root = inChannel.find(({ id }) => id === thread);
  const toldIn = (where: string | null): readonly Told[] => told.filter((one) => one.thread === where);
  const name = room.channels.find(({ id }) => id === channel)?.name ?? channel;

  return (
    <pageContext.Provider value={{ t, people: room.people, press }}>
      <div class={root === undefined ? "chat" : "chat with-thread"}>
        <Sidebar room={room} viewer={viewer} change={change} channel={channel} openChannel={setChannel} />
        <main class="panel" id="messages">
          <header class="panel-head">
            <h1># {name}</h1>
          </header>
          <MessageList
            label={say.messagesIn({ channel: name })}
            messages={inChannel.filter((message) => message.thread === null)}
            told={toldIn(null)}
            dismiss={dismiss}
            below={({ id, body }) =>
              (body.type === "card" || repliesOf(id).length > 0) && (
                <button type="button" class="replies" aria-expanded={thread === id} onClick={() => openThread(id)}>
                  {say.replies({ count: repliesOf(id).length })}
                </button>
              )
            }
            empty={
              <div class="empty">
                <img src="/logo.svg" alt="" />
                <h2>{say.emptyTitle}</h2>
                <p>{say.emptyText}</p>
                <button
                  type="button"
                  class="button primary"
                  onClick={() => void press({ type: "show", what: "menu" }, null)}
                >
                  {say.tryIt}
                </button>
              </div>
            }
          />
          {composer(null, say.composer({ channel: name }))}
        </main>
        {root !== undefined && (
          <section class="panel thread" aria-label={say.thread}>
            <header class="panel-head">
              <h2>{say.thread}</h2>
              <button type="button" class="quiet" onClick={() => openThread(null)}>
                {say.closeThread}
              </button>
            </header>
            <MessageList
              key={root.id}
              label={say.thread}
              messages={[root, ...repliesOf(root.id)]}
              told={toldIn(root.id)}
              dismiss={dismiss}
            />
            {composer(root.id, say.composerThread)}
          </section>
        )}
      </div>
      {asked !== undefined && (
        <FormDialog
          key={asked.form.purpose.nonce}
          form={asked.form}
          send={(values) => api.submit(speaker(asked.thread), asked.form.purpose, values)}
          done={(reply) => {
            setAsked(undefined);
            take(reply, asked.thread);
          }}
          close={() => setAsked(undefined)}
        />
      )}
    </pageContext.Provider>
  );
};

type ToldList = {
  readonly told: readonly Told[];
  readonly tell: (reply: Reply, thread: string | null) => void;
  readonly dismiss: (id: number) => void;
};

/** What this viewer alone was told: the newest in each place replaces the one before it. */
const useTold = (): ToldList => {
  const [told, setTold] = useState<readonly Told[]>([]);
  const next = useRef(0);
  return {
    told,
    tell: (reply, thread) => {
      next.current += 1;
      const added = { id: next.current, thread, reply };
      setTold((before) => [...before.filter((one) => one.thread !== thread), added]);
    },
    dismiss: (id) => setTold((before) => before.filter((one) => one.id !== id)),
  };
};

/** Opens the thread of the next session that appears, once the viewer has asked for one. */
const useOpensNewRoot = (room: Room, open: (thread: string) => void): (() => void) => {
  const newest = room.messages.findLast(({ thread, body }) => thread === null && body.type === "card")?.id;
  const awaited = useRef<{ readonly after: string | undefined } | undefined>(undefined);
  useEffect(() => {
    if (awaited.current === undefined || newest === undefined || newest === awaited.current.after) return;
    awaited.current = undefined;
    open(newest);
  }, [newest]);
  return () => {
    awaited.current = { after: newest };
  };
};

const page = document.getElementById("page");
if (page !== null) render(<App />, page);
