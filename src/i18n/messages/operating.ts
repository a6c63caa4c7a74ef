/** What the command line tells whoever operates the program. */
export type OperatingMessages = {
  readonly backup: {
    readonly done: (args: { file: string }) => string;
    readonly notAFile: string;
    readonly noDatabase: (args: { file: string }) => string;
    readonly noFolder: (args: { file: string }) => string;
    readonly exists: (args: { file: string }) => string;
  };
  readonly forget: {
    /** `ended`: sessions that nobody leads any more. */
    readonly done: (args: { sessions: number; responses: number; schedules: number; ended: number }) => string;
    /** `where`: tables and columns. */
    readonly left: (args: { where: readonly string[] }) => string;
    readonly logInUse: string;
  };
  readonly export: {
    readonly done: (args: { sessions: number; folder: string }) => string;
    readonly nothing: (args: { workspace: string }) => string;
  };
  readonly doctor: {
    readonly parts: Readonly<
      Record<"database" | "packs" | "address" | "token" | "scopes" | "credentials" | "clock", string>
    >;
    readonly ok: string;
    readonly unchecked: string;
    readonly database: Readonly<
      Record<"none" | "current" | "behind" | "newer", (args: { migrations: readonly string[] }) => string>
    >;
    readonly addressUnasked: string;
    readonly addressReady: (args: { address: string }) => string;
    readonly addressUnready: (args: { address: string; status: number }) => string;
    readonly addressUnreachable: (args: { address: string }) => string;
    readonly refused: (args: { variable: string; why: string }) => string;
    readonly scopesMissing: (args: { scopes: readonly string[] }) => string;
    readonly unreachable: (args: { host: string }) => string;
    readonly clockOff: (args: { seconds: number; ahead: boolean }) => string;
  };
  readonly newer: (args: { migrations: readonly string[] }) => string;
  /** Why a database of SQLite can't be served, and what to do. */
  readonly unusable: Readonly<
    Record<
      "served" | "locked" | "not-a-database" | "damaged" | "not-allowed" | "no-folder",
      (args: { file: string }) => string
    >
  >;
};
