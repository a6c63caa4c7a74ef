/** The messages of a channel or a thread, and below them what only this viewer was told. */

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { playgroundMessages } from "../messages/speak.ts";
import type { Message } from "../protocol.ts";
import { Avatar } from "./avatar.tsx";
import { CardView } from "./draw-card.tsx";
import { TextView } from "./draw-text.tsx";
import { usePage } from "./page-context.ts";
import { stillOpen } from "./still-open.ts";
import type { Told } from "./use-told.ts";

type Props = {
  readonly label: string;
  readonly messages: readonly Message[];
  readonly told: readonly Told[];
  readonly dismiss: (id: number) => void;
  /** What stands under a message: its replies. */
  readonly below?: (message: Message) => ComponentChildren;
  readonly empty?: ComponentChildren;
  /** The message that is said elsewhere already: its card shows its title alone. */
  readonly known?: string;
};

export const MessageList = ({ label, messages, told, dismiss, below, empty, known }: Props): JSX.Element => {
  const { t, room } = usePage();
  const element = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const list = element.current;
    if (list !== null && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [messages, told]);
  const remember = (): void => {
    const list = element.current;
    if (list !== null) atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div class="messages" role="log" aria-label={label} ref={element} onScroll={remember} tabIndex={0}>
      {messages.length === 0 && told.length === 0 && empty}
      {messages.map((message) => (
        <MessageView key={message.id} message={message} short={message.id === known}>
          {below?.(message)}
        </MessageView>
      ))}
      {told.map(({ id, reply, thread }) => (
        <div key={id} class={`told ${reply.type}`} role={reply.type === "refused" ? "alert" : "status"}>
          <p class="only-you">
            {playgroundMessages(t.language).onlyYou}
            <button type="button" class="quiet" onClick={() => dismiss(id)}>
              {playgroundMessages(t.language).dismiss}
            </button>
          </p>
          {reply.type === "card" && <CardView card={stillOpen(reply.card, room)} thread={thread} />}
          {reply.type === "refused" && (
            <p>
              <TextView text={reply.text} />
            </p>
          )}
        </div>
      ))}
    </div>
  );
};

const MessageView = ({
  message,
  short,
  children,
}: {
  readonly message: Message;
  readonly short: boolean;
  readonly children: ComponentChildren;
}): JSX.Element => {
  const { people, t, askAbout } = usePage();
  const page = playgroundMessages(t.language);
  const author = people.find(({ id }) => id === message.author);
  const time = new Intl.DateTimeFormat(t.language, { timeStyle: "short" }).format(message.at);
  return (
    <article class={message.private ? "message private" : "message"}>
      <Avatar person={author} />
      <div class="content">
        <header>
          <strong>{author?.name ?? page.workshop}</strong>
          {author === undefined && <span class="badge">{page.bot}</span>}
          <time dateTime={new Date(message.at).toISOString()}>{time}</time>
          {message.private && <span class="only-you">{page.onlyYou}</span>}
          {message.body.type === "text" && (
            <button type="button" class="quiet act" onClick={() => void askAbout(message.id)}>
              {page.decide}
            </button>
          )}
        </header>
        {message.body.type === "text" ? (
          <p class="plain">{message.body.text}</p>
        ) : (
          <CardView
            card={message.body.card}
            thread={message.thread ?? message.id}
            {...(short ? { fold: page.showCase } : {})}
          />
        )}
        {children}
      </div>
    </article>
  );
};
