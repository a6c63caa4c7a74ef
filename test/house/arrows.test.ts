/**
 * The arrows between the rooms hold, and each import that goes against them is refused, types
 * included.
 */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rooms } from "../../house/arrows.ts";
import { fallingArrows, judge } from "../../house/judge.ts";

const judged = (file: string, text: string): string => judge(new Map([[file, text]])).join("\n");

test("no room leans on one below it, so that there is never a circle between rooms", () => {
  expect(fallingArrows()).toEqual([]);
  expect(rooms.length).toBeGreaterThan(20);
});

test("every file stands in a room and keeps to its arrows", () => {
  const files = globSync("{src,adapters,migrations}/**/*.{ts,tsx}");
  expect(files.length).toBeGreaterThan(250);
  expect(judge(new Map(files.map((file) => [file, readFileSync(file, "utf8")])))).toEqual([]);
});

test("at the root of the core stand four files alone", () => {
  const files = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name).sort()).toEqual(["clock.ts", "main.ts", "platform.ts", "workshop.ts"]);
});

describe("refused is", () => {
  test.each([
    ["an adapter that imports another", "adapters/slack/inbound.ts", "../teams/pauses.ts"],
    ["an adapter that imports a database", "adapters/teams/inbound.ts", "../../src/store/sql-store.ts"],
    ["an adapter that decides", "adapters/teams/inbound.ts", "../../src/requests/respond.ts"],
    ["an adapter that starts the program", "adapters/slack/open.ts", "../../src/main.ts"],
    ["an adapter that sees the outbox", "adapters/slack/open.ts", "../../src/delivery/outbox.ts"],
    ["a card that imports the store", "src/cards/session/ballot-card.ts", "../../store/sql-store.ts"],
    ["a card that imports the store's port", "src/cards/session/ballot-card.ts", "../../store/port/store.ts"],
    ["a card that imports the outbox", "src/cards/private/menu-cards.ts", "../../delivery/outbox.ts"],
    ["a card's words that import a drawn card", "src/cards/card.ts", "./session/ballot-card.ts"],
    ["a language that imports the store", "src/i18n/translator.ts", "../store/port/store.ts"],
    ["a language that imports a session", "src/i18n/messages/session.ts", "../../session/session.ts"],
    ["a session that imports the store", "src/session/decide.ts", "../store/port/store.ts"],
    ["a kind that imports a request", "src/activities/roi/kind.ts", "../../requests/context.ts"],
    ["a request that imports what is due", "src/requests/respond.ts", "../due/run-due.ts"],
    ["a request that imports a database", "src/requests/respond.ts", "../store/open.ts"],
    ["the workshop that imports the store itself", "src/workshop.ts", "./store/open.ts"],
    ["the workshop that imports the outbox", "src/workshop.ts", "./delivery/outbox.ts"],
    ["the core that imports an adapter", "src/operating/serve.ts", "../../adapters/slack/adapter.ts"],
    ["the store that imports a request", "src/store/commit.ts", "../requests/respond.ts"],
    ["the outbox that imports the workshop", "src/delivery/outbox.ts", "../workshop.ts"],
    ["the core that imports a test's world", "src/workshop.ts", "../testkit/world.ts"],
  ])("%s", (_what, file, target) => {
    const written = [
      `import { it } from "${target}";\n`,
      `import type { It } from "${target}";\n`,
      `import { type It } from "${target}";\n`,
      `import "${target}";\n`,
      `export * from "${target}";\n`,
      `export type { It } from "${target}";\n`,
      `type It = import("${target}").It;\n`,
      `type It = typeof import("${target}");\n`,
      `const it = await import("${target}");\n`,
    ];
    for (const text of written) expect(judged(file, `\n${text}`)).toMatch(/:2 \S+ may not import [a-z]\S+\.ts$/);
  });

  test.each([
    ["src/session/decide.ts", "new Date()", "Date"],
    ["src/session/decide.ts", "new Date(0)", "new Date(…)"],
    ["src/schedule/recurrence.ts", "Date.now()", "Date"],
    ["src/activities/roi/kind.ts", "Math.random()", "Math.random"],
    ["src/analysis/shuffle.ts", "Math.random()", "Math.random"],
    ["src/analysis/shuffle.ts", "[].map(Math.random)", "Math.random"],
    ["src/cards/plain.ts", "new Date()", "Date"],
    ["src/i18n/translator.ts", "Date.now()", "Date"],
    ["src/commands/deadline.ts", "Temporal.Now.instant()", "Temporal.Now"],
    ["src/cards/session/ballot-card.ts", "setTimeout(() => 1, 1)", "setTimeout"],
    ["src/packs/parse.ts", "process.env.HOME", "process"],
    ["src/text/cut.ts", "performance.now()", "performance.now"],
    ["src/activities/kinds.ts", "crypto.randomUUID()", "crypto.randomUUID"],
    ["src/activities/kinds.ts", 'fetch("http://a")', "fetch"],
  ])("in %s: %s", (file, expression, what) => {
    expect(judged(file, `\nexport const it = ${expression};\n`)).toMatch(`${file}:2 ${what} leads out of src/`);
  });

  test.each([
    ["src/session/decide.ts", "node:crypto"],
    ["src/cards/session/ballot-card.ts", "node:fs"],
    ["src/cards/card.ts", "kysely"],
    ["src/activities/roi/kind.ts", "express"],
    ["src/requests/respond.ts", "better-sqlite3"],
    ["src/workshop.ts", "kysely"],
    ["src/workshop.ts", "@slack/web-api"],
  ])("in %s the package %s", (file, name) => {
    expect(judged(file, `import type { It } from "${name}";`)).toContain(`may not import the package ${name}`);
  });

  test("a circle of files, of types too", () => {
    const circle = judge(
      new Map([
        ["src/session/a.ts", 'import type { B } from "./b.ts";'],
        ["src/session/b.ts", 'export type { C } from "./c.ts";'],
        ["src/session/c.ts", 'type A = import("./a.ts").A;'],
      ]),
    );
    expect(circle).toEqual(["src/session/a.ts → src/session/b.ts → src/session/c.ts → src/session/a.ts is a circle"]);
  });

  test("a file that stands in no room", () => expect(judged("src/helpers/any.ts", "")).toContain("stands in no room"));
});

test("what only looks like a way out is none", () => {
  const text = "export type It = { readonly process: string }; export const date = (it: It) => it.process;";
  expect(judged("src/session/decide.ts", text)).toBe("");
});
