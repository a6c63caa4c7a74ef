/** How each format is written. */
import type { ExportFormat } from "../cards/export-formats.ts";
import { writeCsv } from "./csv.ts";
import type { Taken, Writing } from "./exported.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";

type Format = {
  readonly ending: string;
  readonly mediaType: string;
  readonly write: (taken: readonly Taken[], writing: Writing) => string;
};

export const formats: Readonly<Record<ExportFormat, Format>> = {
  markdown: { ending: "md", mediaType: "text/markdown", write: writeMarkdown },
  html: { ending: "html", mediaType: "text/html", write: writeHtml },
  csv: { ending: "csv", mediaType: "text/csv", write: writeCsv },
  json: { ending: "json", mediaType: "application/json", write: writeJson },
};
