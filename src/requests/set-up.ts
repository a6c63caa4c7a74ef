/**
 * Starting what no pack has: its content is asked of the facilitator, in a line of words or in a
 * form.
 */

import type { Checked, Draft, Mistakes } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import { findSetup, frozenSetup, type KindSetup, setupNamed } from "../activities/setups.ts";
import type { Amending } from "../activities/stating.ts";
import type { Field, FormToken } from "../cards/form.ts";
import { sourceLengthMax } from "../cards/forms/form-token.ts";
import {
  isFoldFilled,
  isFoldOpened,
  optionDraft,
  optionFields,
  unreadMistakes,
  withMistake,
} from "../cards/forms/option-fields.ts";
import { presetNote } from "../cards/private/settings-card.ts";
import type { CommandLine } from "../commands/command.ts";
import type { StartOptions } from "../commands/option-values.ts";
import type { Translator } from "../i18n/translator.ts";
import { type SetupName, setupNames } from "../i18n/typed-words.ts";
import { leads } from "../session/permission.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { Resolved } from "../settings/settings.ts";
import { present } from "../text/present.ts";
import { words as plainWords, wellFormed } from "../text/text.ts";
import { atItsField } from "./cast.ts";
import { type Asking, type Context, loadSessionFor, refuse, translatorIn } from "./context.ts";
import { followedBy, loadEarlier } from "./earlier-run.ts";
import type { Startable } from "./plan-start.ts";
import type { Origin, Reply } from "./request.ts";
import { loadPreset, refuseStarter } from "./settings.ts";
import { fillingOf, readOptions, withPreset } from "./start-options.ts";
import { startFrozen } from "./start-session.ts";

/** Starts what a line says in full; asks with what was understood for what is missing. */
export const runSetup = async (
  asking: Asking,
  { setup: name, words, options, unread, method }: CommandLine & { readonly type: "set-up" },
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const found = setupIn(context, name);
  if (found === undefined) return refuse({ code: "no-setup" }, t);
  const resolved = await loadPreset(context, origin);
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
  const wanted = withPreset(options, resolved);
  const typed = { ...presetDraft(resolved), ...found.setup.read(words, t), ...present({ method }) };
  const filling = fillingOf(origin, resolved, context.clock.now());
  const draft = { ...typed, ...optionDraft(wanted, unread, filling, t) };
  const spoken = spokenIn(context, origin, { language: options.language ?? filling.language });
  const checked = checkSetup(found, { draft }, t, spoken);
  if (checked.type === "answer" && unread.length === 0)
    return startFrozen(asking, startable(found, checked.answer), wanted, resolved);
  // Whoever typed nothing has made no mistake.
  const wrong = checked.type === "mistakes" && words !== "" ? checked.mistakes : {};
  return askAgain(asking, found, { draft, mistakes: { ...wrong, ...unreadMistakes(unread, t) }, resolved });
};

/** The language of the session that is asked for. */
export const spokenIn = (
  context: Context,
  { workspace, language }: Origin,
  options: Pick<StartOptions, "language">,
): Translator => translatorIn(context, workspace, options.language ?? language);

/** Mistakes are told to the asker; what is put in for them stands in the session's language. */
export const checkSetup = (
  { setup }: KindSetup,
  { draft, source }: Pick<Understood, "draft" | "source">,
  t: Translator,
  spoken: Translator,
): Checked<unknown> => {
  const checked = setup.check(draft, t, source);
  return checked.type === "mistakes" ? checked : setup.check(draft, spoken, source);
};

/** What the channel has preset of what a setup asks. */
const presetDraft = ({ settings: { method, reasons } }: Resolved): Draft => ({ method, reasons });

/** As far as the program or one of its packs has it. */
export const setupIn = ({ library }: Context, name: SetupName): KindSetup | undefined =>
  findSetup(name, library.activities);

export const askSetup = async (asking: Asking, name: SetupName): Promise<Reply> => {
  const { context, origin, t } = asking;
  const resolved = await loadPreset(context, origin);
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
  const found = setupIn(context, name);
  if (found === undefined) return refuse({ code: "no-setup" }, t);
  return askAgain(asking, found, { draft: presetDraft(resolved), mistakes: {}, resolved });
};

/** A message that somebody wants decided on: its words as they were typed, and its address. */
export type AboutMessage = { readonly words: string; readonly link: string | null };

/** Asks about a message, which stands in the form as background. */
export const askAbout = async (asking: Asking, { words, link }: AboutMessage): Promise<Reply> => {
  const { context, origin, t } = asking;
  const resolved = await loadPreset(context, origin);
  const refusal = await refuseStarter(context, origin, resolved);
  if (refusal !== undefined) return refuse(refusal, t);
  const found = setupNamed("ask");
  const source = link !== null && isPermalink(asking, link) ? link : undefined;
  const draft = { ...presetDraft(resolved), ...found.setup.about(wellFormed(words)) };
  return askAgain(asking, found, { draft, mistakes: {}, source, resolved });
};

/** Whether an address is one of a message there: nothing else is linked. */
const isPermalink = ({ context, origin }: Asking, link: string): boolean =>
  link.length <= sourceLengthMax && context.platformOf(origin.workspace).capabilities.permalinks?.test(link) === true;

/** Asks for other words of a session's proposal. */
export const askAmendment = async (asking: Asking, id: string): Promise<Reply> => {
  const amended = await loadAmended(asking, id);
  if ("code" in amended) return refuse(amended, asking.t);
  const { name, session, amending } = amended;
  const { discussion, anonymous, language } = session.settings;
  const draft = { ...amending.draft, discussion, anonymous, language };
  const resolved = await loadPreset(asking.context, asking.origin);
  return askAgain(asking, setupNamed(name), { draft, mistakes: {}, amends: id, resolved });
};

