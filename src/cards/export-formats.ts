/** The formats in which sessions are taken along; how each is written stands in `src/export`. */
export const exportFormats = ["markdown", "html", "csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];
