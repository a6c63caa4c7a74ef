/**
 * What is taken along of a session, as one value that every format is written from. The schema is
 * that of the JSON file; its version rises with every change that a reader would notice.
 */
import { z } from "zod";
import { openFrozen } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import { plainCard, plainText } from "../cards/plain.ts";
import { collectedUpTo, type SessionView } from "../cards/session/session-view.ts";
import type { Translator } from "../i18n/translator.ts";
import { verdicts } from "../session/reviewing.ts";
import type { Response, Session } from "../session/session.ts";
import { standingIn } from "../session/standing.ts";

/** What a field of an answer holds; what has parts is written as JSON. */
const field = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const exportedResponse = z.object({
  round: z.int().describe("The round, from 1"),
  person: z.string().describe("The participant's id on the platform"),
  name: z.string().describe("The participant's name, or the id where it isn't known"),
  answer: z.string().nullable().describe("What the answer comes to in a few words"),
  reasons: z.array(z.string()),
  fields: z.record(z.string(), field).describe("The answer field by field"),
  revision: z.int().describe("1 for the first submission in that round, one more for each change"),
  at: z.iso.datetime(),
});

const exportedSession = z.object({
  id: z.string(),
  workspace: z.string(),
  channel: z.string(),
  activity: z.object({ pack: z.string().nullable(), id: z.string(), kind: z.string() }),
  title: z.string(),
  question: z.string().describe("What was asked, a line a thing"),
  options: z.array(z.string()),
  anonymous: z.boolean(),
  discussion: z.boolean(),
  language: z.string(),
  state: z.enum(["revealed", "closed"]),
  startedAt: z.iso.datetime(),
  rounds: z.int(),
  link: z.url().nullable().describe("Leads to the thread"),
  decision: z
    .object({
      text: z.string(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
      date: z.iso.date().nullable(),
      expects: z.string().nullable().describe("What was thought to come of it"),
      likely: z.int().nullable().describe("How likely that was thought to be, in percent"),
      reviewDate: z.iso.date().nullable().describe("The day on which it is looked back on"),
      reviews: z
        .array(z.object({ verdict: z.enum(verdicts), text: z.string(), at: z.iso.datetime() }))
        .describe("Whether it turned out, the oldest first"),
      against: z
        .object({ count: z.int(), of: z.int(), reason: z.string() })
        .nullable()
        .describe("How many of those who voted it was taken against, and why"),
    })
    .nullable(),
  replaces: z.object({ session: z.string(), title: z.string() }).nullable().describe("Whose decision it replaces"),
  replacedBy: z.object({ session: z.string(), title: z.string() }).nullable().describe("Whose decision replaced it"),
  responded: z.int().describe("How many responses stand in the last round"),
  leading: z.array(z.string()).describe("What most answered in the last round; several where it is even"),
  responses: z.array(exportedResponse).describe("Empty where nobody may be told apart"),
  reasons: z
    .array(z.string())
    .describe("Without names, as far as the reveal shows them; only where responses is empty"),
  moved: z.array(z.object({ round: z.int(), person: z.string(), name: z.string(), from: z.string(), to: z.string() })),
  result: z.string().describe("What the reveal says, a line a thing"),
});

export const exportedFile = z.object({
  format: z.literal("decision-workshop"),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  sessions: z.array(exportedSession),
});

export type ExportedResponse = z.infer<typeof exportedResponse>;
export type ExportedSession = z.infer<typeof exportedSession>;

/** A session to be written: as a value, and as the cards show it. */
export type Taken = {
  readonly session: ExportedSession;
  readonly opening: readonly Block[];
  readonly result: readonly Block[];
};

export type NameOf = (person: string) => string;

/** Takes a revealed session along; `view` speaks the language in which it is written. */
export const takeAlong = (
  view: SessionView,
  nameOf: NameOf,
  { link, replacedBy }: { readonly link?: string | undefined; readonly replacedBy?: Session | undefined },
): Taken => {
  const { session, activity, responses, t } = view;
  const { id, workspace, channel, settings, decision, round, startedAt, state } = session;
  const collected = collectedUpTo(view, round);
  const result = withEvery(activity.reveal(collected, t), activity.allReasons(collected, t));
  const opening = activity.opening(t);
  // As on the reveal: where nobody is named, no line tells one person's answer, reason and time.
  const isBare = settings.anonymous || activity.showsSumsOnly;
  const standing = standingIn(responses, round);
  const say = (answer: unknown): string | null => activity.inShort(answer, t) ?? null;
  return {
    opening,
    result,
    session: {
      id,
      workspace,
      channel,
      activity: { pack: session.activity.pack, id: session.activity.id, kind: session.activity.kind },
      title: plainText(activity.title(t), nameOf),
      question: plainCard({ title: [], blocks: opening }, nameOf).trim(),
      options: activity.options(t).map(({ label }) => label),
      anonymous: settings.anonymous,
      discussion: settings.discussion,
      language: settings.language,
      state: state === "closed" ? "closed" : "revealed",
      startedAt: new Date(startedAt).toISOString(),
      rounds: round,
      link: link ?? null,
      decision: decision && {
        text: decision.text,
        owner: decision.owner,
        ownerName: decision.owner === null ? null : nameOf(decision.owner),
        date: decision.date,
        expects: decision.expects?.text ?? null,
        likely: decision.expects?.likely ?? null,
        reviewDate: decision.review?.date ?? null,
        reviews: session.reviewing.reviews.map(({ verdict, text, at }) => ({
          verdict,
          text,
          at: new Date(at).toISOString(),
        })),
        against: decision.against ?? null,
      },
      replaces: decision?.replaces ?? null,
      replacedBy:
        replacedBy === undefined
          ? null
          : { session: replacedBy.id, title: plainText(openFrozen(replacedBy.activity).title(t), nameOf) },
      responded: standing.length,
      leading: isBare ? [] : leadingOf(standing.map(({ answer }) => say(answer))),
      responses: isBare ? [] : responses.map((response) => responseOf(view, response, nameOf)),
      reasons: isBare ? activity.bareReasons(collected).shown.toSorted() : [],
      moved: isBare ? [] : movesOf(view, nameOf),
      result: plainCard({ title: [], blocks: result }, nameOf).trim(),
    },
  };
};

/** The reveal with every reason in place of the first ones, and without its buttons. */
const withEvery = (reveal: readonly Block[], reasons: readonly Block[]): readonly Block[] => {
  const [heading] = reasons;
  const isSame = (block: Block): boolean =>
    block.type === "heading" && heading?.type === "heading" && plainText(block.text) === plainText(heading.text);
  const from = reveal.findIndex(isSame);
  const next = reveal.findIndex(({ type }, at) => at > from && type === "heading");
  const kept = from < 0 ? reveal : [...reveal.slice(0, from), ...(next < 0 ? [] : reveal.slice(next))];
  return [...kept, ...reasons].filter(({ type }) => type !== "buttons");
};

const responseOf = ({ activity, t }: SessionView, response: Response, nameOf: NameOf): ExportedResponse => {
  const { round, participant, revision, at, answer } = response;
  return {
    round,
    person: participant,
    name: nameOf(participant),
    answer: activity.inShort(answer, t) ?? null,
    reasons: [...activity.reasonsOf(answer)],
    fields: Object.fromEntries(Object.entries(activity.draftOf(answer)).map(([id, value]) => [id, fieldOf(value)])),
    revision,
    at: new Date(at).toISOString(),
  };
};

const fieldOf = (value: unknown): z.infer<typeof field> => {
  const simple = field.safeParse(value ?? null);
  return simple.success ? simple.data : JSON.stringify(value);
};

const leadingOf = (answers: readonly (string | null)[]): string[] => {
  const counts = Map.groupBy(
    answers.filter((answer) => answer !== null),
    (answer) => answer,
  );
  const most = Math.max(0, ...[...counts.values()].map(({ length }) => length));
  return [...counts].flatMap(([answer, { length }]) => (length === most ? [answer] : []));
};

/** Who answered otherwise than in the round before. */
const movesOf = ({ session, activity, responses, t }: SessionView, nameOf: NameOf): ExportedSession["moved"] =>
  Array.from({ length: session.round - 1 }, (_, index) => index + 2).flatMap((round) => {
    const before = new Map(standingIn(responses, round - 1).map(({ participant, answer }) => [participant, answer]));
    return standingIn(responses, round).flatMap(({ participant: person, answer }) => {
      const from = before.has(person) ? activity.inShort(before.get(person), t) : undefined;
      const to = activity.inShort(answer, t);
      if (from === undefined || to === undefined || from === to) return [];
      return [{ round, person, name: nameOf(person), from, to }];
    });
  });

/** How a file of sessions is written, and what it is called. */
export type Writing = { readonly at: number; readonly nameOf: NameOf; readonly t: Translator };

/** What a decision expects and what came of it, a line a thing. */
export const lookedBackOn = (decision: NonNullable<ExportedSession["decision"]>, t: Translator): readonly string[] => {
  const say = t.messages.reviews;
  const { expects, likely, reviewDate, reviews } = decision;
  const percent = likely === null ? null : t.percent(likely / 100);
  return [
    ...(expects === null ? [] : [`${say.expects}: ${say.expected({ text: expects, percent })}`]),
    ...(reviewDate === null ? [] : [`${say.lookBack}: ${t.date(reviewDate)}`]),
    ...reviews.map(
      ({ verdict, text, at }) =>
        `${say.turnedOut} (${t.date(at.slice(0, 10))}): ${say.outcome({ verdict: say.verdicts[verdict], text })}`,
    ),
  ];
};
