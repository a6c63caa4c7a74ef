/**
 * The HTML file: one page by itself, light and dark, good on paper, drawn from the same cards as
 * everywhere. Whatever people typed is text in it, never markup.
 */
import type { Block } from "../cards/card.ts";
import { type Bar, type Chart, spanOf } from "../cards/chart.ts";
import { lineWords } from "../cards/line-chart.ts";
import type { Text } from "../text/text.ts";
import { type ExportedSession, lookedBackOn, type Taken, type Writing } from "./exported.ts";
import { pageStyle } from "./page-style.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export const writeHtml = (taken: readonly Taken[], writing: Writing): string => {
  const { t } = writing;
  const title = taken.length === 1 ? (taken[0]?.session.title ?? "") : t.messages.records.file.title;
  return `<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${taken.map((one) => drawSession(one, writing)).join("\n")}
</body>
</html>
`;
};

const drawSession = ({ session, opening, result }: Taken, writing: Writing): string => {
  const { t } = writing;
  const say = t.messages.records;
  const { decision } = session;
  return `<article>
<header><h1>${escaped(session.title)}</h1><p class="meta">${escaped(metaOf(session, writing))}${
    session.link === null ? "" : ` · ${link(session.link, say.thread)}`
  }</p></header>
<section class="decision"><h2>${escaped(say.decision)}</h2>${
    decision === null
      ? `<p>${escaped(say.file.noDecision)}</p>`
      : `<p class="text">${escaped(decision.text)}</p><p class="meta">${escaped(
          [decision.ownerName, decision.date === null ? null : t.date(decision.date)]
            .filter((one) => one !== null)
            .join(" · "),
        )}</p>`
  }${[
    ...(decision?.against == null ? [] : [`${t.messages.roles.against(decision.against)}: ${decision.against.reason}`]),
    ...(session.replacedBy === null ? [] : [say.replacedBy(session.replacedBy)]),
    ...(session.replaces === null ? [] : [say.replacesOf(session.replaces)]),
    ...(decision === null ? [] : lookedBackOn(decision, t)),
  ]
    .map((sentence) => `<p class="note">${escaped(sentence)}</p>`)
    .join("")}</section>
<section>${draw(opening, writing)}</section>
<section><h2>${escaped(t.messages.session.revealTitle)}</h2>${draw(result, writing)}</section>
</article>`;
};

const metaOf = (session: ExportedSession, { t }: Writing): string =>
  [t.date(session.startedAt.slice(0, 10)), t.messages.records.responses({ count: session.responded })].join(" · ");

const link = (url: string, text: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(text)}</a>`
    : escaped(text);

const draw = (blocks: readonly Block[], writing: Writing): string =>
  blocks.map((block) => drawBlock(block, writing)).join("\n");

const drawBlock = (block: Block, writing: Writing): string => {
  const say = (text: Text): string => drawText(text, writing);
  switch (block.type) {
    case "heading":
      return `<h2>${say(block.text)}</h2>`;
    case "paragraph":
      return `<p class="text">${say(block.text)}</p>`;
    case "note":
      return `<p class="note">${say(block.text)}</p>`;
    case "facts":
      return `<dl>${block.facts
        .map(
          ({ label, values }) =>
            `<dt>${escaped(label)}</dt>${values.map((value) => `<dd>${say(value)}</dd>`).join("")}`,
        )
        .join("")}</dl>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${say(item)}</li>`).join("")}</${tag}>`;
    }
    case "quote":
      return `<blockquote><p class="text">${say(block.text)}</p>${
        block.by === undefined ? "" : `<footer>${say(block.by)}</footer>`
      }</blockquote>`;
    case "code":
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case "chart":
      return drawChart(block.chart);
    case "line":
      return `<h3>${escaped(block.line.title)}</h3><ul>${lineWords(block.line)
        .map((line) => `<li>${say(line)}</li>`)
        .join("")}</ul>`;
    case "flow":
      return `<h3>${escaped(block.flow.title)}</h3><ul>${block.flow.paths.map((path) => `<li>${say(path)}</li>`).join("")}</ul>`;
    case "table":
      return `<table><thead><tr>${block.columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join("")}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${say(cell)}</td>`).join("")}</tr>`)
        .join("")}</tbody></table>`;
    case "divider":
      return "<hr>";
    case "buttons":
      return "";
    default:
      return block satisfies never;
  }
};

const drawText = (text: Text, { nameOf, t }: Writing): string =>
  text
    .map((span) => {
      switch (span.type) {
        case "plain":
          return escaped(span.text);
        case "strong":
          return `<strong>${escaped(span.text)}</strong>`;
        case "emphasis":
          return `<em>${escaped(span.text)}</em>`;
        case "code":
          return `<code>${escaped(span.text)}</code>`;
        case "link":
          return link(span.url, span.text);
        case "mention":
          return escaped(nameOf(span.person));
        case "time":
          return escaped(t.date(new Date(span.at).toISOString().slice(0, 10)));
        default:
          return span satisfies never;
      }
    })
    .join("");

const rowHeight = 52;
const wordsOf = ({ label, figure, mark }: Bar): string => `${label} ${figure}${mark === undefined ? "" : ` · ${mark}`}`;
const percent = (share: number): string => `${Number((100 * share).toFixed(2))}%`;

/** With every figure in words in it and in its label. */
const drawChart = ({ title, scale, bars }: Chart): string => {
  const rows = bars.map((bar, index) => {
    const { start, end } = spanOf(scale, bar.value);
    const colour = bar.muted ? "muted" : bar.colour === undefined ? "" : `colour-${bar.colour % 6}`;
    const label = `${bar.mark === undefined || bar.muted ? "" : "★ "}${bar.label}${bar.mark === undefined ? "" : ` · ${bar.mark}`}`;
    return `<g transform="translate(0 ${index * rowHeight})"><text x="0" y="18">${escaped(label)}</text><text x="100%" y="18" text-anchor="end">${escaped(bar.figure)}</text><rect x="0" y="26" width="100%" height="12" rx="6" class="track"/>${
      bar.value === 0
        ? ""
        : `<rect x="${percent(start)}" y="26" width="${percent(end - start)}" height="12" rx="6" class="bar ${colour}"/>`
    }</g>`;
  });
  return `<figure><figcaption>${escaped(title)}</figcaption><svg width="100%" height="${bars.length * rowHeight}" role="img" aria-label="${escaped(
    `${title}: ${bars.map(wordsOf).join("; ")}`,
  )}">${rows.join("")}</svg></figure>`;
};
