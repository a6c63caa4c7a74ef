/**
 * Puts the app package together: manifest, translations and icons in one zip, the same bytes for
 * the same input.
 */
import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { strToU8, zipSync } from "fflate";
import type { AppDetails } from "./details.ts";
import { localizationFile, makeLocalization, makeManifest, otherLanguages } from "./manifest.ts";
import { mistakesBy } from "./schema.ts";

/** Zip knows no earlier date. */
const written = new Date(1980, 0, 1);

/** The zip's bytes. Throws when Teams would refuse the manifest, with every reason. */
export const makeAppPackage = (details: AppDetails, version: string): Uint8Array => {
  const manifest = makeManifest(details, version);
  const translations = otherLanguages.map((code) => [localizationFile(code), makeLocalization(code)] as const);
  const mistakes = [
    ...mistakesBy("MicrosoftTeams", manifest),
    ...translations.flatMap(([, translation]) => mistakesBy("MicrosoftTeams.Localization", translation)),
  ];
  if (mistakes.length > 0) throw new Error(`Teams would refuse the manifest:\n${mistakes.join("\n")}`);
  const files = {
    "manifest.json": printed(manifest),
    ...Object.fromEntries(translations.map(([file, translation]) => [file, printed(translation)])),
    "color.png": drawIcon("color.svg"),
    "outline.png": drawIcon("outline.svg"),
  };
  return zipSync(files, { mtime: written });
};

const printed = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, undefined, 2)}\n`);

/** Drawn at the size that the file itself gives. */
const drawIcon = (file: string): Uint8Array =>
  new Resvg(readFileSync(new URL(file, import.meta.url), "utf8"), { font: { loadSystemFonts: false } })
    .render()
    .asPng();
