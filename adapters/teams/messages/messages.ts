/**
 * What cards in Microsoft Teams say beside what all platforms show: their pages, ways back and
 * lists to choose from.
 */
export type TeamsMessages = {
  /** Stands where a person's name is not known. */
  readonly someone: string;
  readonly next: (args: { page: number; pages: number }) => string;
  /** Leads from a menu's first buttons to the others. */
  readonly more: string;
  readonly previous: string;
  readonly back: string;
  /** Asks for the person's own view of a card. */
  readonly refresh: string;
  /** Asks a form again for what is filled in. */
  readonly update: string;
  readonly peopleLeftOut: (args: { shown: number }) => string;
  /** Over a select beside a number. */
  readonly orChoose: string;
  readonly choose: string;
  readonly go: string;
  readonly notSaved: string;
  /** In a dialog over a conversation that the app is not in. */
  readonly notHere: string;
  /** The action in a message's own menu, in at most 32 characters, and what it does, in 128. */
  readonly decide: { readonly title: string; readonly description: string };
  /** Said in a channel to someone whose personal chat could not be opened. */
  /** What waits for a person in a conversation, what they lead and what was decided there. */
  readonly mySessions: string;
  /** Above what stands in somebody's own chat and is about another conversation. */
  readonly fromElsewhere: string;
  readonly writeToMe: string;
  /** To whoever accepts a file that is kept no longer. */
  readonly fileLost: string;
  /** To somebody of a tenant that may not use the app. */
  readonly closed: string;
  /** What the app says of itself before anyone has installed it. */
  readonly app: {
    /** At most 80 characters. */
    readonly short: string;
    /** At most 4,000 characters. */
    readonly full: string;
    /**
     * `start`, said wherever the command is offered: in a channel, a group chat or alone with the
     * app.
     */
    readonly start: string;
  };
};
