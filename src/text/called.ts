/**
 * How people and channels stand in a command's words once an adapter has found out who is meant: an
 * id between two signs of Unicode's private use, which nobody types. What comes back from a client
 * may hold any id, so each is checked where it is taken.
 */

const opens = "\u{E000}";
const closes = "\u{E001}";
const idSigns = "[A-Za-z0-9._:@-]{1,128}";

const person = new RegExp(`^${opens}@(${idSigns})${closes},?$`, "u");
const anyone = new RegExp(`${opens}@(${idSigns})${closes}`, "gu");
const anywhere = new RegExp(`${opens}#(${idSigns})/([^${opens}${closes}]*)${closes}`, "gu");
const id = new RegExp(`^${idSigns}$`, "u");

/** Whether a text can be somebody's id on any platform. */
export const isPersonId = (text: string): boolean => id.test(text);

/** What people typed, before anybody's id is put into it. */
export const withoutCalls = (typed: string): string => typed.replaceAll(opens, "").replaceAll(closes, "");

export const callPerson = (personId: string): string => `${opens}@${personId}${closes}`;

export const callChannel = (channelId: string, name: string): string =>
  `${opens}#${channelId}/${withoutCalls(name).replaceAll(/\s+/gu, "-")}${closes}`;

/** Whether a word is somebody's name, and nothing else. */
export const isCalled = (word: string): boolean => person.test(word);

/** Each of these people once; undefined where a word is none. */
export const calledIn = (words: string): readonly string[] | undefined => {
  const ids = words
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => person.exec(word)?.[1]);
  const found = ids.flatMap((one) => one ?? []);
  return found.length === 0 || found.length < ids.length ? undefined : [...new Set(found)];
};

/** Everyone who is named anywhere in a text, each once. */
export const everyoneCalled = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(anyone)].flatMap(([, found]) => found ?? [])),
];

/**
 * The text as its reader sees it. `nameOf` answers undefined for whom nobody knows.
 *
 * @example
 * withNames(`Should ${callPerson("U1")} lead?`, () => "Ann"); // Should @Ann lead?
 */
export const withNames = (text: string, nameOf: (personId: string) => string | undefined): string =>
  withoutCalls(
    text
      .replaceAll(anyone, (_whole, found: string) => `@${nameOf(found) ?? found}`)
      .replaceAll(anywhere, (_whole, found: string, name: string) => `#${name || found}`),
  );