type Amended = {
  readonly name: SetupName;
  readonly session: Session;
  readonly amending: Amending<unknown>;
};

/** What is amended, of one's own sessions whose answers are known; or why it can't be. */
const loadAmended = async ({ context, origin }: Asking, id: string): Promise<Amended | Refusal> => {
  const session = await loadSessionFor(context, origin, id);
  const name = setupNames.find((one) => one === session?.activity.id);
  if (session === undefined || name === undefined) return { code: "not-found" };
  if (!leads(session, origin.person)) return { code: "not-facilitator", command: "mend" };
  const { amending } = openFrozen(session.activity);
  if (amending === undefined) return { code: "not-mendable" };
  const { state } = session;
  if (!maySeeChoices(session)) return { code: "wrong-state", command: "mend", state };
  return { name, session, amending };
};

type Token = FormToken & { readonly type: "set-up" };

/** Asks the form again, with what stands in it. */
export const redrawSetup = async (
  asking: Asking,
  { setup, source, amends, again }: Token,
  { values, pressed }: { readonly values: Draft; readonly pressed: string | undefined },
): Promise<Reply> => {
  if (source !== undefined && !isPermalink(asking, source)) return refuse({ code: "bad-request" }, asking.t);
  const resolved = await loadPreset(asking.context, asking.origin);
  const found = setupIn(asking.context, setup);
  if (found === undefined) return refuse({ code: "no-setup" }, asking.t);
  const understood = { draft: values, mistakes: {}, source, amends, again, resolved };
  return askAgain(asking, found, { ...understood, redrawn: { pressed } });
};

/** Takes the submitted form. */
export const submitSetup = async (
  asking: Asking,
  { setup: name, source, amends, again }: Token,
  values: Draft,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const found = setupIn(context, name);
  if (found === undefined) return refuse({ code: "no-setup" }, t);
  const resolved = await loadPreset(context, origin);
  const filling = fillingOf(origin, resolved, context.clock.now());
  const read = readOptions(values, origin, filling, t);
  if (read === undefined || (source !== undefined && !isPermalink(asking, source)))
    return refuse({ code: "bad-request" }, t);
  const spoken = spokenIn(context, origin, { language: read.options.language ?? filling.language });
  const checked = checkSetup(found, { draft: { ...presetDraft(resolved), ...values }, source }, t, spoken);
  const mistakes = { ...(checked.type === "mistakes" && checked.mistakes), ...read.mistakes };
  if (checked.type === "mistakes" || Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  if (again !== undefined) {
    const earlier = await loadEarlier(asking, again);
    if ("code" in earlier) return refuse(earlier, t);
    const content = await followedBy(asking, earlier, checked.answer);
    return atItsField(await startFrozen(asking, startable(found, content), read.options, resolved));
  }
  if (amends === undefined)
    return atItsField(await startFrozen(asking, startable(found, checked.answer), read.options, resolved));
  const amended = await loadAmended(asking, amends);
  if ("code" in amended) return refuse(amended, t);
  const content = amended.amending.follow(checked.answer);
  return atItsField(await startFrozen(asking, startable(found, content), read.options, resolved));
};

const startable = (found: KindSetup, content: unknown): Startable => ({
  activity: frozenSetup(found, content),
  takesResponses: true,
});

/** Whether members may add options. */
const openField = ({ open }: Draft, t: Translator): Field => {
  const { open: label, openHint: hint } = t.messages.commands.startForm;
  return { type: "toggle", id: "open", label, hint, required: false, folded: true, value: open === true };
};

type Understood = {
  readonly draft: Draft;
  readonly mistakes: Mistakes;
  readonly resolved: Resolved;
  /** The address of the message that it is about. */
  readonly source?: string | undefined;
  /** The session whose proposal gets other words. */
  readonly amends?: string | undefined;
  /** The session that is run again. */
  readonly again?: string | undefined;
  /** Where the form stood open before, with the step that was pressed. */
  readonly redrawn?: { readonly pressed: string | undefined };
};

/** The form of a setup, with what was understood so far. */
export const askAgain = (
  { context, origin, t }: Asking,
  { setup }: KindSetup,
  { draft, mistakes, resolved, source, amends, again, redrawn }: Understood,
): Reply => {
  const say = t.messages.commands.startForm;
  const filling = fillingOf(origin, resolved, context.clock.now());
  const fieldsFor = (values: Draft): readonly Field[] => {
    const { fields } = setup.form(values, t);
    const open = setup.takesOptions === true ? [openField(values, t)] : [];
    const folded = [...fields.filter(isFolded), ...open, ...optionFields(values, filling, t)];
    return [...fields.filter(isUnfolded), ...folded];
  };
  const fields = fieldsFor(draft).map((field) => withMistake(field, mistakes[field.id]));
  return {
    type: "form",
    form: {
      token: {
        type: "set-up",
        nonce: context.ids.next(),
        setup: setup.name,
        ...present({ source, amends, again }),
      },
      title: setup.title(t),
      intro: [
        ...(mistakes.form === undefined ? [] : [{ type: "paragraph", text: plainWords(mistakes.form) } as const]),
        ...(setup.form(draft, t).intro ?? []),
        ...presetNote(resolved, t),
      ],
      fields,
      fold: {
        label: say.fold,
        isOpen:
          redrawn === undefined
            ? isFoldFilled(fields, fieldsFor(presetDraft(resolved)))
            : isFoldOpened(fields, draft, redrawn.pressed),
      },
      submit: say.submit,
      cancel: say.cancel,
    },
  };
};

const isFolded = ({ folded }: Field): boolean => folded === true;
const isUnfolded = (field: Field): boolean => !isFolded(field);
