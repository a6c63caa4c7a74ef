/**
 * The CSV file (RFC 4180): a row a response, named columns first. A cell that a spreadsheet would
 * take for a formula is made harmless; in UTF-8 with the mark by which spreadsheets know it.
 */
import { stringify } from "csv-stringify/sync";
import type { ExportedSession, Taken } from "./exported.ts";

type Row = Readonly<Record<string, string | number | boolean | null>>;

const columns = ["session", "title", "started", "link", "round", "person", "name", "answer", "reason"] as const;
const after = [
  "revision",
  "at",
  "decision",
  "decision_owner",
  "decision_date",
  "expects",
  "likely",
  "verdict",
  "verdict_text",
] as const;

export const writeCsv = (taken: readonly Taken[]): string => {
  const rows = taken.flatMap(({ session }) => rowsOf(session));
  const fields = [
    ...new Set(taken.flatMap(({ session }) => session.responses.flatMap(({ fields }) => Object.keys(fields)))),
  ];
  return stringify(rows, {
    header: true,
    columns: [...columns, ...fields.map(columnOf), ...after],
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    cast: { boolean: String },
  });
};

const columnOf = (field: string): string => `field.${field}`;

/** Of a session without a named response, one row a reason; of one without either, one row. */
const rowsOf = (session: ExportedSession): readonly Row[] => {
  const { id, title, startedAt, link, decision, responses, reasons, rounds } = session;
  const same = {
    session: id,
    title,
    started: startedAt,
    link,
    decision: decision?.text ?? null,
    decision_owner: decision?.ownerName ?? null,
    decision_date: decision?.date ?? null,
    expects: decision?.expects ?? null,
    likely: decision?.likely ?? null,
    verdict: decision?.reviews.at(-1)?.verdict ?? null,
    verdict_text: decision?.reviews.at(-1)?.text ?? null,
  };
  if (responses.length > 0)
    return responses.map(({ fields, reasons, ...response }) => ({
      ...same,
      ...response,
      reason: reasons.join("\n"),
      ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [columnOf(field), value])),
    }));
  return reasons.length > 0 ? reasons.map((reason) => ({ ...same, round: rounds, reason })) : [same];
};
