/** What a pack file of kind `checklist` says, and what a participant submits. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";

export const verdicts = ["yes", "no", "unsure"] as const;
export type Verdict = (typeof verdicts)[number];

const itemId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** Sixteen items with a note each still fit a dialog of 100 blocks, the narrowest there is. */
export const checklistContent = z.strictObject({
  title: localized(100),
  intro: localized(500),
  /** `self-check`: everyone sees their own result alone, and the team only sums. */
  audience: z.enum(["team", "self-check"]).default("team"),
  items: z
    .array(
      z.strictObject({
        id: itemId,
        label: localized(150),
        description: localized(300).optional(),
        /** What a yes to this item points to. */
        whenYes: localized(300).optional(),
      }),
    )
    .min(1)
    .max(16)
    .refine((items) => new Set(items.map((item) => item.id)).size === items.length, "option-ids-unique"),
  conclusions: z
    .strictObject({
      allYes: localized(500).optional(),
      /** The items that weren't answered with yes are listed after it. */
      notAllYes: localized(500).optional(),
      noneYes: localized(500).optional(),
    })
    .default({}),
});

export type ChecklistContent = z.infer<typeof checklistContent>;

export const noteLengthMax = 300;

/** Verdict and note by item id; a note is kept only where something was written. */
export const checklistAnswer = z.strictObject({
  verdicts: z.record(itemId, z.enum(verdicts)),
  notes: z.record(itemId, z.string().min(1).max(noteLengthMax)),
});

export type ChecklistAnswer = z.infer<typeof checklistAnswer>;
