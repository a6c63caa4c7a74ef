/**
 * Starting what no pack has: its content is asked of the facilitator, in a line of words or in a
 * form.
 */
import type { Checked, Draft, Mistakes, Setup } from "../activities/activity.ts";
import { kinds } from "../activities/kinds.ts";
import { refusalText } from "../cards/private/refusal-text.ts";
import { type CommandLine, plainStart, type StartOptions } from "../commands/command-line.ts";
import { writeEnd } from "../commands/deadline.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SetupName } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { type Context, refuse, translatorIn } from "./context.ts";
import type { Origin, Reply } from "./request.ts";
import { optionFields, readOptions, startFrozen } from "./start-session.ts";

type Found = { readonly kind: string; readonly setup: Setup<unknown> };

/** The kind that asks under this name. Throws when this program has none. */
const setupNamed = (name: SetupName): Found => {
  const found = kinds.flatMap(({ kind, setup }) => (setup?.name === name ? [{ kind, setup }] : []))[0];
  if (found === undefined) throw new Error(`No kind asks under ${name}`);
  return found;
};

/** Starts what a line says in full; asks with what was understood for what is missing. */
export const runSetup = async (
  context: Context,
  origin: Origin,
  { setup: name, words, options, refusal }: CommandLine & { readonly type: "set-up" },
  t: Translator,
): Promise<Reply> => {
  const found = setupNamed(name);
  const draft = found.setup.read(words, t);
  if (words === "") return askAgain(context, origin, found, { draft, options, mistakes: {}, refusal }, t);
  const spoken = spokenIn(context, origin, options);
  const checked = checkSetup(found, draft, t, spoken);
  if (checked.type === "answer" && refusal === undefined)
    return startFrozen(context, origin, frozen(found, checked.answer), options, t);
  const mistakes = checked.type === "mistakes" ? checked.mistakes : {};
  return askAgain(context, origin, found, { draft, options, mistakes, refusal }, t);
};

/** The language of the session that is asked for. */
const spokenIn = (context: Context, { workspace, language }: Origin, options: StartOptions): Translator =>
  translatorIn(context, workspace, options.language ?? language);

/** Mistakes are told to the asker; what is put in for them stands in the session's language. */
const checkSetup = ({ setup }: Found, draft: Draft, t: Translator, spoken: Translator): Checked<unknown> => {
  const checked = setup.check(draft, t);
  return checked.type === "mistakes" ? checked : setup.check(draft, spoken);
};

export const askSetup = (context: Context, origin: Origin, name: SetupName, t: Translator): Reply =>
  askAgain(context, origin, setupNamed(name), { draft: {}, options: plainStart, mistakes: {} }, t);

/** Asks the form again, with what stands in it. */
export const redrawSetup = (
  context: Context,
  origin: Origin,
  { setup }: { readonly setup: SetupName },
  values: Draft,
  t: Translator,
): Reply => {
  const options = readOptions(values, origin, context.clock.now(), t)?.options ?? plainStart;
  return askAgain(context, origin, setupNamed(setup), { draft: values, options, mistakes: {} }, t);
};

/** Takes the submitted form. */
export const submitSetup = async (
  context: Context,
  origin: Origin,
  { setup: name }: { readonly setup: SetupName },
  values: Draft,
  t: Translator,
): Promise<Reply> => {
  const found = setupNamed(name);
  const read = readOptions(values, origin, context.clock.now(), t);
  if (read === undefined) return refuse({ code: "bad-request" }, t);
  const checked = checkSetup(found, values, t, spokenIn(context, origin, read.options));
  const mistakes = { ...(checked.type === "mistakes" ? checked.mistakes : {}), ...read.mistakes };
  if (checked.type === "mistakes" || Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return startFrozen(context, origin, frozen(found, checked.answer), read.options, t);
};

const frozen = ({ kind, setup }: Found, content: unknown) => ({
  activity: { pack: null, id: setup.name, kind, content, linked: {} },
  takesResponses: true,
});

type Understood = {
  readonly draft: Draft;
  readonly options: StartOptions;
  readonly mistakes: Mistakes;
  readonly refusal?: Refusal | undefined;
};

const askAgain = (
  context: Context,
  origin: Origin,
  { setup }: Found,
  { draft, options, mistakes, refusal }: Understood,
  t: Translator,
): Reply => {
  const say = t.messages.commands.startForm;
  const { discussion, anonymous, language } = options;
  const values = {
    discussion,
    anonymous,
    end: writeEnd(options, origin.zone, t.typed),
    language: language ?? origin.language,
  };
  const questions = setup.form(draft, t, mistakes);
  return {
    type: "form",
    form: {
      purpose: { type: "set-up", nonce: context.ids.next(), setup: setup.name },
      title: setup.title(t),
      intro: [
        ...(refusal === undefined ? [] : [{ type: "paragraph", text: refusalText(refusal, t) } as const]),
        ...(questions.intro ?? []),
      ],
      fields: [...questions.fields, ...optionFields(values, t)],
      submit: say.submit,
      cancel: say.cancel,
    },
  };
};
