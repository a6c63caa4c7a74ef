/** manifest.json says what the code registers, and nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { names } from "../../adapters/slack/names.ts";
import { scopes } from "../../adapters/slack/scopes.ts";

const manifest: unknown = JSON.parse(readFileSync("manifest.json", "utf8"));
const folder = "adapters/slack";
const code = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`${folder}/${name}`, "utf8"))
  .join();

test("the manifest and the code name the same things", () => {
  const events = [...code.matchAll(/app\.event\("(\w+)"/g)].map(([, name]) => name).sort();
  expect(manifest).toMatchObject({
    features: {
      slash_commands: [{ command: names.command }],
      shortcuts: [
        { callback_id: names.decide, type: "message" },
        { callback_id: names.ask, type: "global" },
        { callback_id: names.shortcut, type: "message" },
      ],
      app_home: { home_tab_enabled: true },
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { bot_events: events },
      interactivity: { is_enabled: true },
      org_deploy_enabled: true,
    },
  });
});

test("the guide to Slack gives a reason for each scope", () => {
  const readme = readFileSync("docs/slack.md", "utf8");
  for (const scope of scopes) expect(readme).toContain(`\`${scope}\``);
});
