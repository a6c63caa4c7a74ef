/**
 * Joins a kind with a content: its types are checked here, where unknown contents and answers
 * enter.
 */
import type { z } from "zod";
import type { FieldOption } from "../cards/form.ts";
import type { KindMessages } from "../i18n/messages/kind.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Response } from "../session/session.ts";
import type { Activity, Link } from "./activity.ts";
import type { BallotButton, FormContext } from "./asking.ts";
import { bareReasonsOf, collect } from "./collect.ts";
import type { Linked, OpenActivity, OpenMending } from "./open-activity.ts";
import type { Mending, Setup } from "./stating.ts";

/**
 * Joins a kind with content from a pack or the store. Both verbs throw a `ZodError` when the
 * content isn't of the kind.
 */
export type OpenKind = {
  readonly kind: string;
  readonly names: (t: Translator) => KindMessages;
  readonly takesResponses: boolean;
  readonly content: z.ZodType;
  /** Whether a content that was kept is of this kind; of every content one kind alone says so. */
  readonly accepts: (content: unknown) => boolean;
  /**
   * What facts must be that another activity states for a content; undefined where the kind
   * computes nothing.
   */
  readonly facts: ((content: unknown) => z.ZodType) | undefined;
  readonly links: (content: unknown) => readonly Link[];
  readonly setup: Setup<unknown> | undefined;
  readonly open: (content: unknown, linked: Linked) => OpenActivity;
};

const openMending = <Content>(content: Content, mending: Mending<Content>): OpenMending => ({
  form: (draft, answered, t) => mending.form(content, draft, answered, t),
  check: (draft, answered, t) => mending.check(content, draft, answered, t),
  says: (draft, t) => mending.says(content, draft, t),
  addOption: (label, t) => mending.addOption(content, label, t),
  hasOption: (label) => mending.hasOption(content, label),
  optionLengthMax: mending.optionLengthMax,
  optionsLeft: mending.optionsLeft(content),
});

const buttonsFor = (options: readonly FieldOption[], t: Translator): readonly BallotButton[] =>
  options.length === 0
    ? [{ label: t.messages.session.respond }]
    : options.map(({ id, label }) => ({ label, option: id }));

/** Each language's is drawn once, for as long as the activity is open. */
const once = <Drawn>(draw: (t: Translator) => Drawn): ((t: Translator) => Drawn) => {
  const known = new WeakMap<Translator, { readonly drawn: Drawn }>();
  return (t) => {
    const found = known.get(t) ?? { drawn: draw(t) };
    known.set(t, found);
    return found.drawn;
  };
};

/**
 * Hides a kind's types behind the contract; the types are checked here once, where unknown content
 * and answers enter.
 *
 * @example
 * const activity = defineKind(checklist).open(content, {}); // throws where it is no checklist
 * activity.check({ clear: "yes" }, t); // { type: "mistakes", mistakes: { owner: "…" } }
 */
export const defineKind = <Content, Answer>(activity: Activity<Content, Answer>): OpenKind => {
  const kept = activity.kept ?? activity.content;
  const answersOf = (responses: readonly Response[]): readonly Answer[] =>
    responses.map((response) => activity.answer.parse(response.answer));
  const answerOf = (answer: unknown): Answer | undefined =>
    answer === undefined ? undefined : activity.answer.parse(answer);
  const contextOf = ({ earlier, previous, ...asked }: FormContext<unknown>): FormContext<Answer> => ({
    ...asked,
    earlier: answerOf(earlier),
    previous: answerOf(previous),
  });
  const { kind, names, takesResponses, isOfferedWeekly = false, model, again, stepping } = activity;
  return {
    kind,
    names,
    takesResponses,
    content: activity.content,
    accepts: (unchecked) => kept.safeParse(unchecked).success,
    facts: model && ((unchecked) => model.facts(activity.content.parse(unchecked))),
    links: (unchecked) => activity.links(activity.content.parse(unchecked)),
    setup: activity.setup,
    open: (unchecked, linked) => {
      const checked = kept.parse(unchecked);
      const content = activity.join?.(checked, linked) ?? checked;
      const mending = activity.mending?.(content);
      const amending = activity.amending?.(content);
      return {
        kind,
        names,
        takesResponses,
        isOfferedWeekly,
        content: checked,
        completing: activity.completing?.(content),
        again: again && ((after, session) => again(kept.parse(after), content, collect(activity, content, session))),
        stepping: stepping && {
          ids: stepping.ids(content),
          mistakesIn: (step, draft, t) => stepping.mistakesIn(content, step, draft, t),
        },
        title: (t) => activity.title(content, t),
        opening: once((t) => activity.opening(content, t)),
        options: (t) => activity.options(content, t),
        buttons: (t) => activity.buttons?.(content, t) ?? buttonsFor(activity.options(content, t), t),
        pressed: (option, before, t) => activity.pressed?.(content, option, before, t) ?? { ...before, choice: option },
        form: (draft, t, asked = {}) => activity.form(content, draft, t, contextOf(asked)),
        check: (draft, t, asked = {}) => activity.check(content, draft, t, contextOf(asked)),
        inShort: (answer, t) => activity.inShort(content, activity.answer.parse(answer), t),
        draftOf: (answer) => activity.draftOf(content, activity.answer.parse(answer)),
        confirmation: (answer, t) => activity.confirmation(content, activity.answer.parse(answer), t),
        bareReasons: (session) => bareReasonsOf(collect(activity, content, session)),
        reasonsOf: (answer) => activity.reasons(content, activity.answer.parse(answer)),
        withoutWords: (answer) => activity.withoutWords(content, activity.answer.parse(answer)),
        mending: mending && openMending(content, mending),
        amending: amending && { ...amending, follow: (after) => amending.follow(kept.parse(after)) },
        asked: (t) => activity.asked(content, t),
        isOnePress: (option) => activity.isOnePress?.(content, option) === true,
        showsSumsOnly: activity.showsSumsOnly(content),
        shareOnRecommendation: (responses) => activity.shareOnRecommendation(content, answersOf(responses)),
        agreement: (responses) => activity.agreement?.(content, answersOf(responses)),
        backing: (option, responses) => activity.backing?.(content, option, answersOf(responses)),
        figure: (session, t) => {
          const last = collect(activity, content, session).rounds.at(-1) ?? [];
          return activity.figure?.(
            content,
            last.map(({ answer }) => answer),
            t,
          );
        },
        reveal: (session, t) => activity.reveal(content, collect(activity, content, session), t, linked),
        allReasons: (session, t) => activity.allReasons(content, collect(activity, content, session), t),
        computed: (facts, t) => model?.blocks(content, facts, t) ?? [],
      };
    },
  };
};
