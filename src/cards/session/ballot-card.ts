/**
 * The ballot of one round, in the thread: every option with its button, and who has responded.
 * Never what they chose.
 */
import type { BallotButton } from "../../activities/asking.ts";
import type { Translator } from "../../i18n/translator.ts";
import { askedCount, missingOf } from "../../session/roles.ts";
import type { Session } from "../../session/session.ts";
import { countStanding, type StandingResponse } from "../../session/standing.ts";
import { maySeeRoll } from "../../session/visibility.ts";
import { join, plain, strong, type Text, time, words } from "../../text/text.ts";
import type { Block, Button, Card } from "../card.ts";
import type { FieldOption } from "../form.ts";
import { nameOf } from "../name-of.ts";
import { changesOf } from "./changes.ts";
import { type SessionView, standingOf } from "./session-view.ts";

/** Names beyond this many are counted, not listed: a list nobody reads. */
const namesMax = 30;

export const drawBallot = (view: SessionView, round: number): Card => {
  const { session, activity, t } = view;
  const say = t.messages.session;
  const open = session.state === "collecting" && session.round === round;
  const options = activity.options(t);
  const asked = activity.asked(t);
  return {
    title: words(options.length === 0 ? say.responsesTitle({ round }) : say.ballotTitle({ round })),
    blocks: [
      ...(open ? [{ type: "paragraph", text: words(asked.hint) } as const] : []),
      // While the buttons stand there, a list that only repeats their labels would be noise.
      ...(options.length === 0 || (open && options.every((option) => isOnButton(option, activity.buttons(t))))
        ? []
        : [{ type: "list", ordered: true, items: options.map(itemOf) } as const]),
      ...(open ? [buttonsOf(view, round)] : []),
      ...changesOf(session, t),
      { type: "paragraph", text: rollText(view, round) },
      ...(open && session.deadline !== null
        ? [{ type: "note", text: [plain(`${say.endsAt}: `), time(session.deadline)] } as const]
        : []),
      ...endNote(open ? asked.unseen : say.ballotOver),
    ],
  };
};

/** Whether a button says all there is to say of an option. */
const isOnButton = ({ id, description }: FieldOption, buttons: readonly BallotButton[]): boolean =>
  description === undefined && buttons.some(({ option }) => option === id);

const endNote = (sentence: string | undefined): readonly Block[] =>
  sentence === undefined ? [] : [{ type: "note", text: words(sentence) }];

const itemOf = ({ label, description }: FieldOption): Text => [
  strong(label),
  ...(description === undefined ? [] : [plain(` — ${description}`)]),
];

const buttonsOf = (view: SessionView, round: number): Block => {
  const { session, activity, t } = view;
  const action = { type: "ask-response", session: session.id, round } as const;
  const answering = activity
    .buttons(t)
    .map(
      ({ label, option }): Button =>
        option === undefined
          ? { label, style: "primary", action }
          : { label, action: { ...action, option, ...editionOf(session) } },
    );
  const { kept } = countStanding(standingOf(view, round));
  const staying = kept === 0 ? [] : [stayButton(session, t)];
  return { type: "buttons", buttons: [...answering, ...staying, ...addingButton(view)] };
};

/** Nothing before any change, as on buttons that were drawn before there was one. */
const editionOf = ({ changes: { edition } }: Session) => (edition === 0 ? {} : { edition });

/** Offered to everyone alike, as it is the table that says who may. */
const addingButton = ({ session, activity, t }: SessionView): readonly Button[] => {
  const isOffered = session.settings.open && session.round === 1 && (activity.mending?.optionsLeft ?? 0) > 0;
  const action = { type: "ask-option", session: session.id, round: session.round } as const;
  return isOffered ? [{ label: t.messages.session.optionForm.button, action }] : [];
};

/** Stays with what one said before, in one press. */
export const stayButton = ({ id, round }: Session, t: Translator): Button => ({
  label: t.messages.session.standing.stay,
  action: { type: "stay", session: id, round },
});

/**
 * Who has responded and who stands by an earlier round, or only how many when the session is
 * anonymous.
 */
export const rollText = (view: SessionView, round: number): Text => {
  const say = view.t.messages.session;
  const standing = standingOf(view, round);
  const counted = standingText(view, round);
  if (!maySeeRoll(view.session) || standing.length > namesMax) return words(counted);
  const namesOf = (kept: boolean): Text =>
    join(
      standing
        .filter((response) => response.kept === kept)
        .map(({ participant }): Text => [nameOf(participant, view.t)]),
      " ",
    );
  const [answered, kept] = [namesOf(false), namesOf(true)];
  return [
    plain(counted),
    ...(answered.length === 0 ? [] : [plain(" "), ...answered]),
    ...(kept.length === 0 ? [] : [plain(` · ${say.standing.keptNames}: `), ...kept]),
    ...missingText(view, standing),
  ];
};

/** Who is asked and hasn't said anything; never where nobody may know who has. */
const missingText = ({ session, t }: SessionView, standing: readonly StandingResponse[]): Text => {
  const missing = missingOf(session, new Set(standing.map(({ participant }) => participant)));
  if (missing.length === 0) return [];
  const names = missing.map((person): Text => [nameOf(person, t)]);
  return [plain(` · ${t.messages.roles.missing}: `), ...join(names, " ")];
};

/** How many have responded in a round, and how many stand by what they said before. */
export const standingText = (view: SessionView, round: number): string => {
  const say = view.t.messages.session;
  const { total, answered, kept } = countStanding(standingOf(view, round));
  const { session } = view;
  const asked = askedCount(session, total);
  if (asked !== undefined && kept === 0) return view.t.messages.roles.responded({ count: total, asked });
  if (total === 0) return session.state === "collecting" && session.round === round ? say.nobodyYet : say.nobody;
  return kept === 0 ? say.responded({ count: total }) : say.standing.counts({ total, answered, kept, round });
};
