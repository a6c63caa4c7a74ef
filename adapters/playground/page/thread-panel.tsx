/** A thread: its root message and the replies. */

import type { ComponentChildren, JSX } from "preact";
import { playgroundMessages } from "../messages/speak.ts";
import type { Message } from "../protocol.ts";
import { MessageList } from "./message-list.tsx";
import { usePage } from "./page-context.ts";
import type { Told } from "./use-told.ts";

type Props = {
  readonly root: Message;
  readonly replies: readonly Message[];
  readonly told: readonly Told[];
  readonly dismiss: (id: number) => void;
  readonly done: number;
  readonly close: () => void;
  readonly children: ComponentChildren;
};

export const ThreadPanel = ({ root, replies, told, dismiss, done, close, children }: Props): JSX.Element => {
  const say = playgroundMessages(usePage().t.language);
  return (
    <section class="panel thread" aria-label={say.thread}>
      <header class="panel-head">
        <h2>{say.thread}</h2>
        <button type="button" class="quiet" onClick={close}>
          {say.closeThread}
        </button>
      </header>
      <MessageList
        key={root.id}
        label={say.thread}
        thread={root.id}
        messages={[root, ...replies]}
        told={told}
        dismiss={dismiss}
        done={done}
        fromTop={replies.filter((message) => !message.private).length <= 1}
        known={root.id}
      />
      {children}
    </section>
  );
};
