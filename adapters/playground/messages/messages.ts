/** What the playground's page says, and its server beside what all platforms say. */
export type PlaygroundMessages = {
  readonly product: string;
  readonly skip: string;
  readonly channels: string;
  readonly speakAs: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<"system" | "light" | "dark", string>>;
  readonly messagesIn: (args: { channel: string }) => string;
  readonly thread: string;
  readonly closeThread: string;
  /** Opens a question about a message. */
  readonly decide: string;
  /** Opens what the channel says of a session already. */
  readonly showCase: string;
  readonly replies: (args: { count: number }) => string;
  readonly unread: (args: { count: number }) => string;
  readonly workshop: string;
  readonly bot: string;
  readonly onlyYou: string;
  readonly dismiss: string;
  readonly composer: (args: { channel: string }) => string;
  readonly composerThread: string;
  readonly send: string;
  readonly completions: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly tryScenario: string;
  readonly notSent: string;
  readonly offline: string;
  /** How far off an instant of this minute is. */
  readonly justNow: string;
  readonly optional: string;
  readonly length: (args: { length: number; max: number }) => string;
  readonly nobodyChosen: string;
  readonly chart: (args: { title: string; unit: string; figures: string }) => string;
  /** What a chart's button says, before it copied it as a picture and after. */
  readonly picture: Readonly<Record<"copy" | "copied" | "saved", string>>;
  /**
   * For somebody who opened the page under a name that isn’t allowed; told as JSON, to whoever runs
   * it.
   */
  readonly foreignHost: string;
  /** What people say who aren't there, and what is said of them. */
  readonly demo: {
    readonly stated: string;
    /** `option`: what they chose, where they chose something. */
    readonly sayings: readonly ((args: { option: string | undefined }) => string)[];
    readonly decision: string;
  };
  readonly exampleIs: string;
  readonly removeExample: string;
  readonly seeReveal: string;
  readonly tryAlone: string;
  readonly noSuchSlash: (args: { given: string }) => string;
};
