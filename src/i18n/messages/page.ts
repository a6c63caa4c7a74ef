export type PageMessages = Record<never, never>;
