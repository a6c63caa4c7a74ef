/** One message: who says it, when, and what. */
import type { ComponentChildren, JSX } from "preact";
import { playgroundMessages } from "../messages/speak.ts";
import type { Message } from "../protocol.ts";
import { Avatar } from "./avatar.tsx";
import { CardView } from "./draw-card.tsx";
import { usePage } from "./page-context.ts";

type Props = {
  readonly message: Message;
  /** The thread that it is shown in; null in the channel. */
  readonly thread: string | null;
  /** Its card shows its title alone. */
  readonly short: boolean;
  readonly children: ComponentChildren;
};

export const MessageView = ({ message, thread, short, children }: Props): JSX.Element => {
  const { people, t, askAbout } = usePage();
  const page = playgroundMessages(t.language);
  const author = people.find(({ id }) => id === message.author);
  const time = new Intl.DateTimeFormat(t.language, { timeStyle: "short" }).format(message.at);
  const spot = { thread, message: message.id };
  return (
    <article class={message.private ? "message private" : "message"} data-sight={message.id}>
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
          <CardView card={message.body.card} spot={spot} {...(short ? { fold: page.showCase } : {})} />
        )}
        {children}
      </div>
    </article>
  );
};
