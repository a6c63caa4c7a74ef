/**
 * Speaks with the playground's server. A request that fails rejects; nothing is then known to have
 * been done.
 */

import { type Action, formatAction } from "../../../src/cards/action.ts";
import type { FormToken } from "../../../src/cards/form.ts";
import { present } from "../../../src/text/present.ts";
import type {
  AskAboutRequest,
  CompleteAnswer,
  CompleteRequest,
  PressRequest,
  RedrawRequest,
  ReplyAnswer,
  Room,
  SayRequest,
  ShowRequest,
  Speaker,
  SubmitRequest,
} from "../protocol.ts";

const read = async <T>(response: Response): Promise<T> => {
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return response.json();
};

const post = async <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  read<T>(
    await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...present({ signal }),
    }),
  );

export const fetchRoom = async (person: string): Promise<Room> =>
  read<Room>(await fetch(`/api/room?person=${encodeURIComponent(person)}`));

/**
 * `intent` is kept by the caller while it tries again, so that the same thing is never said twice.
 */
export const say = (speaker: Speaker, text: string, intent: string): Promise<ReplyAnswer> =>
  post("/api/say", { ...speaker, text, intent } satisfies SayRequest);

/** Asks for a question about what somebody said. */
export const askAbout = (speaker: Speaker, message: string): Promise<ReplyAnswer> =>
  post("/api/ask-about", { ...speaker, message } satisfies AskAboutRequest);

export const press = (speaker: Speaker, action: Action): Promise<ReplyAnswer> =>
  post("/api/press", { ...speaker, action: formatAction(action), intent: crypto.randomUUID() } satisfies PressRequest);

export const submit = (
  speaker: Speaker,
  token: FormToken,
  values: Readonly<Record<string, unknown>>,
): Promise<ReplyAnswer> => post("/api/submit", { ...speaker, token, values } satisfies SubmitRequest);

/** Asks a form again for what is filled in now; `pressed` is the step that was pressed. */
export const redraw = (
  speaker: Speaker,
  token: FormToken,
  values: Readonly<Record<string, unknown>>,
  pressed: string | null,
): Promise<ReplyAnswer> => post("/api/redraw", { ...speaker, token, values, pressed } satisfies RedrawRequest);

/** Runs an example, or a session in which others answer; or takes the example away. */
export const show = (speaker: Speaker, what: ShowRequest["what"]): Promise<ReplyAnswer> =>
  post("/api/show", { ...speaker, what, intent: crypto.randomUUID() } satisfies ShowRequest);

export const complete = (speaker: Speaker, text: string, signal: AbortSignal): Promise<CompleteAnswer> =>
  post("/api/complete", { ...speaker, text } satisfies CompleteRequest, signal);

/**
 * Calls `changed` whenever the room looks different, also after a lost connection came back. The
 * answer ends it.
 */
export const watchRoom = (changed: () => void, connected: (online: boolean) => void): (() => void) => {
  const source = new EventSource("/api/events");
  source.addEventListener("changed", changed);
  source.addEventListener("open", () => connected(true));
  source.addEventListener("error", () => connected(false));
  return () => source.close();
};
