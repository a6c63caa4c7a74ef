/**
 * What a session is found by: its title, question and options in every language; once it is
 * revealed, also its decision and the reasons that everyone may see. Names are never among it.
 */

import { openFrozen } from "../activities/kinds.ts";
import type { OpenActivity } from "../activities/open-activity.ts";
import { plainCard, plainText } from "../cards/plain.ts";
import { languageCodes } from "../i18n/languages.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Response, Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import { indexed } from "./terms.ts";

/** A piece of what a session says, as it stands there. */
export type Passage = {
  readonly part: "title" | "question" | "option" | "decision" | "review" | "reason";
  readonly text: string;
};

/** Undefined for a card that is only read, and for what this program can't open. */
export const passagesOf = (session: Session, responses: readonly Response[]): readonly Passage[] | undefined => {
  const activity = openedIn(session);
  if (activity?.takesResponses !== true) return undefined;
  const asked = languageCodes.flatMap((code): Passage[] => {
    const t = translatorFor(code);
    const options = activity.options(t).flatMap(({ label, description = "" }) => [label, description]);
    return [
      { part: "title", text: plainText(activity.title(t)) },
      { part: "question", text: plainCard({ title: [], blocks: activity.opening(t) }) },
      ...options.map((text): Passage => ({ part: "option", text })),
    ];
  });
  const told = maySeeChoices(session) ? toldOf(session, responses) : [];
  const once = new Map([...told, ...asked].map((passage) => [`${passage.part} ${passage.text}`, passage]));
  return [...once.values()].filter(({ text }) => text.trim() !== "");
};

/** What doesn't open is found by nothing; its session can be ended or called off all the same. */
const openedIn = ({ activity }: Session): OpenActivity | undefined => {
  try {
    return openFrozen(activity);
  } catch {
    return undefined;
  }
};

const toldOf = (session: Session, responses: readonly Response[]): readonly Passage[] => {
  const { id, settings, round, decision } = session;
  const { anonymous, discussion } = settings;
  const { shown } = openFrozen(session.activity).bareReasons({ session: id, anonymous, discussion, round, responses });
  return [
    ...(decision === null ? [] : [{ part: "decision", text: decision.text } as const]),
    ...[decision?.expects?.text, ...session.reviewing.reviews.map(({ text }) => text)]
      .filter((text) => text !== undefined)
      .map((text): Passage => ({ part: "review", text })),
    ...(decision?.against === undefined ? [] : [{ part: "decision", text: decision.against.reason } as const]),
    ...shown.map((text): Passage => ({ part: "reason", text })),
  ];
};

/** The same as one text for the index; see `TextOf` of the store. */
export const textOf = (session: Session, responses: readonly Response[]): string | undefined => {
  const passages = passagesOf(session, responses);
  return passages && indexed(passages.map(({ text }) => text).join("\n"));
};
