export type ScenarioMessages = Record<never, never>;
