/**
 * How a person stands in a session's responses: by id, or by a keyed hash that nobody can turn back
 * once the key is gone.
 */
import { createHmac } from "node:crypto";
import { isForgotten } from "../session/forgotten.ts";
import { expectedOf } from "../session/roles.ts";
import type { Session } from "../session/session.ts";
import type { WorkspaceStore } from "../store/port/store.ts";

/** HMAC-SHA-256 of the person's id, as 43 characters of base64url. */
export const hashPerson = (person: string, key: Uint8Array): string =>
  createHmac("sha256", key).update(person).digest("base64url");

/**
 * The participant a person is in this session; undefined when it is anonymous and its key is gone,
 * that is after the reveal.
 */
export const participantFor = async (
  session: Session,
  person: string,
  store: WorkspaceStore,
): Promise<string | undefined> => {
  if (!session.settings.anonymous) return person;
  const key = await store.loadParticipantKey(session.id);
  return key === undefined ? undefined : hashPerson(person, key);
};

/**
 * All whose responses end the round, as participants; undefined where it ends otherwise, or no
 * longer.
 */
export const everyoneIn = async (session: Session, store: WorkspaceStore): Promise<readonly string[] | undefined> => {
  if (!session.settings.endWhenAll) return undefined;
  const people = expectedOf(session).filter((person) => !isForgotten(person));
  if (!session.settings.anonymous) return people;
  const key = await store.loadParticipantKey(session.id);
  return key && people.map((person) => hashPerson(person, key));
};
