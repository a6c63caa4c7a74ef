/** The messages of a channel or a thread, and beside them what the viewer alone was told. */
import { type ComponentChildren, Fragment, type JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Message } from "../protocol.ts";
import { MessageView } from "./message-view.tsx";
import { sightOf, ToldView } from "./told-view.tsx";
import { isReveal } from "./use-new-root.ts";
import { useSight } from "./use-sight.ts";
import type { Told } from "./use-told.ts";

type Props = {
  readonly label: string;
  /** The thread that it shows; null for the channel. */
  readonly thread: string | null;
  readonly messages: readonly Message[];
  readonly told: readonly Told[];
  readonly dismiss: (id: number) => void;
  /** Another number after each thing the viewer did here. */
  readonly done: number;
  /** Whether it is read from its beginning when it is opened. */
  readonly fromTop?: boolean;
  /** What stands under a message: its replies. */
  readonly below?: (message: Message) => ComponentChildren;
  readonly empty?: ComponentChildren;
  /** The message that is said elsewhere already: its card shows its title alone. */
  readonly known?: string;
};

export const MessageList = ({
  label,
  thread,
  messages,
  told,
  dismiss,
  done,
  fromTop = false,
  below,
  empty,
  known,
}: Props): JSX.Element => {
  const element = useRef<HTMLDivElement>(null);
  const last = told.at(-1);
  const newest = last === undefined ? messages.findLast((message) => !message.private)?.id : sightOf(last);
  const openAt = messages.findLast(isReveal)?.id;
  const remember = useSight(element, { newest, openAt, messages, fromTop, done });
  const isBeside = ({ spot }: Told): boolean => messages.some(({ id }) => id === spot.message);
  const drawTold = (those: readonly Told[]): readonly JSX.Element[] =>
    those.map((one) => <ToldView key={one.id} told={one} dismiss={dismiss} />);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div class="messages" role="log" aria-label={label} ref={element} onScroll={remember} tabIndex={0}>
      {messages.length === 0 && told.length === 0 && empty}
      {messages.map((message) => (
        <Fragment key={message.id}>
          <MessageView message={message} thread={thread} short={message.id === known}>
            {below?.(message)}
          </MessageView>
          {drawTold(told.filter(({ spot }) => spot.message === message.id))}
        </Fragment>
      ))}
      {drawTold(told.filter((one) => !isBeside(one)))}
    </div>
  );
};
