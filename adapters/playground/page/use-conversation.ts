/** What the viewer does here, and what becomes of it: something told to them, a form, a session. */
import { useState } from "preact/hooks";
import type { Action } from "../../../src/cards/action.ts";
import type { Form } from "../../../src/cards/form.ts";
import type { Reply } from "../../../src/requests/request.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { type CompleteAnswer, exampleChannel, type Room, type ShowRequest, type Speaker } from "../protocol.ts";
import * as api from "./api.ts";
import { type Drafts, useDrafts } from "./drafts.ts";
import { useOpensExample, useOpensNewRoot } from "./use-new-root.ts";
import type { Place } from "./use-place.ts";
import { type Spot, type ToldList, useTold } from "./use-told.ts";
import type { Viewer } from "./viewer.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A form that stands open, and where it was asked for. */
export type Asked = { readonly form: Form; readonly spot: Spot };

export type Conversation = Pick<ToldList, "toldIn" | "dismiss"> & {
  readonly asked: Asked | undefined;
  /** Another number after each thing the viewer did. */
  readonly done: number;
  readonly drafts: Drafts;
  readonly speaker: (spot: Spot) => Speaker;
  readonly press: (action: Action, spot: Spot) => Promise<void>;
  /** Asks for a question about a message. */
  readonly askAbout: (message: string) => Promise<void>;
  /** Rejects when nothing was sent. */
  readonly say: (text: string, intent: string, spot: Spot) => Promise<void>;
  readonly complete: (text: string, signal: AbortSignal, spot: Spot) => Promise<CompleteAnswer["completions"]>;
  /** Shows how it goes: an example in its own channel, or a session in which others answer. */
  readonly show: (what: ShowRequest["what"]) => Promise<void>;
  /** Closes the form; `reply` is what its submission led to. */
  readonly close: (reply?: Reply) => void;
};

export const useConversation = (
  room: Room,
  { person, language }: Viewer,
  { channel }: Place,
  go: (next: Place) => void,
): Conversation => {
  const [asked, setAsked] = useState<Asked>();
  const [done, setDone] = useState(0);
  const { toldIn, tell, dismiss, forget } = useTold(person);
  const awaitRoot = useOpensNewRoot(room, (root) => go({ channel, thread: root }));
  const awaitExample = useOpensExample(room, (root) => go({ channel: exampleChannel, thread: root }));
  const speaker = ({ thread }: Spot): Speaker => ({ person, language, channel, thread, zone });

  const take = (reply: Reply, spot: Spot): void => {
    setDone((before) => before + 1);
    if (reply.type === "form") setAsked({ form: reply.form, spot });
    else if (reply.type === "card" || reply.type === "refused") tell(reply, spot);
    else if (spot.thread === null) awaitRoot();
  };
  /**
   * What was pressed has led to something: a card that was told before says what was, not what is.
   */
  const follow = (reply: Reply, spot: Spot): void => {
    if (reply.type === "done") forget(spot);
    take(reply, spot);
  };
  const answer = (reply: Promise<Reply>, spot: Spot): Promise<void> =>
    reply.then(
      (came) => follow(came, spot),
      () => tell({ type: "refused", text: [{ type: "plain", text: playgroundMessages(language).notSent }] }, spot),
    );
  return {
    asked,
    done,
    drafts: useDrafts(person),
    toldIn,
    dismiss,
    speaker,
    press: (action, spot) => answer(api.press(speaker(spot), action), spot),
    askAbout: (message) => {
      const spot = { thread: null, message };
      return answer(api.askAbout(speaker(spot), message), spot);
    },
    say: async (text, intent, spot) => take(await api.say(speaker(spot), text, intent), spot),
    complete: async (text, signal, spot) => (await api.complete(speaker(spot), text, signal)).completions,
    show: async (what) => {
      const spot = { thread: null, message: null };
      if (what === "demo") awaitRoot();
      if (what === "example") awaitExample();
      if (what === "no-example") go({ channel: room.channels[0]?.id ?? channel, thread: null });
      const reply = await api.show(speaker(spot), what);
      if (reply.type !== "done") take(reply, spot);
    },
    close: (reply) => {
      setAsked(undefined);
      if (asked !== undefined && reply !== undefined) follow(reply, asked.spot);
    },
  };
};
