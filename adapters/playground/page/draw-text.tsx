/** Draws a text's spans. Everything is a text node, so whatever people typed shows as typed. */

import type { JSX } from "preact";
import type { Translator } from "../../../src/i18n/translator.ts";
import type { Span, Text } from "../../../src/text/text.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

export const TextView = ({ text }: { readonly text: Text }): JSX.Element => (
  <>
    {text.map((span, index) => (
      <SpanView key={index} span={span} />
    ))}
  </>
);

const SpanView = ({ span }: { readonly span: Span }): JSX.Element => {
  const { people, t } = usePage();
  switch (span.type) {
    case "plain":
      return <span class="plain">{span.text}</span>;
    case "strong":
      return <strong>{span.text}</strong>;
    case "emphasis":
      return <em>{span.text}</em>;
    case "code":
      return <code>{span.text}</code>;
    case "link":
      // A link to a thread of this room stays in it, and a file is downloaded.
      if (/^\/api\/files\/[\w-]+$/.test(span.url))
        return (
          <a href={span.url} download>
            {span.text}
          </a>
        );
      if (span.url.startsWith("#thread=")) return <a href={span.url}>{span.text}</a>;
      return /^https?:/i.test(span.url) ? (
        <a href={span.url} target="_blank" rel="noopener noreferrer">
          {span.text}
        </a>
      ) : (
        <span class="plain">{span.text}</span>
      );
    case "mention":
      return <span class="mention">@{people.find(({ id }) => id === span.person)?.name ?? span.person}</span>;
    case "time":
      return <time dateTime={new Date(span.at).toISOString()}>{formatTime(span.at, t)}</time>;
    default:
      return span satisfies never;
  }
};

/** A date and time in the reader's own zone, and how far off it is. */
const formatTime = (at: number, { language }: Translator): string => {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
  const minutes = Math.round((at - Date.now()) / 60_000);
  if (minutes === 0) return `${date} (${playgroundMessages(language).justNow})`;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (Math.abs(minutes) < 60) return `${date} (${relative.format(minutes, "minute")})`;
  if (Math.abs(minutes) < 48 * 60) return `${date} (${relative.format(Math.round(minutes / 60), "hour")})`;
  return `${date} (${relative.format(Math.round(minutes / 1440), "day")})`;
};
