import type { ScenarioMessages } from "../messages/scenario.ts";

export const scenario: ScenarioMessages = {};
