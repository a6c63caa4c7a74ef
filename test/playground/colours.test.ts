/**
 * The page's colours, measured by culori: series that people who see fewer colours tell apart, and
 * text that stands out from its ground.
 */
import { readFileSync } from "node:fs";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, test } from "vitest";

const tokens = readFileSync("adapters/playground/page/style/tokens.css", "utf8");

/** A token in one of the two lights. */
const token = (name: string, theme: "light" | "dark"): string => {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(tokens);
  const colour = theme === "light" ? pair?.[1] : pair?.[2];
  if (colour === undefined) throw new Error(`There is no token ${name}`);
  return colour;
};

const sights = {
  "all colours": (colour: Color): Color => colour,
  "no red": filterDeficiencyProt(1),
  "no green": filterDeficiencyDeuter(1),
  "no blue": filterDeficiencyTrit(1),
} as const;

/** Two colours further apart than this are told apart at a glance, side by side or not. */
const differenceMin = 10;

const seriesNames = [0, 1, 2, 3, 4, 5].map((number) => `colour-${number}`);
/** The same as a colour to compute with. */
const series = (name: string, theme: "light" | "dark"): Color => {
  const colour = parse(token(name, theme));
  if (colour === undefined) throw new Error(`${name} is no colour`);
  return colour;
};

const pairs = seriesNames.flatMap((one, index) => seriesNames.slice(index + 1).map((other) => [one, other] as const));

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(Object.entries(sights))("any two series are told apart by who sees %s", (_name, see) => {
    const difference = differenceCiede2000();
    const near = pairs.filter(([one, other]) => {
      return difference(see(series(one, theme)), see(series(other, theme))) < differenceMin;
    });
    expect(near).toEqual([]);
  });

  test.each(seriesNames)("%s stands out from what it is drawn on", (name) => {
    for (const ground of ["ground", "raised"])
      expect(wcagContrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(["ink", "quiet", "accent", "accent-strong", "danger", "done"])("%s can be read", (name) => {
    for (const ground of ["ground", "raised", "sunken"])
      expect(wcagContrast(token(name, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["ink", "accent-soft"],
    ["quiet", "accent-soft"],
    ["accent-strong", "accent-soft"],
    ["on-accent", "accent"],
    ["ink", "danger-soft"],
    ["danger", "danger-soft"],
  ])("%s can be read on %s", (text, ground) => {
    expect(wcagContrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
});
