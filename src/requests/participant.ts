/**
 * How a person stands in a session's responses: by id, or by a keyed hash that nobody can turn back
 * once the key is gone.
 */
import { createHmac } from "node:crypto";
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
