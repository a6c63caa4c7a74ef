/**
 * Translates what Slack sends into requests to the workshop, and answers. Bolt has verified each
 * payload; what it holds is still checked where it is taken.
 */
import type { AllMiddlewareArgs, App } from "@slack/bolt";
import type { Inbound } from "../../src/operating/adapter.ts";
import type { Workshop } from "../../src/workshop.ts";
import { admit } from "./admission.ts";
import { addUnserved } from "./answer-unserved.ts";
import { addAskAnywhere } from "./ask-anywhere.ts";
import type { Bolt } from "./bolt.ts";
import { addDecide } from "./decide.ts";
import { addForms, addRedraws } from "./forms.ts";
import { addHome } from "./home.ts";
import { makeOriginOf, type Taking } from "./origin.ts";
import type { People } from "./people.ts";
import { addButtons } from "./press.ts";
import type { PrivateCards } from "./private-cards.ts";
import type { Admission } from "./standing.ts";
import { makeTellUnserved } from "./unserved.ts";
import { addAgain, addCommand, addInvitation, addMentions, addShortcut } from "./words.ts";
import { workspaceOf } from "./workspace.ts";

export type InboundParts = {
  readonly workshop: Workshop;
  readonly bolt: Bolt;
  readonly people: People;
  readonly privateCards: PrivateCards;
  readonly admission: Admission;
  readonly reportFault: (fault: unknown) => void;
};

/** Registers everything the app answers to, and begins to listen. */
export const makeInbound = async (parts: InboundParts): Promise<Inbound> => {
  const { bolt, people, privateCards } = parts;
  const work: Taking = { workshop: admit(parts.workshop), bolt, people, privateCards, originOf: makeOriginOf(parts) };
  addUnserved(bolt.app, { people, tell: makeTellUnserved(parts.reportFault) });
  for (const add of [
    addCommand,
    addButtons,
    addAgain,
    addForms,
    addRedraws,
    addShortcut,
    addDecide,
    addAskAnywhere,
    addMentions,
    addInvitation,
    addHome,
    addRemoval,
  ])
    add(bolt.app, work);
  await bolt.start();
  return { routes: bolt.routes, stop: bolt.stop };
};

const addRemoval = (app: App, { bolt }: Taking): void => {
  const forget = async ({ context }: AllMiddlewareArgs): Promise<void> => {
    const workspace = workspaceOf(context);
    if (workspace !== undefined) await bolt.accounts.forget(workspace);
  };
  app.event("app_uninstalled", forget);
  app.event("tokens_revoked", async (args) => {
    if ((args.event.tokens.bot ?? []).length > 0) await forget(args);
  });
};
