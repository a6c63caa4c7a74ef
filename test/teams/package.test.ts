/** The app package as `npm run teams:package` makes it: opened, validated, looked at. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { decode } from "fast-png";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { z } from "zod";
import { readAppDetails } from "../../adapters/teams/app-package/details.ts";
import { makeManifest, offeredCommands } from "../../adapters/teams/app-package/manifest.ts";
import { makeAppPackage } from "../../adapters/teams/app-package/package.ts";
import { mistakesBy } from "../../adapters/teams/app-package/schema.ts";
import { commandNamed } from "../../src/commands/command-words.ts";

const environment = {
  MicrosoftAppId: "6F7A2F6E-6c1d-4b52-9d0a-1f6f3f1f2a11",
  TEAMS_DEVELOPER_NAME: "Example Ltd",
  TEAMS_APP_URL: "https://workshop.example.com/about",
  TEAMS_PRIVACY_URL: "https://workshop.example.com/privacy",
  TEAMS_TERMS_URL: "https://workshop.example.com/terms",
};
const details = readAppDetails(environment);

const manifestShape = z.looseObject({
  id: z.string(),
  description: z.object({ short: z.string(), full: z.string() }),
  validDomains: z.array(z.string()),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ]),
});

const files = unzipSync(makeAppPackage(details, "1.2.3"));
const read = (name: string): Uint8Array => files[name] ?? new Uint8Array();
const manifest = manifestShape.parse(JSON.parse(strFromU8(read("manifest.json"))));
const korean = z.record(z.string(), z.string()).parse(JSON.parse(strFromU8(read("ko.json"))));

const build = (env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, ["adapters/teams/app-package/build.ts"], { env, encoding: "utf8" });

test("the command writes the package with the version of package.json", () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  expect(build(environment)).toMatchObject({ status: 0, stderr: "" });
  const written = readFileSync("dist/teams/workshop-teams.zip");
  expect(Buffer.from(makeAppPackage(details, version)).equals(written)).toBe(true);
  expect(strFromU8(unzipSync(written)["manifest.json"] ?? new Uint8Array())).toContain(`"version": "${version}"`);
});

test("the command names everything that is missing, and writes no internal text", () => {
  const { status, stdout, stderr } = build({});
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  for (const name of Object.keys(environment)) expect(stderr).toContain(`${name}: missing`);
  expect(stderr).not.toMatch(/\bat .*:\d+/);
});

test("without an app id, one clear message", () => {
  const { MicrosoftAppId: _left, ...rest } = environment;
  const { status, stderr } = build(rest);
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringContaining("1 mistake"),
    expect.stringMatching(/MicrosoftAppId: missing; .*GUID/),
  ]);
});

test.each([
  ["MicrosoftAppId", "my-app"],
  ["TEAMS_DEVELOPER_NAME", "x".repeat(33)],
  ["TEAMS_DEVELOPER_NAME", "   "],
  ["TEAMS_APP_URL", "workshop.example.com"],
  ["TEAMS_APP_URL", "http://workshop.example.com"],
  ["TEAMS_PRIVACY_URL", "javascript:alert(1)"],
  ["TEAMS_TERMS_URL", "https://"],
])("%s can't be “%s”", (name, value) => {
  expect(() => readAppDetails({ ...environment, [name]: value })).toThrow(`${name}: “${value}” doesn't fit`);
});

test("both files are what Microsoft's schemas ask for", () => {
  expect(Object.keys(files).sort()).toEqual(["color.png", "ko.json", "manifest.json", "outline.png"]);
  expect(mistakesBy("MicrosoftTeams", JSON.parse(strFromU8(read("manifest.json"))))).toEqual([]);
  expect(mistakesBy("MicrosoftTeams.Localization", korean)).toEqual([]);
});

test("what a schema refuses is never written", () => {
  expect(mistakesBy("MicrosoftTeams", { ...makeManifest(details, "1.0.0"), accentColor: "blue" })).toEqual([
    expect.stringContaining("/accentColor"),
  ]);
  const wrong = { ...korean, "name.short": "x".repeat(31), other: "y" };
  expect(mistakesBy("MicrosoftTeams.Localization", wrong)).toHaveLength(2);
  expect(() => makeAppPackage({ ...details, appId: "none" }, "1.0.0")).toThrow(/refuse the manifest.*\n.*\/id/);
});

test("the manifest says who publishes the app, and for which bot", () => {
  expect(manifest).toMatchObject({
    version: "1.2.3",
    id: environment.MicrosoftAppId.toLowerCase(),
    developer: {
      name: environment.TEAMS_DEVELOPER_NAME,
      websiteUrl: environment.TEAMS_APP_URL,
      privacyUrl: environment.TEAMS_PRIVACY_URL,
      termsOfUseUrl: environment.TEAMS_TERMS_URL,
    },
    localizationInfo: { defaultLanguageTag: "en", additionalLanguages: [{ languageTag: "ko", file: "ko.json" }] },
    validDomains: ["workshop.example.com"],
    bots: [{ botId: environment.MicrosoftAppId.toLowerCase(), scopes: ["team", "groupChat", "personal"] }],
  });
});

test("every scope offers ten commands, in words the bot understands", () => {
  const [{ commandLists }] = manifest.bots;
  expect(commandLists.map(({ scopes }) => scopes)).toEqual([["team"], ["groupChat"], ["personal"]]);
  commandLists.forEach(({ commands }, list) => {
    expect(commands.length).toBeLessThanOrEqual(10);
    expect(commands.map(({ title }) => title)).toEqual([...offeredCommands]);
    commands.forEach(({ title, description }, index) => {
      const place = `bots[0].commandLists[${list}].commands[${index}]`;
      const translated = korean[`${place}.title`] ?? "";
      expect(commandNamed(translated)).toBe(title);
      expect(translated).toMatch(/^[가-힣]+$/);
      for (const one of [title, translated]) expect(one.length).toBeLessThanOrEqual(32);
      for (const one of [description, korean[`${place}.description`] ?? ""]) {
        expect(one.length).toBeGreaterThan(3);
        expect(one.length).toBeLessThanOrEqual(128);
      }
    });
  });
  const places = Object.keys(korean).filter((key) => key.startsWith("bots"));
  expect(places).toHaveLength(2 * 3 * offeredCommands.length);
});

test("the descriptions are in each language and keep its length", () => {
  for (const key of ["short", "full"] as const) {
    expect(manifest.description[key]).not.toMatch(/[가-힣]/);
    expect(korean[`description.${key}`]).toMatch(/[가-힣]/);
    expect((korean[`description.${key}`] ?? "").length).toBeLessThanOrEqual(key === "short" ? 80 : 4000);
  }
});

type Pixel = { readonly colour: readonly number[]; readonly alpha: number };

const pixelsOf = (name: string): { readonly width: number; readonly height: number; readonly pixels: Pixel[] } => {
  const { width, height, channels, depth, data } = decode(read(name));
  expect({ channels, depth }).toEqual({ channels: 4, depth: 8 });
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(index * 4, index * 4 + 4);
    return { colour: [red, green, blue], alpha };
  });
  return { width, height, pixels };
};

test("color.png is 192 × 192 and fills its square", () => {
  const { width, height, pixels } = pixelsOf("color.png");
  expect({ width, height }).toEqual({ width: 192, height: 192 });
  expect(pixels.every(({ alpha }) => alpha === 255)).toBe(true);
  expect(pixels[0]?.colour).toEqual([0x43, 0x38, 0xca]);
  // The mark stands in the middle: something else than the ground, in several colours.
  const middle = pixels.filter((_, index) => Math.abs((index % 192) - 96) < 48 && Math.abs(index / 192 - 96) < 48);
  expect(new Set(middle.map(({ colour }) => colour.join())).size).toBeGreaterThan(3);
});

test("outline.png is 32 × 32, white on nothing", () => {
  const { width, height, pixels } = pixelsOf("outline.png");
  expect({ width, height }).toEqual({ width: 32, height: 32 });
  const drawn = pixels.filter(({ alpha }) => alpha > 0);
  expect(drawn.every(({ colour }) => colour.every((value) => value === 255))).toBe(true);
  expect(drawn.filter(({ alpha }) => alpha === 255).length).toBeGreaterThan(100);
  expect(drawn.length).toBeLessThan(pixels.length / 2);
  expect([0, 31, 992, 1023].map((corner) => pixels[corner]?.alpha)).toEqual([0, 0, 0, 0]);
});

test("the same input makes the same bytes", () => {
  const twice = [makeAppPackage(details, "1.0.0"), makeAppPackage(details, "1.0.0")];
  expect(twice[0]).toEqual(twice[1]);
});
