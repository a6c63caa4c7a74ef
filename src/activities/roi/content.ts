/**
 * What a pack file of kind `roi` says: cost items, and a model of performance and value, each
 * number an assumption; and what a participant submits.
 */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { colourName } from "../colour.ts";
import { currency } from "../currency.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** Beyond these a figure is a slip of the keyboard. They keep every result finite. */
export const amountMax = 1_000_000_000;
export const monthsMax = 120;
const amount = z.number().min(0).max(amountMax);
const percent = z.number().min(0).max(100);
const points = z.number().min(-100).max(100);
const months = z.number().int().min(0).max(monthsMax);

/**
 * What a circumstance adds to each approach's performance or takes from it, in points; nothing
 * where an approach isn't named.
 */
const effect = { id, label: localized(60), points: z.record(id, points) };

/**
 * The circumstances of a project, amounts in the content's unit: `budget` for a year, `buildBudget`
 * for what is paid once; no limit where it isn't given.
 */
export const roiProject = z.strictObject({
  domain: id,
  complexity: id,
  examples: z.number().int().min(0).max(amountMax),
  required: percent,
  budget: amount.optional(),
  buildBudget: amount.optional(),
});

const unique = (ones: readonly { readonly id: string }[]): boolean =>
  new Set(ones.map((one) => one.id)).size === ones.length;

/** Where things are called by their ids. */
const pointed = z.array(z.object({ id, points: z.record(z.string(), z.unknown()) }));
const named = z.object({
  domains: pointed,
  complexities: pointed,
  amountsOfData: pointed,
  approaches: z.array(z.object({ id, costs: z.array(z.object({ id })) })),
  hybrid: z.object({ id, parts: z.array(id), shared: z.array(id).default([]) }).optional(),
  example: z.object({ domain: id, complexity: id }),
});

export const roiContent = z
  .strictObject({
    title: localized(100),
    intro: localized(500),
    currency: currency.extend({ unit: localized(20) }),
    horizonMonths: z.number().int().min(1).max(monthsMax),
    domains: z.array(z.strictObject(effect)).min(1).max(10).refine(unique, "option-ids-unique"),
    complexities: z.array(z.strictObject(effect)).min(1).max(6).refine(unique, "option-ids-unique"),
    /** The one with the highest bound that the number of examples reaches counts. */
    amountsOfData: z
      .array(z.strictObject({ ...effect, atLeast: z.number().int().min(0).max(amountMax) }))
      .min(1)
      .max(6),
    approaches: z
      .array(
        z.strictObject({
          id,
          label: localized(60),
          colour: colourName.optional(),
          performance: percent,
          costs: z
            .array(z.strictObject({ id, label: localized(60), amount, everyMonths: months }))
            .min(1)
            .max(6)
            .refine(unique, "option-ids-unique"),
        }),
      )
      .min(1)
      .max(5)
      .refine(unique, "option-ids-unique"),
    /** Approaches taken together: their costs added, the shared items once, at the dearest. */
    hybrid: z
      .strictObject({
        id,
        label: localized(60),
        colour: colourName.optional(),
        parts: z.array(id).min(2).max(5),
        shared: z.array(id).max(6).default([]),
      })
      .optional(),
    value: z.strictObject({ atRequired: amount, perPoint: amount }),
    example: roiProject,
    /** What the model takes for granted, said on the card. */
    assumptions: z.array(localized(300)).max(8).default([]),
  })
  .check(
    judging(named, (content, context) => {
      const declared = new Set(content.approaches.map((approach) => approach.id));
      const refuse = (path: readonly (string | number)[], given: string): void =>
        tellProblem(context, { path, problem: { code: "not-declared", id: given } });
      for (const list of ["domains", "complexities", "amountsOfData"] as const)
        for (const [index, one] of content[list].entries())
          for (const given of Object.keys(one.points))
            if (!declared.has(given)) refuse([list, index, "points", given], given);
      const { hybrid } = content;
      if (hybrid !== undefined) {
        const items = new Set(content.approaches.flatMap(({ costs }) => costs.map((cost) => cost.id)));
        for (const [index, part] of hybrid.parts.entries())
          if (!declared.has(part)) refuse(["hybrid", "parts", index], part);
        for (const [index, item] of hybrid.shared.entries())
          if (!items.has(item)) refuse(["hybrid", "shared", index], item);
        if (declared.has(hybrid.id))
          context.addIssue({ code: "custom", path: ["hybrid", "id"], message: "option-ids-unique" });
      }
      const { domain, complexity } = content.example;
      if (!content.domains.some((one) => one.id === domain)) refuse(["example", "domain"], domain);
      if (!content.complexities.some((one) => one.id === complexity)) refuse(["example", "complexity"], complexity);
    }),
  );

export type RoiProject = z.infer<typeof roiProject>;

export type RoiContent = z.infer<typeof roiContent>;

/** All figures a participant reckons with; costs by `approach/item`, the others by approach. */
export const roiAnswer = z.strictObject({
  domain: id,
  complexity: id,
  examples: z.number().min(0).max(amountMax),
  required: z.number().min(1).max(100),
  budget: z.number().min(1).max(amountMax).optional(),
  buildBudget: z.number().min(1).max(amountMax).optional(),
  valueAtRequired: amount,
  valuePerPoint: amount,
  /** The hybrid's only where the participant stated one. */
  performance: z.record(id, percent),
  /** What the hybrid is made of; absent where the content has none, or had none at the time. */
  parts: z.array(id).max(5).optional(),
  /**
   * What the circumstances add in all, where the participant set it in place of the pack's figures.
   */
  effects: z.record(id, points),
  costs: z.record(z.string().max(82), z.strictObject({ amount, everyMonths: months })),
});

export type RoiAnswer = z.infer<typeof roiAnswer>;
