/** What names the command that people are to type, and so differs with how the bot is addressed. */
type Given = { readonly given: string; readonly nearest: readonly string[] };

export type AddressedMessages = {
  readonly helpTitle: string;
  readonly helpIntro: string;
  readonly usage: readonly { readonly example: string; readonly meaning: string }[];
  /** Stands where a person would find the sessions they facilitate. */
  readonly nothingFacilitated: string;
  /** Beside the field for a rotation of one's own. */
  readonly rotationHint: string;
  readonly refusals: {
    readonly notFound: string;
    readonly unknownCommand: (args: Given) => string;
    readonly unknownActivity: (args: Given) => string;
    readonly unknownReference: (args: Given) => string;
    readonly missingReference: string;
    readonly missingActivity: string;
    readonly unknownSource: (args: Given) => string;
    readonly noSuchSchedule: string;
    readonly scheduleChanged: string;
    /** Says how the bot is brought into a channel. */
    readonly notInChannel: string;
  };
};
