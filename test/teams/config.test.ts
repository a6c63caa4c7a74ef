/**
 * Half a configuration of Teams stops the start, and nothing without authentication listens to more
 * than this machine.
 */
import { expect, test } from "vitest";
import { teamsConfiguration } from "../../adapters/teams/configuration.ts";
import { adapters } from "../../src/main.ts";
import { readConfig } from "../../src/operating/config.ts";
import type { Environment } from "../../src/operating/environment.ts";

const app = { MicrosoftAppId: "a", MicrosoftAppPassword: "p", MicrosoftAppTenantId: "t" };

test.each([
  [{ MicrosoftAppId: "a" }, ["MicrosoftAppPassword", "Manage Password", "MicrosoftAppTenantId"]],
  [{ MicrosoftAppPassword: "p" }, ["MicrosoftAppId", "Microsoft App ID"]],
  [{ ...app, MicrosoftAppType: "MultiTenant", MicrosoftAppTenantId: "" }, ["TEAMS_TENANTS"]],
  [{ ...app, MicrosoftAppType: "UserAssignedMSI" }, ["a managed identity has none"]],
  [{ ...app, MicrosoftAppType: "Other" }, ["MicrosoftAppType"]],
  [{ ...app, TEAMS_LOCAL: "1" }, ["TEAMS_LOCAL", "remove one"]],
  [{ TEAMS_LOCAL: "1", HOST: "0.0.0.0" }, ["TEAMS_LOCAL", "this machine alone"]],
  [{ TEAMS_LOCAL: "yes" }, ["TEAMS_LOCAL"]],
])("%o", (env, sentences) => {
  for (const sentence of sentences) expect(() => readConfig(env, adapters)).toThrow(sentence);
});

test("a whole configuration is taken, for the app's own tenant unless others are named", () => {
  expect(teamsConfiguration.parse(app)).toMatchObject({ type: "app", appType: "SingleTenant", tenants: ["t"] });
  expect(read(app)).toEqual({ host: "0.0.0.0", platforms: ["Teams"] });
  expect(teamsConfiguration.parse({ ...app, TEAMS_TENANTS: "t1, t2" })).toMatchObject({ tenants: ["t1", "t2"] });
  expect(teamsConfiguration.parse({ TEAMS_LOCAL: "1" })).toEqual({ type: "local" });
  expect(read({ TEAMS_LOCAL: "1" })).toEqual({ host: "127.0.0.1", platforms: ["Teams"] });
  expect(teamsConfiguration.parse({ TEAMS_LOCAL: "0" })).toBeUndefined();
});

test("Slack beside Teams without authentication is not listened to by more than this machine", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect(read({ ...slack, TEAMS_LOCAL: "1" }).host).toBe("127.0.0.1");
  expect(read({ ...slack, ...app })).toEqual({ host: "0.0.0.0", platforms: ["Slack", "Teams"] });
});

const read = (env: Environment) => {
  const { host, platforms } = readConfig(env, adapters);
  return { host, platforms: platforms.map(({ adapter }) => adapter.name) };
};
