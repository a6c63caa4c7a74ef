/**
 * What can be wrong in a content, as a code with its data; every code has its sentence in every
 * language.
 */
import type { z } from "zod";
import type { PacksMessages } from "../i18n/messages/packs.ts";

type Sentences = PacksMessages["problems"];
type DataOf<Sentence> = Sentence extends (data: infer Data) => string ? Data : never;

/** A code, and what its sentence names. */
export type Problem = {
  readonly [Code in keyof Sentences]: { readonly code: Code } & (Parameters<Sentences[Code]> extends []
    ? unknown
    : Readonly<DataOf<Sentences[Code]>>);
}[keyof Sentences];

export type PlacedProblem = { readonly path: readonly (string | number)[]; readonly problem: Problem };

/** zod hands on what is told it without its type, but as the same object. */
const told = new WeakMap<object, Problem>();

/** Tells a schema's check of a problem. */
export const tellProblem = (context: z.RefinementCtx, { path, problem }: PlacedProblem): void => {
  told.set(problem, problem);
  context.addIssue({ code: "custom", path: [...path], params: problem, message: problem.code });
};

/** The problem that was told with an issue, if one was. */
export const toldProblem = (params: object | undefined): Problem | undefined =>
  params === undefined ? undefined : told.get(params);
