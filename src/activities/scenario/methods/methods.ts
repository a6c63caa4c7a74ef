/** The methods, a line a method. */
import { z } from "zod";
import type { MethodName } from "../../../i18n/typed-words.ts";
import { approval } from "./approval.ts";
import { consent } from "./consent.ts";
import { dots } from "./dots.ts";
import type { Given } from "./given.ts";
import type { OpenMethod } from "./method.ts";
import { ranked } from "./ranked.ts";
import { score } from "./score.ts";
import { single } from "./single.ts";

export const methods: readonly OpenMethod[] = [single, approval, ranked, score, dots, consent];

/** What a content without the name of a method is answered by: all of them were, once. */
export const firstMethod: OpenMethod = single;

/** The method of that name; the first where a content names none. Throws when there is none. */
export const methodNamed = (name: MethodName | undefined): OpenMethod => {
  if (name === undefined) return firstMethod;
  const found = methods.find((method) => method.name === name);
  if (found === undefined) throw new Error(`No method is called ${name}`);
  return found;
};

/** An answer by any method. */
export const methodAnswer: z.ZodType<Given> = z.union(methods.map(({ answer }) => answer));
