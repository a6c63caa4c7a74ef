/**
 * What is kept of sessions, for the person who looks it up: what was found, a channel's history a
 * page at a time, and one session's result again.
 */
import { openFrozen } from "../../activities/kinds.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Passage } from "../../search/session-text.ts";
import type { Session } from "../../session/session.ts";
import { standingIn } from "../../session/standing.ts";
import { maySeeChoices } from "../../session/visibility.ts";
import { cut } from "../../text/cut.ts";
import { mention, plain, strong, type Text, words } from "../../text/text.ts";
import type { HistoryFilter } from "../action.ts";
import type { Block, Button, Card } from "../card.ts";
import { plainText } from "../plain.ts";
import { drawReveal } from "../session/reveal-card.ts";
import { reviewFacts } from "../session/review-cards.ts";
import { collectedUpTo, type SessionView } from "../session/session-view.ts";
import { stateText } from "../session/state-text.ts";
import { askButton } from "./menu-cards.ts";

/** A session as it is listed. `view` speaks the reader's language. */
export type Entry = {
  readonly view: SessionView;
  /** Leads to its thread. */
  readonly link: string | undefined;
  /** Where the words were found, beside the title and the decision. */
  readonly passage?: Passage;
  readonly elsewhere: boolean;
  /** The session whose decision has replaced this one's. */
  readonly replacedBy: Session | undefined;
};

const passageLengthMax = 300;

export const drawFound = (
  asked: string,
  found: { readonly entries: readonly Entry[]; readonly more: boolean; readonly complete: boolean },
  t: Translator,
): Card => {
  const say = t.messages.records;
  const note = (sentence: string): Block => ({ type: "note", text: words(sentence) });
  return {
    title: words(say.foundTitle({ words: cut(asked, 80) })),
    blocks: [
      ...(found.entries.length === 0 ? [{ type: "paragraph", text: words(say.foundNothing) } as const] : []),
      ...found.entries.flatMap((entry) => drawEntry(entry, t)),
      ...(found.more ? [note(say.moreFound({ shown: found.entries.length }))] : []),
      ...(found.complete ? [] : [note(say.hereAlone)]),
    ],
  };
};

export const drawHistory = ({ entries, filter, next, zone }: HistoryPage, t: Translator): Card => {
  const say = t.messages.records;
  const { behind, ...kept } = filter;
  const buttons: readonly Button[] = [
    ...(next === undefined ? [] : [{ label: say.older, action: { type: "history", ...kept, behind: next } } as const]),
    ...(behind === undefined ? [] : [{ label: say.newest, action: { type: "history", ...kept } } as const]),
    { label: say.filter, action: { type: "ask-history" } },
    { label: say.find, action: { type: "ask-find" } },
    { label: say.export, action: { type: "ask-export" } },
    { label: t.messages.stats.button, action: { type: "show", what: "stats" } },
  ];
  const isFiltered = Object.keys(kept).length > 0;
  return {
    title: words(t.messages.commands.historyTitle),
    blocks: [
      ...(entries.length === 0
        ? [{ type: "paragraph", text: words(isFiltered ? say.noneLeft : t.messages.commands.noHistory) } as const]
        : []),
      ...[...Map.groupBy(entries, ({ view }) => t.month(view.session.startedAt, zone))].flatMap(
        ([month, started]): readonly Block[] => [
          { type: "heading", text: words(month) },
          ...started.flatMap((entry) => drawEntry(entry, t)),
        ],
      ),
      ...(entries.length === 0 && !isFiltered
        ? [{ type: "buttons", buttons: [askButton(t)] } as const]
        : [{ type: "divider" } as const, { type: "buttons", buttons } as const]),
    ],
  };
};

export type HistoryPage = {
  readonly entries: readonly Entry[];
  readonly filter: HistoryFilter;
  /** Behind which place the next page begins; undefined on the last one. */
  readonly next: number | undefined;
  /** The person's, by which months are told. */
  readonly zone: string;
};

