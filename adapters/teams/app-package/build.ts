/** `npm run teams:package`: writes the zip that is uploaded to Teams. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { readAppDetails } from "./details.ts";
import { makeAppPackage } from "./package.ts";

const folder = "dist/teams";

try {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  const made = makeAppPackage(readAppDetails(process.env), version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/workshop-teams.zip`, made);
  process.stdout.write(`${folder}/workshop-teams.zip, version ${version}\n`);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
