/** Slack's own schema and limits, samples of what Slack sends, and strings that break programs. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { drawCard } from "../../adapters/slack/draw/draw-card.ts";
import { drawForm } from "../../adapters/slack/draw/draw-form.ts";
import { localized } from "../../src/i18n/localized.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { parseInline } from "../../src/text/inline-markdown.ts";
import { wellFormed } from "../../src/text/text.ts";
import { everyCard, longestForm } from "../../testkit/every-card.ts";
import { blockLimits, violationsIn } from "../../testkit/slack/block-limits.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import type { Json } from "../../testkit/slack/server.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

const folder = process.env.CONFORMANCE_DATA ?? "";
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const limits = blockLimits.parse(read("block-kit-limits.json"));
const naughty = z.array(z.string()).parse(read("naughty-strings.json"));
const { session: say, scenario } = translatorFor("en").messages;

let world: SlackWorld;
beforeAll(async () => {
  world = await openSlackWorld({ people: 3 });
});
afterAll(() => world.close());

const manifest: unknown = JSON.parse(readFileSync("manifest.json", "utf8"));

/** The manifest as docs/slack.md says to change it for Socket Mode. */
const withoutUrls = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withoutUrls);
  if (typeof part !== "object" || part === null) return part;
  const kept = Object.entries(part).filter(([key]) => key !== "url" && key !== "request_url");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === "socket_mode_enabled" ? true : withoutUrls(value)]),
  );
};

test.each([
  ["manifest.json", manifest],
  ["manifest.json for Socket Mode", withoutUrls(manifest)],
])("%s is one by Slack's schema", (_name, given) => {
  const schema = z.looseObject({}).parse(read("slack-manifest.schema.json"));
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  validate(given);
  expect(validate.errors ?? []).toEqual([]);
});

test("every hostile string as a pack's title is drawn within the limits, or refused with a sentence", () => {
  for (const given of naughty) {
    const parsed = localized(100).safeParse({ en: given, ko: given });
    if (!parsed.success) {
      expect(parsed.error.issues.length).toBeGreaterThan(0);
      continue;
    }
    const title = parseInline(parsed.data.en);
    const [message] = drawCard({
      title,
      blocks: [
        { type: "heading", text: title },
        { type: "paragraph", text: title },
      ],
    });
    expect(violationsIn(message?.blocks, limits), given).toEqual([]);
    expect(message?.text).not.toMatch(/<[!@#]/);
  }
});

test.each(["en", "ko"] as const)("every card and form keeps the published limits in %s", (language) => {
  for (const card of everyCard(language, 40))
    for (const { blocks } of drawCard(card)) expect(violationsIn(blocks, limits)).toEqual([]);
  expect(violationsIn(drawForm(longestForm(language), { channel: "C1" }), limits)).toEqual([]);
});

/** Blank values of a sample take the test's own ids. */
const filled = (part: unknown, key = ""): unknown => {
  if (Array.isArray(part)) return part.map((item) => filled(item, key));
  if (typeof part === "object" && part !== null)
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, filled(value, name === "id" ? key : name)]),
    );
  if (part !== "") return part;
  const ids: Readonly<Record<string, string>> = {
    team_id: world.server.team,
    team: world.server.team,
    channel_id: world.server.channel,
    channel: world.server.channel,
    user_id: world.person(0).id,
    user: world.person(0).id,
    command: "/workshop",
  };
  return ids[key] ?? "";
};

describe("samples of what Slack sends", () => {
  test.each(readdirSync(join(folder, "slack-payloads")))("%s is parsed or refused cleanly", async (name) => {
    const body = z.looseObject({ type: z.string().optional() }).parse(filled(read(join("slack-payloads", name))));
    const kind = name.startsWith("SlashCommand") ? "command" : "event" in body ? "event" : "interaction";
    const full: Json = kind === "event" ? { ...body, type: "event_callback" } : body;
    const answer = await world.transport(kind, full);
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).not.toContain("node_modules");
  });
});

test("every hostile string, given as a reason, comes out as it went in or is refused with a sentence", async () => {
  const fay = world.person(0);
  await fay.command("start startup-support-chatbot");
  await expect.poll(fay.reads).toContain(say.ballotTitle({ round: 1 }));
  for (const given of naughty) {
    await fay.press("RAG over the FAQ");
    const kept = wellFormed(given).trim();
    const answer = (await fay.submit({ [scenario.reason]: given })).body;
    if (kept === "" || given.length > 2000) {
      expect(answer).toMatchObject({ response_action: "errors" });
      continue;
    }
    expect(answer, given).toMatchObject({ response_action: "update" });
    await fay.press("RAG over the FAQ");
    expect(JSON.stringify(fay.view()?.blocks)).toContain(JSON.stringify(kept).slice(1, -1));
    world.server.views.set(fay.id, []);
  }
});

test("every hostile string stands on the cards as typed", () => {
  const spoken = naughty
    .map((given) => wellFormed(given).trim())
    .filter((given) => given !== "" && given.length <= 2000);
  const blocks = everyCard("en", spoken.length, spoken).flatMap((card) =>
    drawCard(card).flatMap((message) => message.blocks),
  );
  for (const block of blocks) expect(violationsIn([block], limits)).toEqual([]);
  const shown = new Set(wordsIn(blocks).split("\n"));
  for (const reason of spoken) expect(shown, reason).toContain(reason);
  for (const reason of spoken.slice(0, 100)) {
    const decided = everyCard("en", 1, [reason]).flatMap((card) => drawCard(card).flatMap((message) => message.blocks));
    expect(wordsIn(decided)).toContain(reason);
  }
});

test("every hostile string as words behind the command is answered with a sentence", async () => {
  const fay = world.person(0);
  for (const given of naughty) {
    const answer = await fay.command(`start ${given}`);
    expect(answer.status).toBe(200);
  }
});
