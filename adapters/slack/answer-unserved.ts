/** Answers those who ask for something in a workspace in which the app can't act. */
import type { AllMiddlewareArgs, AnyMiddlewareArgs, App } from "@slack/bolt";
import { drawMistakes } from "./draw/draw-form.ts";
import type { People } from "./people.ts";
import { readUnserved, sentenceFor, type TellUnserved } from "./unserved.ts";
import { workspaceOf } from "./workspace.ts";

type Parts = { readonly people: People; readonly tell: TellUnserved };

/**
 * Before everything else: where there is no token, the answer to the payload itself and its
 * response URL are the only ways to the person, so that who mentions the app, or presses something
 * in a dialog, can't be reached.
 */
export const addUnserved = (app: App, { people, tell }: Parts): void => {
  app.use(async (args) => {
    const why = readUnserved(args.context);
    if (why === undefined) return args.next();
    const workspace = workspaceOf(args.context);
    if (workspace !== undefined && why !== "fault") tell(why, workspace);
    const { userId: person } = args.context;
    return answer(args, sentenceFor(why, await people.languageOf(workspace, person)));
  });
};

const answer = async (args: AnyMiddlewareArgs & AllMiddlewareArgs, text: string): Promise<void> => {
  const message = { response_type: "ephemeral", replace_original: false, text } as const;
  if ("command" in args && args.command !== undefined) return args.ack({ response_type: "ephemeral", text });
  if ("view" in args && args.view !== undefined) {
    const fields = args.view.blocks.flatMap(({ type, block_id }) => (type === "input" && block_id ? [block_id] : []));
    return args.body.type === "view_submission"
      ? args.ack({ response_action: "errors", errors: drawMistakes({ form: text }, fields) })
      : args.ack();
  }
  if ("ack" in args && args.ack !== undefined) await args.ack();
  if ("respond" in args && args.respond !== undefined) await args.respond(message);
};
