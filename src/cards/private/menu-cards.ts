/** The private cards behind the command alone: menu, list and help. */

import { kinds, openFrozen } from "../../activities/kinds.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Library } from "../../packs/library.ts";
import type { PackActivity } from "../../packs/pack.ts";
import { leads } from "../../session/permission.ts";
import type { Session } from "../../session/session.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { plain, strong, type Text, words } from "../../text/text.ts";
import type { Button, Card } from "../card.ts";
import { stateText } from "../session/state-text.ts";
import { offerButton } from "./schedule-card.ts";

/** What a team has to decide itself comes first, wherever something can be started. */
export const askButton = (t: Translator): Button => ({
  label: t.messages.commands.ask,
  style: "primary",
  action: { type: "ask-set-up", setup: "ask" },
});

/** What is asked for in chat to complete what a pack has, each once. */
const completingButtons = ({ activities }: Library, t: Translator): readonly Button[] => {
  const setups = activities.flatMap(({ open }) => open.completing ?? []);
  return [...new Map(setups.map((setup) => [setup.name, setup])).values()].map(({ name, title }) => ({
    label: title(t),
    action: { type: "ask-set-up", setup: name },
  }));
};

export type Menu = {
  readonly sessions: readonly Session[];
  readonly person: string;
  /** The channel has no schedule yet. */
  readonly offer: boolean;
  readonly library: Library;
};

/** One click from everything: start, list, history, help, and the sessions open in this channel. */
export const drawMenu = ({ sessions, person, offer, library }: Menu, t: Translator): Card => {
  const say = t.messages.commands;
  const buttons: readonly Button[] = [
    askButton(t),
    ...completingButtons(library, t),
    { label: say.start, action: { type: "ask-start" } },
    { label: say.list, action: { type: "show", what: "list" } },
    { label: say.learn, action: { type: "show", what: "learn" } },
    { label: t.messages.schedule.title, action: { type: "show", what: "schedules" } },
    { label: t.messages.records.find, action: { type: "ask-find" } },
    { label: say.history, action: { type: "show", what: "history" } },
    { label: t.messages.settings.title, action: { type: "show", what: "settings" } },
    { label: say.help, action: { type: "show", what: "help" } },
  ];
  return {
    title: words(say.menuTitle),
    blocks: [
      { type: "paragraph", text: words(say.menuIntro) },
      { type: "buttons", buttons },
      // That none is open would stand here still when one is started from this very card.
      ...(sessions.length === 0 ? [] : [{ type: "heading", text: words(say.openSessions) } as const]),
      ...sessions.flatMap((session) => openSessionBlocks(session, person, t)),
      ...(offer
        ? ([
            { type: "paragraph", text: words(t.messages.schedule.offerIntro) },
            { type: "buttons", buttons: [offerButton(t)] },
          ] as const)
        : []),
    ],
  };
};

const openSessionBlocks = (session: Session, person: string, t: Translator): Card["blocks"] => {
  const say = t.messages.session;
  const { id, round, state } = session;
  const respond = { type: "ask-response", session: id, round } as const;
  const controls = { type: "on-session", verb: "controls", session: id, round } as const;
  const buttons: readonly Button[] = [
    ...(state === "collecting" ? [{ label: say.respond, action: respond }] : []),
    ...(leads(session, person) ? [{ label: say.controls.title, action: controls }] : []),
  ];
  return [
    { type: "paragraph", text: [...titleOf(session, t), plain(` — ${stateText(session, t)}`)] },
    ...(buttons.length === 0 ? [] : [{ type: "buttons", buttons } as const]),
  ];
};

export const drawList = (library: Library, t: Translator): Card => {
  const say = t.messages.commands;
  return {
    title: words(say.listTitle),
    blocks: [
      { type: "buttons", buttons: [askButton(t)] },
      ...kinds.flatMap(({ kind, names }): Card["blocks"] => {
        const own = library.activities.filter((activity) => activity.kind === kind);
        return own.length === 0
          ? []
          : [{ type: "heading", text: words(names(t).one) }, ...own.flatMap((one) => activityBlocks(one, t))];
      }),
      ...library.exercises.flatMap(({ id, title, activities }): Card["blocks"] => [
        { type: "heading", text: words(say.exercise({ parts: activities.length })) },
        ...entryBlocks(parseInline(t.pick(title)), id, {
          label: say.start,
          action: { type: "ask-start", activity: id },
        }),
      ]),
    ],
  };
};

const activityBlocks = ({ id, open }: PackActivity, t: Translator): Card["blocks"] => {
  const say = t.messages.commands;
  const { completing } = open;
  const start: Button["action"] =
    completing === undefined ? { type: "ask-start", activity: id } : { type: "ask-set-up", setup: completing.name };
  const button: Button = open.takesResponses
    ? { label: say.start, action: start }
    : { label: say.read, action: { type: "learn", activity: id, share: false } };
  return entryBlocks(open.title(t), id, button);
};

const entryBlocks = (title: Text, id: string, button: Button): Card["blocks"] => [
  { type: "paragraph", text: [...title.map(embolden), plain(" · "), { type: "code", text: id }] },
  { type: "buttons", buttons: [button] },
];

const embolden = (span: Text[number]): Text[number] => (span.type === "plain" ? strong(span.text) : span);

export const drawHelp = (t: Translator): Card => {
  const say = t.messages.commands;
  return {
    title: words(t.messages.addressed.helpTitle),
    blocks: [
      { type: "paragraph", text: words(t.messages.addressed.helpIntro) },
      {
        type: "list",
        ordered: false,
        items: t.messages.addressed.usage.map(
          ({ example, meaning }): Text => [{ type: "code", text: example }, plain(` ${meaning}`)],
        ),
      },
      { type: "heading", text: words(say.termsTitle) },
      {
        type: "list",
        ordered: false,
        items: say.terms.map(({ term, meaning }): Text => [strong(term), plain(` — ${meaning}`)]),
      },
    ],
  };
};

const titleOf = (session: Session, t: Translator): Text => openFrozen(session.activity).title(t);
