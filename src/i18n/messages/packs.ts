/** Mistakes found in packs: each says what was expected. */
export type PacksMessages = {
  readonly heading: (args: { count: number }) => string;
  readonly yaml: (args: { detail: string }) => string;
  readonly alias: string;
  readonly tag: string;
  readonly tooLarge: (args: { kib: number }) => string;
  readonly tooDeep: (args: { depth: number }) => string;
  readonly tooManyFiles: (args: { count: number }) => string;
  readonly forbiddenKey: (args: { key: string }) => string;
  readonly notRead: string;
  readonly noPackFile: string;
  readonly noPacks: string;
  readonly missing: string;
  readonly quoteIt: string;
  readonly wrongType: (args: { expected: string }) => string;
  readonly tooShort: (args: { least: number }) => string;
  readonly tooLong: (args: { most: number }) => string;
  readonly badId: string;
  readonly unknownKeys: (args: { keys: readonly string[] }) => string;
  readonly oneOf: (args: { values: readonly string[] }) => string;
  readonly optionIdsUnique: string;
  readonly recommendationIsAnOption: string;
  readonly idIsFileName: (args: { file: string }) => string;
  readonly duplicateId: (args: { id: string; other: string }) => string;
  readonly other: (args: { detail: string }) => string;
};
