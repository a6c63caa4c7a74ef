/** What a pack file of kind `reference` says: something to read, in sections. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { tellProblem } from "../problem.ts";

const rowsEven = (
  { columns, rows }: { readonly columns: readonly unknown[]; readonly rows: readonly (readonly unknown[])[] },
  context: z.RefinementCtx,
): void => {
  for (const [index, row] of rows.entries()) {
    if (row.length === columns.length) continue;
    tellProblem(context, { path: ["rows", index], problem: { code: "row-length", columns: columns.length } });
  }
};

const section = z.strictObject({
  heading: localized(100).optional(),
  text: localized(600).optional(),
  /** Shown as it stands here, in every language alike. */
  code: z.string().min(1).max(1000).optional(),
  items: z.array(localized(300)).max(10).default([]),
  facts: z
    .array(z.strictObject({ label: localized(60), values: z.array(localized(300)).min(1).max(10) }))
    .max(10)
    .default([]),
  table: z
    .strictObject({
      columns: z.array(localized(40)).min(2).max(5),
      rows: z
        .array(z.array(localized(150)))
        .min(1)
        .max(12),
    })
    .superRefine(rowsEven)
    .optional(),
});

export const referenceContent = z.strictObject({
  title: localized(60),
  sections: z.array(section).min(1).max(8),
});

export type ReferenceContent = z.infer<typeof referenceContent>;
