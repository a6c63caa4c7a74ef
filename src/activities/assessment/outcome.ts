/** What everyone's answers amount to, as sums: what a later assessment is compared with. */
import { bestOf } from "../../analysis/payback.ts";
import { groupMin } from "../../session/visibility.ts";
import type { Collected } from "../activity.ts";
import type { AssessmentAnswer, AssessmentContent, Outcome } from "./content.ts";
import { paybacksOf, verdictOf } from "./judge.ts";

/** How often each of these comes, of those that are named. */
const countEach = (ids: readonly (string | undefined)[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(ids, (id) => id)].flatMap(([id, group]) => (id === undefined ? [] : [[id, group.length]])),
  );

export const outcomeOfAnswers = (
  content: AssessmentContent,
  session: string,
  answers: readonly AssessmentAnswer[],
): Outcome => ({
  session,
  responses: answers.length,
  votes: countEach(answers.map(({ choice }) => choice)),
  verdicts: countEach(answers.map(({ flow }) => verdictOf(content, flow).option)),
  best: countEach(answers.map((answer) => bestOf(paybacksOf(content, answer))?.id)),
  doubted: countEach(
    answers.flatMap(({ facts }) => Object.entries(facts).flatMap(([id, given]) => (given === "right" ? [] : [id]))),
  ),
});

/** The content of another run on the same project, without what would give people away. */
export const comparedWith = (
  content: AssessmentContent,
  before: AssessmentContent,
  { session, anonymous, rounds }: Collected<AssessmentAnswer>,
): AssessmentContent => {
  const answers = (rounds.at(-1) ?? []).map(({ answer }) => answer);
  if (answers.length === 0 || (anonymous && answers.length < groupMin)) return content;
  return { ...content, before: outcomeOfAnswers(before, session, answers) };
};
