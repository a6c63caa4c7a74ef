import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A poll waits for a person-sized event on a machine that may be busy; it ends as soon as it is seen.
    expect: { poll: { timeout: 20_000 } },
    // botbuilder prints what it refuses.
    silent: "passed-only",
    include: ["test/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
