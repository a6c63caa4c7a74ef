/** Half a configuration stops the start, naming each missing variable and where it is found. */
import { expect, test } from "vitest";
import { slackConfiguration } from "../../adapters/slack/configuration.ts";
import { adapters } from "../../src/main.ts";
import { readConfig } from "../../src/operating/config.ts";
import type { Environment } from "../../src/operating/environment.ts";

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
  for (const sentence of sentences) expect(() => readConfig(env, adapters)).toThrow(sentence);
});

test("a whole configuration is taken, and the playground then stays off unless asked for", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect(slackConfiguration.parse(slack)).toMatchObject({ account: { type: "token" } });
  expect(read(slack)).toEqual({ host: "0.0.0.0", platforms: ["Slack"] });
  expect(read({ ...slack, WORKSHOP_PLAYGROUND: "1" })).toEqual({
    host: "0.0.0.0",
    platforms: ["Slack", "the playground"],
  });
  expect(read({})).toEqual({ host: "127.0.0.1", platforms: ["the playground"] });
  expect(read({ WORKSHOP_PLAYGROUND: "0" })).toEqual({ host: "127.0.0.1", platforms: [] });
});

test("who isn't a member may take part unless a variable says otherwise", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  const everybody = { guest: "allow", external: "allow" };
  expect(slackConfiguration.parse({ ...slack, SLACK_GUESTS: "" })).toMatchObject({ admission: everybody });
  expect([slack, { ...slack, SLACK_BROADCAST: "0" }].map((env) => slackConfiguration.parse(env)?.broadcasts)).toEqual([
    true,
    false,
  ]);
  const guestless = slackConfiguration.parse({ ...slack, SLACK_GUESTS: "refuse" });
  expect(guestless).toMatchObject({ admission: { ...everybody, guest: "refuse" } });
  expect(() => read({ ...slack, SLACK_EXTERNAL_PEOPLE: "no" })).toThrow(
    "SLACK_EXTERNAL_PEOPLE: expected allow or refuse",
  );
});

test("the mistakes of the core and of every platform come in one message", () => {
  expect(() => read({ PORT: "none", SLACK_BOT_TOKEN: "xoxb-1", MicrosoftAppId: "a" })).toThrow(
    /4 mistake\(s\).*PORT: .*SLACK_SIGNING_SECRET: .*MicrosoftAppPassword: .*MicrosoftAppTenantId: /s,
  );
});

const read = (env: Environment) => {
  const { host, platforms } = readConfig(env, adapters);
  return { host, platforms: platforms.map(({ adapter }) => adapter.name) };
};
