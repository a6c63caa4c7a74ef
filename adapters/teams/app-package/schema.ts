/**
 * Checks the package's files against the schemas that Microsoft publishes, in the copy that its own
 * toolkit brings.
 */
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";

/** Of the version that the manifest names; the schema itself refuses another. */
const schemas = {
  MicrosoftTeams: import.meta.resolve(
    "@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json",
  ),
  "MicrosoftTeams.Localization": import.meta.resolve(
    "@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.Localization.schema.json",
  ),
} as const;

/**
 * What is wrong with a file, a line a mistake, by the schema of that name; empty when nothing is.
 */
export const mistakesBy = (name: keyof typeof schemas, file: object): readonly string[] => {
  // Some of Microsoft's patterns are no regular expressions with the flag `u`.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: URL.canParse } });
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(schemas[name]), "utf8")));
  if (validate(file)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
};
