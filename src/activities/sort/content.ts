/** What a pack file of kind `sort` says, and what a participant submits. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";
import { judging } from "../judging.ts";
import { tellProblem } from "../problem.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const unique = (ones: readonly { readonly id: string }[]): boolean =>
  new Set(ones.map((one) => one.id)).size === ones.length;

/** What the routes of items are checked against. */
const named = z.object({ routes: z.array(z.object({ id })), items: z.array(z.object({ route: id })) });

export const sortContent = z
  .strictObject({
    title: localized(100),
    intro: localized(500),
    routes: z
      .array(z.strictObject({ id, label: localized(60), description: localized(200).optional() }))
      .min(2)
      .max(6)
      .refine(unique, "option-ids-unique"),
    items: z
      .array(
        z.strictObject({
          id,
          label: localized(150),
          /** Where the pack sends it, and why. */
          route: id,
          why: localized(300),
        }),
      )
      .min(2)
      .max(16)
      .refine(unique, "option-ids-unique"),
  })
  .check(
    judging(named, ({ routes, items }, context) => {
      for (const [index, { route }] of items.entries())
        if (!routes.some((declared) => declared.id === route))
          tellProblem(context, { path: ["items", index, "route"], problem: { code: "not-declared", id: route } });
    }),
  );

export type SortContent = z.infer<typeof sortContent>;

/** The route of each item, by item id. */
export const sortAnswer = z.strictObject({ routes: z.record(id, id) });

export type SortAnswer = z.infer<typeof sortAnswer>;