const drawEntry = ({ view, link, passage, elsewhere, replacedBy }: Entry, t: Translator): readonly Block[] => {
  const say = t.messages.records;
  const { session, activity } = view;
  const { id } = session;
  const state = stateText(session, t);
  const title: Text = [
    ...activity.title(t).map((span) => (span.type === "plain" ? strong(span.text) : span)),
    plain(" · "),
    { type: "time", at: session.startedAt },
    plain(` · ${elsewhere ? `${state} · ${say.elsewhere}` : state}`),
  ];
  const votes = votesOf(view);
  const said: Text = [
    ...(votes === "" ? [] : [plain(votes)]),
    ...(votes === "" || link === undefined ? [] : [plain(" · ")]),
    ...(link === undefined ? [] : [{ type: "link", text: say.thread, url: link } as const]),
  ];
  return [
    { type: "paragraph", text: title },
    ...(maySeeChoices(session) ? [...replacedNote(replacedBy, t), ...decisionOf(session, t)] : []),
    ...(passage === undefined ? [] : [passageNote(passage, t)]),
    ...(said.length === 0 ? [] : [{ type: "note", text: said } as const]),
    ...(maySeeChoices(session)
      ? [{ type: "buttons", buttons: [{ label: say.open, action: { type: "open-record", session: id } }] } as const]
      : []),
  ];
};

const decisionOf = (session: Session, t: Translator): readonly Block[] => {
  const { decision } = session;
  if (decision === null) return [{ type: "note", text: words(t.messages.commands.noDecision) }];
  const { text, owner, date, replaces } = decision;
  const by: Text = [
    ...(owner === null ? [] : [mention(owner)]),
    ...(owner === null || date === null ? [] : [plain(" · ")]),
    ...(date === null ? [] : [plain(t.date(date))]),
  ];
  return [
    { type: "quote", text: words(text), ...(by.length === 0 ? {} : { by }) },
    ...(replaces === undefined
      ? []
      : [{ type: "note", text: words(t.messages.records.replacesOf(replaces)) } as const]),
    ...reviewFacts(session, t).map(
      ({ label, values }): Block => ({
        type: "note",
        text: [plain(`${label}: `), ...values.flatMap((value, at) => [...(at === 0 ? [] : [plain("; ")]), ...value])],
      }),
    ),
  ];
};

/** Said before the decision that no longer holds. */
const replacedNote = (by: Session | undefined, t: Translator): readonly Block[] => {
  if (by === undefined) return [];
  const title = plainText(openFrozen(by.activity).title(t));
  return [{ type: "paragraph", text: [strong(t.messages.records.replacedBy({ title }))] }];
};

const passageNote = ({ part, text }: Passage, t: Translator): Block => {
  const { parts } = t.messages.records;
  const label = part === "title" || part === "decision" ? "" : `${parts[part]}: `;
  return { type: "note", text: words(`${label}“${cut(text, passageLengthMax)}”`) };
};

/** As the reveal tells them, which knows what may be told. */
const votesOf = (view: SessionView): string => {
  const { session, activity, responses, t } = view;
  if (!maySeeChoices(session)) return "";
  const { length } = standingIn(responses, session.round);
  const chart = activity.reveal(collectedUpTo(view, session.round), t).find((block) => block.type === "chart")?.chart;
  if (chart === undefined || activity.options(t).length === 0) return t.messages.records.responses({ count: length });
  // What nobody took says nothing in one line.
  const taken = chart.bars.filter(({ value }) => value !== 0);
  return taken.map(({ label, figure }) => `${label} ${figure}`).join(" · ");
};

/** What it came to, as it was revealed, with its decision first. */
export const drawRecord = (view: SessionView, replacedBy: Session | undefined): Card => {
  const { session, activity, t } = view;
  const say = t.messages.records;
  const reveal = drawReveal(view);
  return {
    title: activity.title(t),
    blocks: [
      ...(session.decision === null ? [] : [{ type: "heading", text: words(say.decision) } as const]),
      ...replacedNote(replacedBy, t),
      ...decisionOf(session, t),
      { type: "heading", text: reveal.title },
      ...reveal.blocks,
      {
        type: "buttons",
        buttons: [
          ...openOther(replacedBy?.id, say.openNewer),
          ...openOther(session.decision?.replaces?.session, say.openEarlier),
          { label: say.export, action: { type: "ask-export", session: session.id } },
        ],
      },
    ],
  };
};

const openOther = (session: string | undefined, label: string): readonly Button[] =>
  session === undefined ? [] : [{ label, action: { type: "open-record", session } }];
