/**
 * The name under which a person stands who was forgotten: the same within one session, so that how
 * opinion moved still shows, and no way back.
 */

const prefix = "forgotten:";

/** `id` is random and used for one session alone. */
export const forgottenPerson = (id: string): string => `${prefix}${id}`;

export const isForgotten = (person: string): boolean => person.startsWith(prefix);
