/**
 * Which room of the house may lean on which, types included. Rooms stand in order: one may import
 * from rooms above its own line alone, so that there is never a circle between two.
 */

export type Room = {
  /** A folder with all in it, a folder's own files (`…/*`), or one file. */
  readonly at: string;
  /** The rooms it may import from, by `at`; or single files of rooms that it sees no more of. */
  readonly from: readonly string[];
  /** What it may import from outside, with all below it; `any` where the room is an edge. */
  readonly packages: readonly string[] | "any";
  /** Pure: the same answer to the same question, whenever and wherever it is asked. */
  readonly pure: boolean;
  /** What a pure room takes all the same: `new Date(…)` writes out an instant that was given. */
  readonly takes?: readonly string[];
};

const edge = { packages: "any", pure: false } as const;
const pure = (...packages: readonly string[]) => ({ packages, pure: true }) as const;

const words = ["src/i18n", "src/text"];
const rules = ["src/session", "src/analysis", "src/schedule", "src/settings"];
const content = ["src/activities", "src/packs"];
const cards = ["src/cards/private", "src/cards/forms", "src/cards/session"];
/** What the core asks of those who are plugged in. */
const ports = ["src/clock.ts", "src/platform.ts", "src/store/port"];
const core = [
  ...words,
  ...rules,
  "src/cards/*",
  ...content,
  "src/search",
  "src/commands",
  ...cards,
  "src/export",
  ...ports,
];

export const rooms: readonly Room[] = [
  { at: "src/clock.ts", from: [], packages: ["node:crypto"], pure: false },
  { at: "src/i18n", from: [], ...pure("zod"), takes: ["new Date(…)"] },
  { at: "src/text", from: [], ...pure("fastest-levenshtein", "lru-cache", "mdast", "mdast-util-from-markdown") },
  // Chance comes from a keyed hash, and what computes too long is broken off by a clock of the
  // engine's own.
  { at: "src/analysis", from: [], ...pure("@marcbachmann/cel-js", "node:crypto", "node:vm", "zod") },
  { at: "src/session", from: words, ...pure() },
  { at: "src/schedule", from: [...words, "src/session"], ...pure("cron-parser", "temporal-polyfill", "zod") },
  { at: "src/settings", from: [...words, "src/schedule"], ...pure("zod") },
  { at: "src/cards/*", from: [...words, "src/session"], ...pure("zod"), takes: ["new Date(…)"] },
  {
    at: "src/activities",
    from: [...words, "src/analysis", "src/session", "src/settings", "src/cards/*"],
    ...pure("zod"),
  },
  {
    at: "src/packs",
    from: [...words, "src/activities"],
    ...pure("node:fs/promises", "node:path", "yaml", "zod"),
  },
  { at: "src/search", from: [...words, "src/session", "src/cards/*", ...content], ...pure() },
  {
    at: "src/commands",
    from: [...words, "src/session", "src/schedule", "src/cards/*", ...content],
    ...pure("temporal-polyfill", "zod"),
  },
  { at: "src/cards/session", from: [...words, ...rules, "src/cards/*", ...content], ...pure() },
  {
    at: "src/cards/private",
    from: [...words, ...rules, "src/cards/*", ...content, "src/search", "src/commands", "src/cards/session"],
    ...pure(),
  },
  {
    at: "src/cards/forms",
    from: [...words, ...rules, "src/cards/*", ...content, "src/commands", "src/cards/private"],
    ...pure("zod"),
  },
  {
    at: "src/export",
    from: [...words, "src/session", "src/cards/*", "src/activities", "src/cards/session"],
    ...pure("csv-stringify", "mdast", "mdast-util-to-markdown", "yaml", "zod"),
    takes: ["new Date(…)"],
  },
  { at: "src/platform.ts", from: [...words, "src/cards/*"], ...pure() },
  { at: "src/store/port", from: [...words, "src/analysis", "src/session", "src/schedule", "src/settings"], ...pure() },
  { at: "src/requests", from: core, packages: ["node:crypto", "node:util", "zod"], pure: false },
  { at: "src/due", from: [...core, "src/requests"], packages: [], pure: false },
  { at: "src/workshop.ts", from: [...core, "src/requests", "src/due"], packages: ["zod"], pure: false },
  {
    at: "src/delivery",
    from: [...words, "src/analysis", "src/session", "src/cards/*", ...ports],
    packages: [],
    pure: false,
  },
  { at: "migrations", from: [], ...edge },
  {
    at: "src/store",
    from: [...words, "src/analysis", "src/session", "src/schedule", "src/settings", ...ports, "migrations"],
    ...edge,
  },
  {
    at: "src/operating",
    from: [...core, "src/requests", "src/due", "src/workshop.ts", "src/delivery", "src/store"],
    ...edge,
  },
  // One adapter sees its own folder alone, the workshop's terms, and what is written once for all
  // of them.
  {
    at: "adapters/<name>",
    from: [
      ...words,
      ...rules,
      "src/cards/*",
      "src/cards/forms/form-token.ts",
      "src/commands",
      "src/clock.ts",
      "src/platform.ts",
      "src/requests/request.ts",
      "src/requests/home.ts",
      "src/workshop.ts",
      "src/delivery/waits.ts",
      "src/delivery/answer-in-time.ts",
      "src/delivery/draw-in-time.ts",
      "src/store/port",
      "src/store/records.ts",
      "src/store/tables.ts",
      "src/operating/adapter.ts",
      "src/operating/environment.ts",
      "src/operating/examined.ts",
      "src/operating/known-people.ts",
      "src/operating/seldom.ts",
    ],
    ...edge,
  },
  { at: "src/main.ts", from: ["src/operating", "adapters/<name>"], ...edge },
];
