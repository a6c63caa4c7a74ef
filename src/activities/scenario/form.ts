/**
 * A scenario's response form: what its method asks, the reason, and how sure one is; and what is
 * read from it.
 */
import { guessAmong } from "../../analysis/confidence.ts";
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { present } from "../../text/present.ts";
import type { BallotButton, Checked, Draft, FormContext, Mistakes, Questions } from "../asking.ts";
import { chanceInput, chanceMax, parsePercent } from "../chance.ts";
import { type EarlierReason, readReason, reasonFields } from "../earlier-reason.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import { isNoVote, type ScenarioAnswer, type ScenarioContent } from "./content.ts";
import { confidenceMin, reasonLengthMax } from "./methods/given.ts";
import type { Ballot, OpenMethod } from "./methods/method.ts";
import { cannotJudge, choiceField } from "./methods/pick.ts";
import { movedField, movedIn } from "./moved-by.ts";

/** What is taken by a draft, where one option is. */
const takenIn = ({ isPick }: OpenMethod, ballot: Ballot, draft: Draft): string | undefined => {
  const offered = [...ballot.options.map(({ id }) => id), cannotJudge];
  return isPick ? offered.find((id) => id === draft[choiceField]) : undefined;
};

/** Whether a draft says that its author can't judge. */
const saysNoVote = ({ isPick }: OpenMethod, draft: Draft): boolean =>
  isPick ? draft[choiceField] === cannotJudge : draft[cannotJudge] === true;

/** Whether a draft answers otherwise, as far as it has come. */
const saysOther =
  (content: ScenarioContent, draft: Draft, t: Translator) =>
  (than: ScenarioAnswer | undefined): boolean => {
    const method = methodOf(content);
    if (than === undefined) return false;
    if (saysNoVote(method, draft)) return !isNoVote(than);
    const read = method.read(ballotOf(content, t), draft, t);
    return read.type === "said" && !method.isSame({ ...read.said, reason: "" }, than);
  };

/** The reason that stands, and whether something else is chosen now. */
const earlierReason = (earlier: ScenarioAnswer | undefined, changed: boolean): EarlierReason | undefined =>
  earlier === undefined || earlier.reason === "" ? undefined : { text: earlier.reason, changed };

/** Whether a reason is owed with what is taken. */
const owesReason = ({ reasons }: ScenarioContent, method: OpenMethod, taken: string | undefined): boolean =>
  reasons === "required" || (taken !== undefined && method.needsReason?.(taken) === true);

export const check = (
  content: ScenarioContent,
  draft: Draft,
  t: Translator,
  { earlier, previous }: FormContext<ScenarioAnswer>,
): Checked<ScenarioAnswer> => {
  const say = t.messages.scenario;
  const method = methodOf(content);
  const ballot = ballotOf(content, t);
  const taken = takenIn(method, ballot, draft);
  const isOther = saysOther(content, draft, t);
  const before = earlierReason(earlier, isOther(earlier));
  const moved = present({ moved: isOther(previous) ? movedIn(draft) : undefined });
  const { text: reason, field } = readReason("reason", draft, before);
  const over = reason.length - reasonLengthMax;
  const tooLong = over > 0 ? say.reasonTooLong({ over, max: reasonLengthMax }) : undefined;
  if (saysNoVote(method, draft))
    return tooLong === undefined
      ? { type: "answer", answer: { ...noVote(reason), ...moved } }
      : { type: "mistakes", mistakes: { [field]: tooLong } };
  const read = method.read(ballot, draft, t);
  const sure = method.asksConfidence ? readSure(draft, isOther(earlier) ? undefined : earlier) : unasked;
  const foreseen = asksForeseen(content) ? parsePercent(draft.foreseen, 0) : null;
  const missing = before?.changed === true ? t.messages.session.earlierReason.missing : say.giveReason;
  const reasonMistake = reason === "" && owesReason(content, method, taken) ? missing : tooLong;
  const mistakes: Mistakes = {
    ...(read.type === "mistakes" && read.mistakes),
    ...(reasonMistake !== undefined && { [field]: reasonMistake }),
    ...(sure === undefined && { chance: say.badConfidence }),
    ...(foreseen === undefined && { foreseen: say.badConfidence }),
  };
  if (read.type === "mistakes" || sure === undefined || foreseen === undefined || Object.keys(mistakes).length > 0)
    return { type: "mistakes", mistakes };
  return { type: "answer", answer: { ...read.said, reason, ...sure, ...present({ foreseen }), ...moved } };
};

/** Kept where no chance is asked for, as it always was: so a form sent again is known again. */
const unasked = { confidence: null } as const;

const noVote = (reason: string) => ({ cannotJudge: true, reason, ...unasked }) as const;

/**
 * How sure somebody is, on the scale that the form asked it on: one that was opened before there
 * was another scale asks for `confidence`. What stands on that one stays until a chance is given.
 */
