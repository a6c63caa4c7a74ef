/** What the environment says of the playground: whether it is wanted, and under which names. */
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
const hostNames = optional.transform(namesOf).superRefine((names, context) => {
  for (const name of names) {
    const { error } = hostName.safeParse(name);
    if (error !== undefined) context.addIssue(error.issues[0]?.message ?? "");
  }
});

export type PlaygroundConfig = {
  readonly wanted: "always" | "unless-others" | "never";
  /** Names beside the local ones under which people may open it. */
  readonly hosts: readonly string[];
};

const wants = { "1": "always", "0": "never" } as const;

export const playgroundConfiguration = z
  .object({ WORKSHOP_PLAYGROUND: z.enum(["1", "0"]).optional(), WORKSHOP_HOSTS: hostNames })
  .transform(
    ({ WORKSHOP_PLAYGROUND: wanted, WORKSHOP_HOSTS: hosts }): PlaygroundConfig => ({
      wanted: wanted === undefined ? "unless-others" : wants[wanted],
      hosts,
    }),
  );
