export type PacksMessages = Record<never, never>;
