/** Reads under which names, beside the local ones, people may open the playground. */
import { z } from "zod";
import { optional } from "../../src/operating/environment.ts";

/** A name or address, with a port or without, as it stands in a browser's address bar. */
const hostName = z
  .string()
  .regex(
    /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/,
    "expected names such as workshop.example, without http://",
  );

const namesOf = (text = ""): string[] =>
  text.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim().toLowerCase()]));

/** Separated by commas. */
export const hostNames = optional.transform(namesOf).superRefine((names, context) => {
  for (const name of names) {
    const { error } = hostName.safeParse(name);
    if (error !== undefined) context.addIssue(error.issues[0]?.message ?? "");
  }
});
