/** `forget`: takes a person out of the database, beside a program that may be running on it. */
import { openFrozen } from "../../activities/kinds.ts";
import { randomIds } from "../../clock.ts";
import { translatorFor } from "../../i18n/translator.ts";
import { endLeaderless } from "../../requests/forget-person.ts";
import { hashPerson } from "../../requests/participant.ts";
import { textOf } from "../../search/session-text.ts";
import { forgottenPerson } from "../../session/forgotten.ts";
import { findText } from "../../store/find-text.ts";
import { forgetInRows } from "../../store/forget.ts";
import { openStoreBeside } from "../../store/open.ts";
import type { Records } from "../../store/records.ts";
import { wipe } from "../../store/wipe.ts";
import type { Config } from "../config.ts";
import { answerWith } from "./answer-with.ts";

type Named = { readonly workspace: string; readonly person: string };

export const forget = async (
  config: Config,
  records: readonly Records[],
  { workspace, person }: Named,
): Promise<void> => {
  const say = translatorFor(config.locale).messages.operating.forget;
  const { store, database, clock, shared } = await openStoreBeside(config.databaseUrl);
  try {
    const forgotten = await forgetInRows(database, {
      workspace,
      person,
      pseudonym: () => forgottenPerson(randomIds.next()),
      participantIn: (key) => hashPerson(person, key),
      withoutWords: (activity, answer) => openFrozen(activity).withoutWords(answer),
      textOf,
      records,
      at: clock.now(),
    });
    const ended = await endLeaderless({ store, clock }, workspace, forgotten.sessions);
    const { sessions, responses, schedules } = forgotten;
    answerWith(say.done({ sessions: sessions.length, responses, schedules, ended }));
    const left = await findText(database, person);
    if (left.length > 0) answerWith(say.left({ where: left }), "failed");
    if (!shared && !(await wipe(database))) answerWith(say.logInUse, "failed");
  } finally {
    await store.close();
  }
};
