/**
 * A line that asks a question of one's own each time: the schedule is kept, or a form asks with
 * what was understood for what is missing.
 */
import { frozenSetup } from "../activities/setups.ts";
import { unreadMistakes } from "../cards/forms/option-fields.ts";
import { draftOfLine } from "../cards/forms/schedule-draft.ts";
import { mistakesAtFields } from "../cards/forms/schedule-form.ts";
import { parsePlan } from "../commands/schedule-plan.ts";
import { parseScheduledQuestion } from "../commands/schedule-question.ts";
import type { SetupName } from "../i18n/typed-words.ts";
import { type Asking, refuse } from "./context.ts";
import { create, drawPlanForm, orPreset, presetOf } from "./keep-schedule.ts";
import type { Reply } from "./request.ts";
import { checkSetup, setupIn, spokenIn } from "./set-up.ts";
import { loadPreset, refuseStarter } from "./settings.ts";

export const runScheduledQuestion = async (asking: Asking, setup: SetupName, typed: string): Promise<Reply> => {
  const { context, origin, t } = asking;
  const refusal = await refuseStarter(context, origin, await loadPreset(context, origin));
  if (refusal !== undefined) return refuse(refusal, t);
  const preset = await presetOf(context, origin);
  const { words, unread, ...line } = parseScheduledQuestion(typed, preset);
  const found = setupIn(context, setup);
  if (found === undefined) return refuse({ code: "no-setup" }, t);
  const { method, reasons } = preset;
  const question = { reasons, method: line.method ?? method, ...found.setup.read(words, t) };
  const plan = { ...line.plan, settings: orPreset(line.plan.settings, preset) };
  const checked = checkSetup(found, { draft: question }, t, spokenIn(context, origin, plan.settings));
  const own = checked.type === "answer" ? { own: frozenSetup(found, checked.answer) } : {};
  const parsed = parsePlan(context.library, { ...plan, ...own }, context.clock.now());
  if (parsed.type === "plan" && checked.type === "answer" && unread.length === 0) return create(asking, parsed.plan);
  const draft = { ...draftOfLine(plan), ...question };
  // What packs hold isn't asked for.
  const { from: _, ...wrong } = parsed.type === "mistakes" ? parsed.mistakes : {};
  const mistakes = {
    ...(checked.type === "mistakes" ? checked.mistakes : {}),
    ...mistakesAtFields(wrong, draft, t),
    ...unreadMistakes(unread, t),
  };
  const token = { type: "schedule", nonce: context.ids.next() } as const;
  return { type: "form", form: drawPlanForm(context, token, { draft, t, mistakes }) };
};
