/** Comments are read in columns: none is wider than 100. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const widthMax = 100;
const comment = /^\s*(\/\/|\/\*|\*)/u;

test("no line that is a comment alone is wider than 100 columns", () => {
  const files = globSync("{src,adapters,audit,bench,house,migrations,test,testkit}/**/*.{ts,tsx}");
  const wide = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        comment.test(line) && line.length > widthMax && !line.includes("biome-ignore") ? [`${file}:${index + 1}`] : [],
      ),
  );
  expect(wide).toEqual([]);
});
