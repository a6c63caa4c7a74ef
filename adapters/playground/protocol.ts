/**
 * What the page and the playground's server say to each other, as types; both sides import them.
 */
import type { Card } from "../../src/cards/card.ts";
import type { FormToken } from "../../src/cards/form.ts";
import type { Completion } from "../../src/commands/completion.ts";
import type { Language } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";

export type Person = { readonly id: string; readonly name: string; readonly colour: number };
/** Where an example is looked at; nobody sees it while there is none. */
export const exampleChannel = "example";

/** `isExample`: what stands there is made up, and can be removed. */
export type Channel = { readonly id: string; readonly name: string; readonly isExample?: boolean };

/** One message of the channel or a thread, as one person may see it. */
export type Message = {
  readonly id: string;
  readonly channel: string;
  /** The root message's id, for a reply in a thread. */
  readonly thread: string | null;
  /** A person's id; null when the workshop speaks. */
  readonly author: string | null;
  /** True for what only this viewer sees. */
  readonly private: boolean;
  /** UTC milliseconds. */
  readonly at: number;
  readonly body: { readonly type: "text"; readonly text: string } | { readonly type: "card"; readonly card: Card };
};

/** `GET /api/room?person=…` — everything the page shows to that person. */
export type Room = {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  /** Oldest first; replies too. */
  readonly messages: readonly Message[];
};

/** Sent with every request that speaks for a person. `zone` is the browser's IANA zone. */
export type Speaker = {
  readonly person: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly language: Language;
  readonly zone: string;
};

/**
 * `POST /api/say` — what was typed; a text that begins with `/` is a command. `intent` is new for
 * each thing said, and the same when sent again.
 */
export type SayRequest = Speaker & { readonly text: string; readonly intent: string };
/** `POST /api/ask-about` — the form of a question about a message that somebody said. */
export type AskAboutRequest = Speaker & { readonly message: string };
/** `POST /api/press` — a button, by `formatAction` of its action. */
export type PressRequest = Speaker & { readonly action: string; readonly intent: string };
/** `POST /api/submit` — a form, with the values of its fields. */
export type SubmitRequest = Speaker & {
  readonly token: FormToken;
  readonly values: Readonly<Record<string, unknown>>;
};
/**
 * `POST /api/redraw` — the form again for what is filled in now, and the step that was pressed, if
 * one was.
 */
export type RedrawRequest = SubmitRequest & { readonly pressed: string | null };
/**
 * `POST /api/show` — runs an example to its end, starts a session in which others answer, or takes
 * the example away.
 */
export type ShowRequest = Speaker & { readonly what: "example" | "demo" | "no-example"; readonly intent: string };
/** `POST /api/complete` — what may follow what is being typed. */
export type CompleteRequest = Speaker & { readonly text: string };

/** All of say, press, submit and redraw answer with a reply for that person alone. */
export type ReplyAnswer = Reply;
export type CompleteAnswer = { readonly completions: readonly Completion[] };

/** `GET /api/events` — server-sent events; an event named `changed` means: fetch the room again. */
