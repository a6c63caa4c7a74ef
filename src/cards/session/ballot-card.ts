/** The ballot of one round, in the thread: every option with its button, and who has responded. Never what they chose. */
import { maySeeRoll } from "../../session/visibility.ts";
import { join, plain, strong, type Text, time, words } from "../../text/text.ts";
import type { Block, Card } from "../card.ts";
import type { FieldOption } from "../form.ts";
import { nameOf } from "../name-of.ts";
import { responsesOf, type SessionView } from "./session-view.ts";

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
      ...(options.length === 0 || (open && options.every(({ description }) => description === undefined))
        ? []
        : [{ type: "list", ordered: true, items: options.map(itemOf) } as const]),
      ...(open ? [buttonsOf(view, round)] : []),
      { type: "paragraph", text: rollText(view, round) },
      ...(open && session.deadline !== null
        ? [{ type: "note", text: [plain(`${say.endsAt}: `), time(session.deadline)] } as const]
        : []),
      ...endNote(open ? asked.unseen : say.ballotOver),
    ],
  };
};

const endNote = (sentence: string | undefined): readonly Block[] =>
  sentence === undefined ? [] : [{ type: "note", text: words(sentence) }];

const itemOf = ({ label, description }: FieldOption): Text => [
  strong(label),
  ...(description === undefined ? [] : [plain(` — ${description}`)]),
];

const buttonsOf = (view: SessionView, round: number): Block => {
  const { session, activity, t } = view;
  const options = activity.options(t);
  const action = { type: "ask-response", session: session.id, round } as const;
  return {
    type: "buttons",
    buttons:
      options.length === 0
        ? [{ label: t.messages.session.respond, style: "primary", action }]
        : options.map((option) => ({ label: option.label, action: { ...action, option: option.id } })),
  };
};

/** How many have responded, or did while the round was open. */
export const countText = (view: SessionView, round: number): string => {
  const { session, t } = view;
  const say = t.messages.session;
  const count = responsesOf(view, round).length;
  if (count > 0) return say.responded({ count });
  return session.state === "collecting" && session.round === round ? say.nobodyYet : say.nobody;
};

/** Who has responded, or only how many when the session is anonymous. */
export const rollText = (view: SessionView, round: number): Text => {
  const responses = responsesOf(view, round);
  const count = countText(view, round);
  if (responses.length === 0) return words(count);
  if (!maySeeRoll(view.session) || responses.length > namesMax) return words(count);
  const names = responses.map(({ participant }): Text => [nameOf(participant, view.t)]);
  return [plain(`${count} `), ...join(names, " ")];
};
