/**
 * The Markdown file: an architecture decision record a session, by the headings of MADR 4
 * (https://adr.github.io/madr/), with one that MADR lacks: who disagreed, and what moved. Texts of
 * people are escaped, so that they show as typed.
 */
import type { BlockContent, ListItem, PhrasingContent, Root, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { stringify } from "yaml";
import type { Block } from "../cards/card.ts";
import { lineWords } from "../cards/line-chart.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Text } from "../text/text.ts";
import { type ExportedResponse, type ExportedSession, lookedBackOn, type Taken, type Writing } from "./exported.ts";

export const writeMarkdown = (taken: readonly Taken[], writing: Writing): string =>
  taken.map((one) => writeRecord(one, writing)).join("\n");

const writeRecord = ({ session, opening, result }: Taken, writing: Writing): string => {
  const { decision } = session;
  const say = writing.t.messages.records.file;
  const front = stringify({
    status: statusOf(session),
    date: session.startedAt.slice(0, 10),
    "decision-makers": decision?.ownerName ?? "",
    consulted: [...new Set(session.responses.map(({ name }) => name))].join(", "),
    informed: "",
  });
  const chosen = decision?.text ?? say.noDecision;
  const root: Root = {
    type: "root",
    children: [
      heading(1, session.title),
      heading(2, "Context and Problem Statement"),
      ...(opening.length === 0 ? [paragraph(words(session.title))] : contentOf(opening, writing)),
      ...(session.options.length === 0 ? [] : [heading(2, "Considered Options"), list(session.options.map(words))]),
      heading(2, "Decision Outcome"),
      paragraph(words(chosen)),
      ...confirmationOf(session, writing),
      ...prosAndConsOf(session),
      heading(2, say.disagreed),
      ...disagreementOf(session, writing),
      heading(2, "More Information"),
      ...contentOf(result, writing),
      list(moreOf(session, writing).map(words)),
    ],
  };
  return `---\n${front}---\n\n${toMarkdown(root, { bullet: "*", emphasis: "_", rule: "-" })}`;
};

const statusOf = ({ decision, replacedBy }: ExportedSession): string => {
  if (replacedBy !== null) return `superseded by ${replacedBy.title}`;
  return decision === null ? "proposed" : "accepted";
};

const words = (value: string): PhrasingContent[] => [{ type: "text", value }];
const paragraph = (children: PhrasingContent[]): RootContent => ({ type: "paragraph", children });
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({ type: "heading", depth, children: words(value) });
const list = (items: readonly PhrasingContent[][], ordered = false): RootContent => ({
  type: "list",
  ordered,
  spread: false,
  children: items.map(
    (children): ListItem => ({ type: "listItem", spread: false, children: [{ type: "paragraph", children }] }),
  ),
});

const confirmationOf = ({ decision }: ExportedSession, { t }: Writing): readonly RootContent[] => {
  const { owner, date } = t.messages.session.decision;
  const said = [
    ...(decision?.ownerName == null ? [] : [`${owner}: ${decision.ownerName}`]),
    ...(decision?.date == null ? [] : [`${date}: ${decision.date}`]),
    ...(decision === null ? [] : lookedBackOn(decision, t)),
    ...(decision?.against == null ? [] : [`${t.messages.roles.against(decision.against)}: ${decision.against.reason}`]),
  ];
  return said.length === 0 ? [] : [heading(3, "Confirmation"), list(said.map(words))];
};

/** The responses that stand in the last round. */
const lastOf = ({ responses }: ExportedSession): readonly ExportedResponse[] => [
  ...new Map(responses.toSorted((one, other) => one.round - other.round).map((one) => [one.person, one])).values(),
];

const prosAndConsOf = (session: ExportedSession): readonly RootContent[] => {
  const last = lastOf(session);
  const options = session.options.flatMap((option) => {
    const reasons = last.flatMap(({ answer, name, reasons }) =>
      answer === option ? reasons.map((reason) => words(`${reason} (${name})`)) : [],
    );
    return reasons.length === 0 ? [] : [heading(3, option), list(reasons)];
  });
  return options.length === 0 ? [] : [heading(2, "Pros and Cons of the Options"), ...options];
};

/** How likely somebody thinks they are right, or how sure they were on the scale of before. */
const sureOf = ({ chance, confidence }: ExportedResponse["fields"], t: Translator): string => {
  const say = t.messages.records.file;
  if (typeof chance === "number") return say.confidence({ percent: t.percent(chance / 100) });
  return typeof confidence === "number" ? say.confidenceBefore({ percent: t.percent(confidence / 100) }) : "";
};

const disagreementOf = (session: ExportedSession, { t }: Writing): readonly RootContent[] => {
  const say = t.messages.records.file;
  if (session.responses.length === 0) return [paragraph(words(say.noNames))];
  const [leading = "", ...others] = session.leading;
  const apart = lastOf(session).filter(({ answer }) => others.length > 0 || answer !== leading);
  const items = apart.map(({ name, answer, reasons, fields }) => {
    const sure = sureOf(fields, t);
    return words(
      `${[name, answer ?? "", sure].filter(Boolean).join(" · ")}${reasons.length === 0 ? "" : ` — ${reasons.join(" ")}`}`,
    );
  });
  const moved = session.moved.map(({ round, name, from, to }) => words(say.moved({ round, name, from, to })));
  return [
    items.length === 0 ? paragraph(words(say.nobodyDisagreed)) : list(items),
    ...(moved.length === 0 ? [] : [paragraph(words(say.movedTitle)), list(moved)]),
  ];
};

const moreOf = (session: ExportedSession, { t }: Writing): readonly string[] => [
  t.messages.records.responses({ count: session.responded }),
  ...(session.replaces === null ? [] : [t.messages.records.replacesOf(session.replaces)]),
  ...(session.replacedBy === null ? [] : [t.messages.records.replacedBy(session.replacedBy)]),
  ...(session.link === null ? [] : [session.link]),
  `${session.activity.kind} · ${session.activity.id} · ${session.id}`,
];

const contentOf = (blocks: readonly Block[], writing: Writing): readonly RootContent[] =>
  blocks.flatMap((block) => nodesOf(block, writing));

const nodesOf = (block: Block, writing: Writing): readonly RootContent[] => {
  const inline = (text: Text): PhrasingContent[] => text.map((span) => spanOf(span, writing));
  switch (block.type) {
    case "heading":
      return [{ type: "heading", depth: 3, children: inline(block.text) }];
    case "paragraph":
    case "note":
      return [paragraph(inline(block.text))];
    case "facts":
      return [list(block.facts.map(({ label, values }) => [...words(`${label}: `), ...joined(values.map(inline))]))];
    case "list":
      return [list(block.items.map(inline), block.ordered)];
    case "quote": {
      const said: BlockContent[] = [{ type: "paragraph", children: inline(block.text) }];
      if (block.by !== undefined) said.push({ type: "paragraph", children: [...words("— "), ...inline(block.by)] });
      return [{ type: "blockquote", children: said }];
    }
    case "chart": {
      const { title, bars } = block.chart;
      const marked = (mark: string | undefined): string => (mark === undefined ? "" : ` (${mark})`);
      return [
        paragraph(words(title)),
        list(bars.map(({ label, figure, mark }) => words(`${label}: ${figure}${marked(mark)}`))),
      ];
    }
    case "line":
      return [paragraph(words(block.line.title)), list(lineWords(block.line).map(inline))];
    case "flow":
      return [paragraph(words(block.flow.title)), list(block.flow.paths.map(inline))];
    case "table":
      return [
        list(
          block.rows.map((row) =>
            joined(row.map((cell, at) => [...words(`${block.columns[at] ?? ""}: `), ...inline(cell)])),
          ),
        ),
      ];
    case "code":
      return [{ type: "code", value: block.text }];
    case "divider":
      return [{ type: "thematicBreak" }];
    case "buttons":
      return [];
    default:
      return block satisfies never;
  }
};

const joined = (parts: readonly PhrasingContent[][]): PhrasingContent[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [...words("; "), ...part]));

const spanOf = (span: Text[number], { nameOf }: Writing): PhrasingContent => {
  switch (span.type) {
    case "plain":
      return { type: "text", value: span.text };
    case "strong":
    case "emphasis":
      return { type: span.type, children: words(span.text) };
    case "code":
      return { type: "inlineCode", value: span.text };
    case "link":
      return { type: "link", url: span.url, children: words(span.text) };
    case "mention":
      return { type: "text", value: nameOf(span.person) };
    case "time":
      return { type: "text", value: new Date(span.at).toISOString() };
    default:
      return span satisfies never;
  }
};
