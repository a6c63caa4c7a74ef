/**
 * How people speak to the bot where they are: given before a sentence is made, since a finished one
 * is never rewritten.
 */
export type Address = {
  /** What stands before a command: `/workshop`, `@Workshop`. */
  readonly name: string;
  /**
   * `command`: it is typed, and the platform hands over what stands behind. `mention`: the bot is
   * named in what people say.
   */
  readonly by: "command" | "mention";
  /** What people type to bring it into a channel. */
  readonly invitation: string;
};

/** How it is addressed where nothing else is said. */
export const slashCommand: Address = { name: "/workshop", by: "command", invitation: "/invite @Workshop" };
