/** Half a configuration stops the start, naming each missing variable and where it is found. */
import { expect, test } from "vitest";
import { readConfig } from "../../src/operating/config.ts";

const secret = "0123456789abcdef0123456789abcdef";

test.each([
  [{ SLACK_BOT_TOKEN: "xoxb-1" }, ["SLACK_SIGNING_SECRET", "Basic Information"]],
  [{ SLACK_SIGNING_SECRET: "s" }, ["SLACK_BOT_TOKEN", "OAuth & Permissions"]],
  [{ SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN"]],
  [{ SLACK_CLIENT_ID: "1.2" }, ["SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET", "WORKSHOP_SECRET"]],
  [
    { SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "c", SLACK_SIGNING_SECRET: "s", WORKSHOP_SECRET: "short" },
    ["WORKSHOP_SECRET", "32 characters"],
  ],
  [
    {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "c",
      SLACK_SIGNING_SECRET: "s",
      WORKSHOP_SECRET: secret,
    },
    ["remove one"],
  ],
])("%o", (env, sentences) => {
  for (const sentence of sentences) expect(() => readConfig(env)).toThrow(sentence);
});

test("a whole configuration is taken, and the playground then stays off unless asked for", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect(readConfig(slack)).toMatchObject({
    host: "0.0.0.0",
    playground: false,
    slack: { account: { type: "token" } },
  });
  expect(readConfig({ ...slack, WORKSHOP_PLAYGROUND: "1" }).playground).toBe(true);
  expect(readConfig({})).toMatchObject({ host: "127.0.0.1", playground: true });
});
