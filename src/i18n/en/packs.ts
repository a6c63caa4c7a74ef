import type { PacksMessages } from "../messages/packs.ts";

export const packs: PacksMessages = {
  heading: ({ count }) =>
    count === 1 ? "There is 1 mistake in the packs:" : `There are ${count} mistakes in the packs:`,
  yaml: ({ detail }) => `this isn’t valid YAML: ${detail}`,
  alias: "YAML aliases (*name) aren’t allowed; write the text out",
  tag: "YAML tags (!name) aren’t allowed; write a plain value",
  tooLarge: ({ kib }) => `the file is too large; at most ${kib} KiB are read`,
  tooDeep: ({ depth }) => `this is nested too deeply; at most ${depth} levels are read`,
  tooManyFiles: ({ count }) => `there are too many files; at most ${count} are read`,
  forbiddenKey: ({ key }) => `“${key}” can’t be used as a key; choose another name`,
  notRead: "the file can’t be read; check that it exists and who may read it",
  noPackFile: "the folder holds no pack.yaml",
  noPacks: "no pack was found here; expected a folder with a pack.yaml in it",
  missing: "this is missing",
  quoteIt: "expected text; put the value in quotes",
  wrongType: ({ expected }) => `expected ${expected}`,
  tooShort: ({ least }) => `expected at least ${least}`,
  tooLong: ({ most }) => `expected at most ${most}`,
  badId: "expected an id: lower-case letters, digits and hyphens, beginning with a letter, at most 64",
  unknownKeys: ({ keys }) =>
    `unknown ${keys.length === 1 ? "key" : "keys"} ${keys.map((key) => `“${key}”`).join(", ")}; check the spelling`,
  oneOf: ({ values }) => `expected one of ${values.join(", ")}`,
  optionIdsUnique: "two options have the same id",
  recommendationIsAnOption: "the recommended option isn’t among the options",
  idIsFileName: ({ file }) => `the id must be the file’s name: ${file}`,
  duplicateId: ({ id, other }) => `the id “${id}” is taken already, in ${other}`,
  other: ({ detail }) => detail,
};
