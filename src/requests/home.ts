/**
 * What concerns one person across channels: what waits for their response, what they facilitate,
 * and what was decided lately.
 */
import { z } from "zod";
import { openFrozen } from "../activities/kinds.ts";
import type { Block, Button } from "../cards/card.ts";
import { askButton } from "../cards/private/menu-cards.ts";
import { stayButton } from "../cards/session/ballot-card.ts";
import { stateText } from "../cards/session/state-text.ts";
import { type Language, languageCodes } from "../i18n/languages.ts";
import type { Translator } from "../i18n/translator.ts";
import { isOpen } from "../session/decide.ts";
import { leads } from "../session/permission.ts";
import { mayRespond } from "../session/roles.ts";
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
import { plain, strong, type Text, words } from "../text/text.ts";
import type { Asking, Context } from "./context.ts";
import { participantFor } from "./participant.ts";
import type { Origin } from "./request.ts";
import { loadStanding } from "./standing-response.ts";

/** One entry of the home: its blocks, and the channel their buttons act in. */
export type HomeEntry = { readonly channel: string; readonly blocks: readonly Block[] };

export type HomeSection = { readonly title: string; readonly entries: readonly HomeEntry[]; readonly empty: string };

export type Home = {
  /** What can be begun from here, in a channel that is still to be chosen. */
  readonly begin: readonly Button[];
  readonly sections: readonly HomeSection[];
  readonly language: {
    readonly label: string;
    readonly value: Language;
    readonly options: readonly { readonly id: Language; readonly label: string }[];
  };
};

const lookedAtMax = 50;
const shownMax = 10;

export const drawHome = async (
  { context, t, origin: { workspace, person, language } }: Asking,
  channels: readonly string[],
): Promise<Home> => {
  const store = context.store.in(workspace);
  const inChannels = async (over: boolean): Promise<readonly Session[]> => {
    const lists = channels.map((channel) => store.listSessions({ channel, over, limit: lookedAtMax }));
    return (await Promise.all(lists)).flat().sort((a, b) => b.startedAt - a.startedAt);
  };
  const [open, over] = await Promise.all([inChannels(false), inChannels(true)]);
  const now = context.clock.now();
  const unanswered: Unanswered[] = [];
  for (const session of open) {
    if (unanswered.length === shownMax || !isOpen(session, now) || !mayRespond(session, person)) continue;
    const participant = await participantFor(session, person, store);
    if (participant === undefined) continue;
    const standing = await loadStanding(store, session, participant);
    if (standing?.kept !== false) unanswered.push({ session, standing });
  }
  const facilitated = open.filter((session) => leads(session, person)).slice(0, shownMax);
  const decided = over.filter(({ decision }) => decision !== null).slice(0, shownMax);
  const say = t.messages.commands.home;
  return {
    begin: [askButton(t), { label: t.messages.commands.start, action: { type: "ask-start" } }],
    sections: [
      { title: say.waiting, empty: say.nothingWaiting, entries: unanswered.map((one) => unansweredEntry(one, t)) },
      {
        title: say.facilitated,
        empty: t.messages.addressed.nothingFacilitated,
        entries: facilitated.map((session) => ownEntry(session, t)),
      },
      { title: say.decided, empty: say.nothingDecided, entries: decided.map((session) => decidedEntry(session, t)) },
      ...channels.slice(0, 1).map((channel) => lookUpSection(channel, t)),
    ],
    language: {
      label: say.language,
      value: language,
      options: languageCodes.map((id) => ({ id, label: t.languageName(id) })),
    },
  };
};

const titleOf = (session: Session, t: Translator): Text => [
  ...openFrozen(session.activity)
    .title(t)
    .map((span) => (span.type === "plain" ? strong(span.text) : span)),
  plain(` — ${stateText(session, t)}`),
];

/**
 * `standing` is what the person stands by from an earlier round, where they have said something in
 * one.
 */
type Unanswered = { readonly session: Session; readonly standing: StandingResponse | undefined };

const unansweredEntry = ({ session, standing }: Unanswered, t: Translator): HomeEntry => {
  const { id, round, channel } = session;
  const button = { label: t.messages.session.respond, action: { type: "ask-response", session: id, round } } as const;
  return {
    channel,
    blocks: [
      { type: "paragraph", text: titleOf(session, t) },
      ...(standing === undefined ? [] : [keptBlock(session, standing, t)]),
      {
        type: "buttons",
        buttons: [{ ...button, style: "primary" }, ...(standing === undefined ? [] : [stayButton(session, t)])],
      },
    ],
  };
};

/** What counts unless the person says otherwise. */
const keptBlock = (session: Session, { round, answer }: StandingResponse, t: Translator): Block => {
  const inShort = openFrozen(session.activity).inShort(answer, t);
  return { type: "note", text: words(t.messages.session.standing.own({ round, inShort })) };
};

const ownEntry = (session: Session, t: Translator): HomeEntry => {
  const { id, round, channel } = session;
  const action = { type: "on-session", verb: "controls", session: id, round } as const;
  return {
    channel,
    blocks: [
      { type: "paragraph", text: titleOf(session, t) },
      { type: "buttons", buttons: [{ label: t.messages.session.controls.title, action }] },
    ],
  };
};

/** The words asked for are looked up in all channels, wherever the button acts. */
const lookUpSection = (channel: string, t: Translator): HomeSection => {
  const { lookUp, find } = t.messages.records;
  const buttons = [{ label: find, action: { type: "ask-find" } }] as const;
  return { title: lookUp, entries: [{ channel, blocks: [{ type: "buttons", buttons }] }], empty: "" };
};

const decidedEntry = (session: Session, t: Translator): HomeEntry => ({
  channel: session.channel,
  blocks: [
    { type: "paragraph", text: titleOf(session, t) },
    { type: "quote", text: words(session.decision?.text ?? "") },
  ],
});

/** Keeps the language a person chose; anything but a language changes nothing. */
export const chooseLanguage = async (context: Context, origin: Origin, language: unknown): Promise<void> => {
  const chosen = z.enum(languageCodes).safeParse(language);
  if (chosen.success) await context.store.in(origin.workspace).saveLanguage(origin.person, chosen.data);
};
