/**
 * The port every adapter fulfils: what the core asks of a chat platform, and what that platform can
 * do, as data.
 */
import type { Card } from "./cards/card.ts";
import type { Address } from "./i18n/address.ts";

/** What a platform can do. The core acts on these and never on a platform's name. */
export type Capabilities = {
  /**
   * Names what stands and falls together: workspaces of one group share places for sending, and
   * what hangs in one group never holds up another. A platform's own name will do.
   */
  readonly group: string;
  /** How people speak to the bot there. */
  readonly address: Address;
  /**
   * Posting again under the same key has no second effect, so a post whose outcome is unknown may
   * be repeated.
   */
  readonly repeatablePosts: boolean;
  /** A message told to one person can be replaced later. */
  readonly updatesPrivate: boolean;
  /** What the address of a message there looks like; absent where a message has none. */
  readonly permalinks?: RegExp;
  /**
   * A reply in a thread can be shown in the channel as well, which tells those who are away: where
   * a channel has it so, or unless it has it otherwise.
   */
  readonly broadcasts: "never" | "when-chosen" | "unless-refused";
  /** It says who administers a workspace. */
  readonly tellsAdmins: boolean;
  /** The least time between two redraws of one card, in milliseconds. */
  readonly redrawWaitMs: number;
};

/** Where a message goes. `thread` is the root message's reference as this platform returned it. */
export type Destination = {
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** Where it is created as a reply, it is shown in the channel too; `capabilities.broadcasts`. */
  readonly broadcast?: boolean;
  /** Only this person sees the message. */
  readonly person?: string | undefined;
};

/**
 * What came of sending. `posted`: it stands there under `message`. `uncertain`: the platform's
 * answer leaves open whether it was posted, so it must not be sent again by itself.
 * `posted-in-part`: a card that takes several messages stands there up to a point; an update after
 * `waitMs` milliseconds posts the rest. `mayLackParts`: one of several that were created now may
 * not stand there, and is never sent again. `later`: nothing was done, try again after `waitMs`.
 * `gone`: the channel, message or permission is no more; `why` is one of the codes of
 * `messages.gone`.
 */
export type Sent =
  | { readonly type: "posted"; readonly message: string; readonly mayLackParts?: boolean }
  | {
      readonly type: "posted-in-part";
      readonly message: string;
      readonly waitMs: number;
      readonly mayLackParts?: boolean;
    }
  | { readonly type: "uncertain" }
  | { readonly type: "later"; readonly waitMs: number }
  | { readonly type: "gone"; readonly why: GoneCode };

export type GoneCode = "channel-gone" | "message-gone" | "not-a-member" | "access-revoked";

/**
 * `person` asked for it, in a channel. `thread`: everyone gets it there, where the platform lets a
 * bot share a file with everyone; else that person alone.
 */
export type FileDestination = {
  readonly workspace: string;
  readonly channel: string;
  readonly person: string;
  readonly thread?: string;
};

export type OutgoingFile = {
  /** With its ending. */
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/**
 * A chat platform. Implementers owe: a thrown error means "nothing is known to have been done" and
 * is treated as `uncertain` for `post` and as retriable for `update`; every text is escaped so that
 * it shows as typed.
 *
 * @example
 * const sent = await platform.post({ workspace, channel }, card, "s1/case");
 * if (sent.type === "posted") await platform.update({ workspace, channel }, sent.message, card);
 */
export type Platform = {
  readonly capabilities: Capabilities;
  /** Creates a message. `key` is the same whenever the same message is meant. */
  readonly post: (destination: Destination, card: Card, key: string) => Promise<Sent>;
  /** Replaces what a message shows. May be repeated freely. */
  readonly update: (destination: Destination, message: string, card: Card) => Promise<Sent>;
  /**
   * Tells one person something directly, wherever the platform reaches them; best effort, never
   * repeated. `channel` is where it happened.
   */
  readonly sendPrivately: (
    to: { readonly workspace: string; readonly channel: string; readonly person: string },
    card: Card,
  ) => Promise<void>;
  /**
   * The people of a channel, without bots; undefined where the platform can't say, or there are too
   * many to speak with each alone. Throws when it could not be asked now.
   */
  readonly listMembers: (where: {
    readonly workspace: string;
    readonly channel: string;
  }) => Promise<readonly Member[] | undefined>;
  /**
   * Those of the channels in which the person is now. Throws when it could not be asked.
   */
  readonly channelsOf: (who: {
    readonly workspace: string;
    readonly person: string;
    readonly among: readonly string[];
  }) => Promise<readonly string[]>;
  /**
   * Hands a file to one person, or to everyone in a thread, in the platform's own way; never
   * repeated. Throws when it is known not to have been handed over.
   */
  readonly sendFile: (to: FileDestination, file: OutgoingFile) => Promise<void>;
  /** What these people are called, as far as the platform says it; the others are left out. */
  readonly namesOf: (who: {
    readonly workspace: string;
    readonly channel: string;
    readonly people: readonly string[];
  }) => Promise<Readonly<Record<string, string>>>;
  /**
   * An address that leads to a message, as `post` answered it; undefined where the platform gives
   * none.
   */
  readonly linkTo: (where: {
    readonly workspace: string;
    readonly channel: string;
    readonly message: string;
  }) => Promise<string | undefined>;
  /**
   * Why nothing can be posted in a channel, asked before something is started there; undefined
   * where it can, and where the platform doesn't say in time.
   */
  readonly whyUnreachable: (where: {
    readonly workspace: string;
    readonly channel: string;
  }) => Promise<Unreachable | undefined>;
  /** Whether the person administers the workspace; false where the platform can't say. */
  readonly isAdmin: (who: { readonly workspace: string; readonly person: string }) => Promise<boolean>;
};

/**
 * The bot isn't in the channel, though it can be invited; the channel is archived or gone; it is a
 * conversation of others that the bot can't be in.
 */
export type Unreachable = "not-in-channel" | "channel-closed" | "direct-message";

/** `zone` is the person's IANA zone, where the platform knows it. */
export type Member = { readonly person: string; readonly zone?: string | undefined };
