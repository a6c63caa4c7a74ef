/** Checks that rest on some parts of a content alone. */
import { z } from "zod";

/**
 * Made as soon as those parts are right, whatever else is wrong in the content, so that one run
 * tells every mistake. zod by itself makes such checks only of a content that is right otherwise.
 *
 * @example
 * z.strictObject({ … }).check(judging(z.object({ start: id, nodes }), (flow, context) => …))
 */
export const judging = <Parts>(
  parts: z.ZodType<Parts>,
  judge: (parts: Parts, context: z.RefinementCtx) => void,
): z.core.$ZodCheck<unknown> =>
  z.core._superRefine<unknown>(
    (content, context) => {
      const read = parts.safeParse(content);
      if (read.success) judge(read.data, context);
    },
    { when: () => true },
  );
