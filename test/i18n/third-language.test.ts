/**
 * A language is a folder and a line: one more is added in memory, and everything speaks and reads
 * it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainStart } from "../../src/commands/option-values.ts";
import { temporaryFolder } from "../../testkit/process.ts";

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ["--import", "./test/i18n/add-language.ts", ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...env },
  });

test("its words are read and offered, its sentences said, and packs that don't speak it fall back", () => {
  const { status, stdout, stderr } = run(["test/i18n/speak-esperanto.ts"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const dayMs = 24 * 3_600_000;
  expect(JSON.parse(stdout)).toEqual({
    command: {
      type: "command",
      command: {
        type: "start",
        activity: "some-id",
        options: {
          ...plainStart,
          discussion: true,
          deadline: 2 * dayMs,
          roundMs: 2 * dayMs,
          language: "eo",
        },
      },
    },
    schedule: {
      type: "words",
      words: {
        how: ["semajne", "lun", "10:00"],
        zone: "UTC",
        from: ["discussion"],
        skip: [],
        end: null,
        settings: { anonymous: false, discussion: false, language: "eo" },
      },
    },
    rule: { type: "rule", rule: { type: "monthly", weekday: 5, at: "09:30" } },
    verb: "reveal",
    greeting: true,
    completions: [
      [
        "demandi",
        "taksi",
        "komenci",
        "plani",
        "planoj",
        "listo",
        "legi",
        "trovi",
        "historio",
        "eksporti",
        "statistiko",
        "mi",
        "agordoj",
        "helpo",
      ],
      ["statistiko"],
      ["--diskuti"],
    ],
    said: "Respondi",
    names: ["Esperanto", "Esperanto"],
    figures: ["50%", "2026-Novembro-25"],
    locales: ["eo", "en", null],
    picked: "Only English",
    titles: expect.any(Number),
    teams: [["eo.json", "ko.json"], "demandi"],
  });
});

test("the program checks packs in it, and names a text that the default language lacks", () => {
  const folder = temporaryFolder();
  const pack = join(folder, "p");
  mkdirSync(pack);
  writeFileSync(join(pack, "pack.yaml"), 'id: p\nversion: "1"\ntitle: { eo: Pako }\n');
  const { status, stderr } = run(["src/main.ts", "check", folder], { WORKSHOP_LOCALE: "eo" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Eraroj: 1\n.*p\/pack\.yaml:3:8 title\.en — mankas\n$/);
});
