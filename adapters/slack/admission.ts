/**
 * The workshop as Slack's people find it: who may not take part gets a sentence for everything they
 * ask, and reaches nothing.
 */

import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import type { Workshop } from "../../src/workshop.ts";
import { slackMessages } from "./messages/speak.ts";
import { type Admission, mayTakePart, type Standing } from "./standing.ts";
import { address } from "./workspace.ts";

/** An origin, and the sentence for whoever may not take part. */
export type Visit = Origin & { readonly refusal: string | undefined };

/**
 * Undefined for who may take part. Where Slack didn't say who somebody is, only those who would
 * take anybody do.
 */
export const refusalFor = (
  admission: Admission,
  standing: Standing | undefined,
  language: Language,
): string | undefined => {
  const say = slackMessages(language);
  switch (standing) {
    case undefined: {
      const takesAnybody = mayTakePart(admission, "guest") && mayTakePart(admission, "external");
      return takesAnybody ? undefined : translatorFor(language, address).messages.commands.refusals.fault;
    }
    case "member":
      return undefined;
    case "guest":
      return mayTakePart(admission, standing) ? undefined : say.guestRefused;
    case "external":
      return mayTakePart(admission, standing) ? undefined : say.externalRefused;
    default:
      return standing satisfies never;
  }
};

/** What people reach in Slack. */
export type Admitted = {
  readonly [Verb in "run" | "askAbout" | "press" | "submit" | "redraw" | "runInThread"]: (
    visit: Visit,
    ...rest: Rest<Workshop[Verb]>
  ) => Promise<Reply>;
} & Pick<Workshop, "drawHome" | "chooseLanguage">;

type Rest<Verb> = Verb extends (origin: Origin, ...rest: infer Given) => Promise<Reply> ? Given : never;

export const admit = (workshop: Workshop): Admitted => {
  const unlessRefused =
    <Given extends readonly unknown[]>(act: (origin: Origin, ...rest: Given) => Promise<Reply>) =>
    async ({ refusal, ...origin }: Visit, ...rest: Given): Promise<Reply> =>
      refusal === undefined ? act(origin, ...rest) : { type: "refused", text: [{ type: "plain", text: refusal }] };
  return {
    run: unlessRefused(workshop.run),
    askAbout: unlessRefused(workshop.askAbout),
    press: unlessRefused(workshop.press),
    submit: unlessRefused(workshop.submit),
    redraw: unlessRefused(workshop.redraw),
    runInThread: unlessRefused(workshop.runInThread),
    drawHome: workshop.drawHome,
    chooseLanguage: workshop.chooseLanguage,
  };
};
