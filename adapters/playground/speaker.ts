/** Who speaks, from where, as the page says it; checked before anything is done. */
import type { Response } from "express";
import { z } from "zod";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Origin } from "../../src/requests/request.ts";
import { isZone } from "../../src/schedule/zones.ts";
import { isChannel, isPerson } from "./people.ts";
import { playgroundWorkspace } from "./workspace.ts";

export const intent = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

export const speaker = {
  person: z.string().refine(isPerson),
  channel: z.string().refine(isChannel),
  thread: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullable(),
  language: z.enum(languageCodes),
  zone: z.string().max(64).refine(isZone),
};

export type Speaker = z.infer<z.ZodObject<typeof speaker>>;

export const originOf = ({ person, channel, language, zone }: Speaker, meant: string): Origin => ({
  workspace: playgroundWorkspace,
  channel,
  person,
  language,
  zone,
  intent: meant,
});

export const refuseRequest = (response: Response): Response => response.status(400).json({ error: "bad-request" });