const readSure = (draft: Draft, earlier: ScenarioAnswer | undefined): Partial<ScenarioAnswer> | undefined => {
  if (!("chance" in draft) && "confidence" in draft) {
    const confidence = parsePercent(draft.confidence, confidenceMin);
    return confidence === undefined ? undefined : { confidence };
  }
  const chance = parsePercent(draft.chance, 0);
  if (chance === undefined) return undefined;
  const confidence = earlier?.confidence ?? null;
  return chance === null && confidence !== null ? { confidence } : { chance };
};

export const form = (
  content: ScenarioContent,
  draft: Draft,
  t: Translator,
  { earlier, previous, discussed = [], pressed: step }: FormContext<ScenarioAnswer>,
): Questions => {
  const say = t.messages.scenario;
  const method = methodOf(content);
  const ballot = ballotOf(content, t);
  const taken = takenIn(method, ballot, draft);
  const isOther = saysOther(content, draft, t);
  const changed = isOther(earlier);
  const before = earlierReason(earlier, changed);
  const owed = owesReason(content, method, taken);
  // Only of an option that was taken can it be said what speaks for it and against the others.
  const takesOption = method.isPick && method.stances === undefined;
  const reason = {
    id: "reason",
    label: takesOption ? say.reason : t.messages.methods.reason,
    hint: takesOption ? say.reasonHint : t.messages.methods.reasonHint,
    required: owed,
    multiline: true,
    lengthMax: reasonLengthMax,
  };
  const { fields, after = [], outro = [] } = method.fields(ballot, draft, t, { again: earlier !== undefined });
  return {
    fields: [
      ...fields,
      ...(content.reasons === "none" && !owed ? [] : reasonFields(reason, draft, before, t)),
      ...after,
      ...(isOther(previous) ? [movedField(discussed, draft, t)] : []),
      ...(asksForeseen(content) ? [foreseenField(draft, t)] : []),
      ...(method.asksConfidence ? [chanceField(ballot, { draft, step, changed, earlier }, t)] : []),
    ],
    // Where an answer is one option, it stands among them.
    presses: method.isPick ? [] : [noVoteButton(t)],
    outro,
  };
};

/** Says in one press that one can't judge. */
export const noVoteButton = (t: Translator): BallotButton => ({
  label: t.messages.methods.cannotJudge.option,
  option: cannotJudge,
});

const asksForeseen = (content: ScenarioContent): boolean =>
  content.foresees === true && methodOf(content).asksConfidence;

const foreseenField = (draft: Draft, t: Translator): Field => ({
  type: "number",
  id: "foreseen",
  label: t.messages.scenario.foreseen.field,
  hint: t.messages.scenario.foreseen.hint,
  required: false,
  min: 0,
  max: chanceMax,
  unit: "%",
  value: parsePercent(draft.foreseen, 0) ?? undefined,
});

/** What a chance is asked from: the draft, the chip that was pressed, and what stands. */
type AskedChance = {
  readonly draft: Draft;
  readonly step: string | undefined;
  /** Whether something else is chosen than what stands. */
  readonly changed: boolean;
  readonly earlier: ScenarioAnswer | undefined;
};

const chanceField = (ballot: Ballot, { draft, step, changed, earlier }: AskedChance, t: Translator): Field => {
  const say = t.messages.scenario;
  const count = ballot.options.length;
  const typed = parsePercent(draft.chance, 0);
  // How likely one thought one option to be right says nothing of another.
  const given = changed && typed === earlier?.chance ? undefined : typed;
  const old = changed || typeof given === "number" ? undefined : earlier?.confidence;
  const asked = say.confidenceHint({ options: count, guess: guessAmong(count) });
  const hint = typeof old === "number" ? `${asked} ${say.confidenceKept({ percent: t.percent(old / 100) })}` : asked;
  return chanceInput({ count, hint, value: given, pressed: step }, t);
};

/** The fields that show an answer again. */
export const draftOf = (content: ScenarioContent, answer: ScenarioAnswer): Draft => {
  const method = methodOf(content);
  const { reason, chance, confidence, moved, foreseen } = answer;
  const said = isNoVote(answer) ? noVoteDraft(method) : method.draftOf(answer);
  return { ...said, ...present({ reason, chance, confidence, moved, foreseen }) };
};

const noVoteDraft = ({ isPick }: OpenMethod): Draft =>
  isPick ? { [choiceField]: cannotJudge } : { [cannotJudge]: true };

/** The draft once an option of the ballot was pressed. */
export const pressed = (content: ScenarioContent, option: string, before: Draft, t: Translator): Draft => {
  const method = methodOf(content);
  const { [cannotJudge]: _, ...rest } = before;
  return option === cannotJudge
    ? { ...rest, ...noVoteDraft(method) }
    : method.pressed(ballotOf(content, t), option, rest);
};

/** Whether the press of this option is all there is to say. */
export const isOnePress = (content: ScenarioContent, option: string): boolean =>
  option === cannotJudge || (content.reasons === "none" && methodOf(content).isWhole(option));
