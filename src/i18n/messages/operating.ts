/** What the command line tells whoever operates the program. */
export type OperatingMessages = {
  readonly backup: {
    readonly done: (args: { file: string }) => string;
    readonly notAFile: string;
    readonly noDatabase: (args: { file: string }) => string;
    readonly noFolder: (args: { file: string }) => string;
    readonly exists: (args: { file: string }) => string;
  };
};
