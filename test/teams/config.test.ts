/** Half a configuration of Teams stops the start, and nothing without authentication listens to more than this machine. */
import { expect, test } from "vitest";
import { readConfig } from "../../src/operating/config.ts";

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
  for (const sentence of sentences) expect(() => readConfig(env)).toThrow(sentence);
});

test("a whole configuration is taken, for the app's own tenant unless others are named", () => {
  expect(readConfig(app)).toMatchObject({
    host: "0.0.0.0",
    playground: false,
    teams: { type: "app", appType: "SingleTenant", tenants: ["t"] },
  });
  expect(readConfig({ ...app, TEAMS_TENANTS: "t1, t2" }).teams).toMatchObject({ tenants: ["t1", "t2"] });
  expect(readConfig({ TEAMS_LOCAL: "1" })).toMatchObject({
    host: "127.0.0.1",
    playground: false,
    teams: { type: "local" },
  });
  expect(readConfig({ TEAMS_LOCAL: "0" }).teams).toBeUndefined();
});

test("Slack beside Teams without authentication is not listened to by more than this machine", () => {
  const slack = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s" };
  expect(readConfig({ ...slack, TEAMS_LOCAL: "1" }).host).toBe("127.0.0.1");
  expect(readConfig({ ...slack, ...app })).toMatchObject({ host: "0.0.0.0", playground: false });
});
