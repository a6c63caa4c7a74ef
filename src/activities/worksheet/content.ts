/**
 * What a pack file of kind `worksheet` says: typed fields and computed ones; and what a participant
 * submits.
 */
import { z } from "zod";
import { formulaLengthMax, formulaProblem } from "../../analysis/formula.ts";
import { localized } from "../../i18n/localized.ts";
import { currency } from "../currency.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";

/** A name that formulas can use. */
const id = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, "bad-name");
export const numberMax = 1_000_000_000;
export const textLengthMax = 200;

const base = { id, label: localized(80), hint: localized(200).optional() };
const bound = z.number().min(-numberMax).max(numberMax);

/**
 * As a session keeps it. Its formulas aren't judged again: one from before a rule yields no value,
 * and the rest works.
 */
export const keptWorksheet = z
  .strictObject({
    title: localized(100),
    intro: localized(500),
    fields: z
      .array(
        z.discriminatedUnion("type", [
          z.strictObject({ ...base, type: z.literal("text") }),
          z.strictObject({
            ...base,
            type: z.literal("number"),
            unit: localized(20),
            /** Where the unit is one of money: how its figures are shown. */
            currency: currency.optional(),
            min: bound.default(0),
            max: bound.default(numberMax),
          }),
          z.strictObject({ ...base, type: z.literal("percent"), min: z.number().min(0).max(100).default(0) }),
          z.strictObject({
            ...base,
            type: z.literal("choice"),
            options: z
              .array(z.strictObject({ id, label: localized(60) }))
              .min(2)
              .max(10),
          }),
        ]),
      )
      .min(1)
      .max(15),
    /** Formulas over the fields that hold numbers: `(a + b) / 2`, `a > b ? a : b`. */
    computed: z
      .array(z.strictObject({ ...base, formula: z.string().min(1).max(formulaLengthMax), unit: localized(20) }))
      .max(5)
      .default([]),
  })
  .superRefine(({ fields, computed }, context) => {
    const ids = [...fields, ...computed].map((one) => one.id);
    if (new Set(ids).size < ids.length)
      context.addIssue({ code: "custom", path: ["fields"], message: "option-ids-unique" });
  });

/** What formulas rest on. */
const computing = z.object({
  fields: z.array(z.object({ id, type: z.string() })),
  computed: z.array(z.object({ formula: z.string() })).default([]),
});

/** As a pack says it. */
export const worksheetContent = keptWorksheet.check(
  judging(computing, ({ fields, computed }, context) => {
    const numbers = fields.filter(({ type }) => type === "number" || type === "percent").map((one) => one.id);
    for (const [index, { formula }] of computed.entries()) {
      const problem = formulaProblem(formula, numbers);
      if (problem !== undefined) tellProblem(context, { path: ["computed", index, "formula"], problem });
    }
  }),
);

export type WorksheetContent = z.infer<typeof worksheetContent>;

/** What was filled in, by field; computed values follow from it. */
export const worksheetAnswer = z.record(id, z.union([z.string().max(textLengthMax), z.number()]));

export type WorksheetAnswer = z.infer<typeof worksheetAnswer>;
