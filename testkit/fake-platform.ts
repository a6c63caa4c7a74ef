/** A platform in memory that obeys the port, and can be told how the next calls go. */

import type { Card } from "../src/cards/card.ts";
import { plainCard } from "../src/cards/plain.ts";
import { slashCommand } from "../src/i18n/address.ts";
import type {
  Capabilities,
  Destination,
  FileDestination,
  Member,
  OutgoingFile,
  Platform,
  Sent,
  Unreachable,
} from "../src/platform.ts";

export type Shown = { readonly destination: Destination; readonly card: Card };

export type FakePlatform = Platform & {
  readonly shown: Map<string, Shown>;
  /** Every call that reached it, in order. */
  readonly calls: string[];
  /** What was told to whom directly. */
  readonly told: string[];
  /** Takes the place of what the next call would answer; a function may throw. */
  readonly next: (() => Sent)[];
  /** Who is in every channel; undefined when this platform can't say. */
  members: readonly Member[] | undefined;
  admins: readonly string[];
  /** In which channels somebody is; in all of them who isn't named. */
  readonly channels: Map<string, readonly string[]>;
  /** What was handed over, oldest first. */
  readonly files: { readonly to: FileDestination; readonly file: OutgoingFile }[];
  /** Whether it can't be asked now who is where, and takes no files. */
  isAway: boolean;
  /** Why nothing can be posted in any channel. */
  unreachable: Unreachable | undefined;
};

export const fakePlatform = (capabilities: Partial<Capabilities> = {}): FakePlatform => {
  const shown = new Map<string, Shown>();
  const calls: string[] = [];
  const told: string[] = [];
  const next: (() => Sent)[] = [];
  const platform: FakePlatform = {
    members: undefined,
    admins: [],
    channels: new Map(),
    files: [],
    isAway: false,
    listMembers: async () => platform.members,
    channelsOf: async ({ person, among }) => {
      if (platform.isAway) throw new Error("The platform is away");
      return among.filter((channel) => platform.channels.get(person)?.includes(channel) ?? true);
    },
    sendFile: async (to, file) => {
      if (platform.isAway) throw new Error("The platform is away");
      platform.files.push({ to, file });
    },
    namesOf: async ({ people }) => Object.fromEntries(people.map((person) => [person, `${person.toUpperCase()} Name`])),
    linkTo: async ({ channel, message }) => `https://chat.example/${channel}/${encodeURIComponent(message)}`,
    unreachable: undefined,
    whyUnreachable: async () => platform.unreachable,
    isAdmin: async ({ person }) => platform.admins.includes(person),
    capabilities: {
      address: slashCommand,
      group: "fake",
      repeatablePosts: false,
      updatesPrivate: true,
      permalinks: /^https:\/\/chat\.example\/m\/\d+$/u,
      broadcasts: "never",
      tellsAdmins: true,
      redrawWaitMs: 2000,
      ...capabilities,
    },
    shown,
    calls,
    told,
    next,
    post: async (destination, card, key) => {
      calls.push(`post ${key}`);
      const told = next.shift()?.();
      if (told !== undefined) return told;
      shown.set(key, { destination, card });
      return { type: "posted", message: key };
    },
    update: async (destination, message, card) => {
      calls.push(`update ${message}`);
      const told = next.shift()?.();
      if (told !== undefined) return told;
      if (!shown.has(message)) return { type: "gone", why: "message-gone" };
      shown.set(message, { destination, card });
      return { type: "posted", message };
    },
    sendPrivately: async ({ person }, card) => {
      told.push(`${person}: ${plainCard(card)}`);
    },
  };
  return platform;
};
