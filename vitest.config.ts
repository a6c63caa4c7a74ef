import { defineConfig } from "vitest/config";

/** Tests that start nothing: no process, no browser, no server of a database. */
const alone = [
  "test/{activities,analysis,cards,commands,delivery,house,packs,requests,schedule,search,session}/**/*.test.ts",
  "test/playground/{colours,demo,layout-flow}.test.ts",
  "test/slack/{config,draw,manifest}.test.ts",
  "test/store/{address,due-work,sqlite}.test.ts",
  "test/teams/{config,draw,files,package}.test.ts",
];

export default defineConfig({
  test: {
    // A poll waits for a person-sized event on a machine that may be busy; it ends as soon as it is
    // seen.
    expect: { poll: { timeout: 20_000 } },
    // botbuilder prints what it refuses.
    silent: "passed-only",
    testTimeout: 180_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "unit", include: alone, isolate: false } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: alone,
          globalSetup: "test/global-setup.ts",
        },
      },
    ],
  },
});
