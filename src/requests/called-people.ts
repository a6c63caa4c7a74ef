/** Puts names back in the place of ids, where people are named in what is to be read, not asked. */

import type { Refusal } from "../session/refusal.ts";
import { everyoneCalled, withNames } from "../text/called.ts";
import type { Asking } from "./context.ts";

/** The text as its reader sees it; whom the platform doesn't tell of stands by id. */
export const readable = async ({ context, origin }: Asking, text: string): Promise<string> => {
  const people = everyoneCalled(text);
  const { workspace, channel } = origin;
  const asked = people.length === 0 ? {} : context.platformOf(workspace).namesOf({ workspace, channel, people });
  const names: Readonly<Record<string, string>> = await Promise.resolve(asked).catch(() => ({}));
  return withNames(text, (person) => names[person]);
};

/** A refusal that quotes what was typed, as its reader sees that. */
export const readableRefusal = async (asking: Asking, refusal: Refusal): Promise<Refusal> =>
  "given" in refusal ? { ...refusal, given: await readable(asking, refusal.given) } : refusal;
