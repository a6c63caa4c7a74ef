/** How many messages are unread somewhere; nothing where none is. */
import type { JSX } from "preact";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

export const UnreadMark = ({ count }: { readonly count: number }): JSX.Element | null => {
  const { t } = usePage();
  if (count === 0) return null;
  return (
    <span class="unread">
      <span aria-hidden="true">{t.number(count)}</span>
      <span class="unseen">{playgroundMessages(t.language).unread({ count })}</span>
    </span>
  );
};
