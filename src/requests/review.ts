/** Saying whether a decision turned out, and seeing which ones wait for that. */
import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import { actionFor } from "../cards/action.ts";
import type { Block } from "../cards/card.ts";
import type { FormToken } from "../cards/form.ts";
import { dayInMonths } from "../schedule/months.ts";
import { refusalFor } from "../session/permission.ts";
import { verdicts } from "../session/reviewing.ts";
import type { Session } from "../session/session.ts";
import { present } from "../text/present.ts";
import { strong, wellFormed, words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, loadSessionFor, refuse } from "./context.ts";
import { isKeptAs, repeatOf } from "./repeat.ts";
import type { Reply } from "./request.ts";

const sentenceLengthMax = 300;
const againMonths = 1;

export const askReview = ({ context, origin, t }: Asking, session: Session): Reply => {
  const refusal = refusalFor(session, { type: "review" }, { type: "person", person: origin.person });
  if (refusal) return refuse(refusal, t);
  const say = t.messages.reviews;
  const { decision, id } = session;
  return {
    type: "form",
    form: {
      token: { type: "review", nonce: context.ids.next(), session: id },
      title: say.title,
      intro: [
        { type: "quote", text: words(decision?.text ?? "") },
        ...(decision?.expects === undefined
          ? []
          : [{ type: "note", text: words(`${say.expects}: ${decision.expects.text}`) } as const]),
      ],
      fields: [
        {
          type: "choice",
          id: "verdict",
          label: say.verdict,
          required: true,
          short: true,
          options: verdicts.map((one) => ({ id: one, label: say.verdicts[one] })),
        },
        {
          type: "text",
          id: "text",
          label: say.sentence,
          hint: say.sentenceHint,
          required: false,
          multiline: true,
          lengthMax: sentenceLengthMax,
        },
      ],
      submit: say.submit,
      cancel: t.messages.session.responseForm.cancel,
    },
  };
};

const reviewValues = z.object({ verdict: z.string().max(20).default(""), text: z.string().nullish() });

/** Takes the verdict; the same form with another one is another verdict after the first. */
export const submitReview = async (
  { context, origin, t }: Asking,
  { session: id }: Extract<FormToken, { type: "review" }>,
  values: Draft,
): Promise<Reply> => {
  const session = await loadSessionFor(context, origin, id);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const parsed = reviewValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const verdict = verdicts.find((one) => one === parsed.data.verdict);
  const text = wellFormed(parsed.data.text ?? "").trim();
  const over = text.length - sentenceLengthMax;
  const mistakes = present({
    verdict: verdict === undefined ? t.messages.session.required : undefined,
    text: over > 0 ? t.messages.reviews.tooLong({ over, max: sentenceLengthMax }) : undefined,
  });
  if (verdict === undefined || Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  const { workspace, person, intent, zone } = origin;
  const again = dayInMonths(context.clock.now(), zone, againMonths);
  const command = { type: "review", verdict, text, by: person, again: again.at } as const;
  const says = ({ said, at }: { readonly said: unknown; readonly at: number }): boolean => {
    const then = verdict === "too-early" ? dayInMonths(at, zone, againMonths).at : null;
    return isKeptAs({ type: "reviewed", review: { verdict, text, by: person, at }, at: then }, said);
  };
  const request = { workspace, session: id, asker: { type: "person", person }, intent } as const;
  const compare = async (made: Parameters<typeof repeatOf>[0]) => repeatOf(made, says);
  const applied = await applyCommand(context, { ...request, compare }, async () => command);
  if (applied.type === "refused") return refuse(applied.refusal, t);
  const say = t.messages.reviews;
  const saved = verdict === "too-early" ? say.savedAgain({ date: t.date(again.date) }) : say.saved;
  return { type: "card", card: { title: words(saved), blocks: [] } };
};

/** The decisions of the channel that are to be looked back on; those that wait come first. */
export const showReviews = async ({ context, origin, t }: Asking): Promise<Reply> => {
  const say = t.messages.reviews;
  const sessions = await context.store.in(origin.workspace).listReviews(origin.channel);
  const sorted = sessions.toSorted((one, other) => Number(other.reviewing.awaits) - Number(one.reviewing.awaits));
  const blocks = sorted.slice(0, shownMax).flatMap((session): readonly Block[] => {
    const refusal = refusalFor(session, { type: "review" }, { type: "person", person: origin.person });
    const button = { label: say.ask, action: actionFor("review", session.id, session.round) };
    const title = openFrozen(session.activity).title(t);
    const { decision, reviewing } = session;
    return [
      { type: "paragraph", text: title.map((span) => (span.type === "plain" ? strong(span.text) : span)) },
      { type: "quote", text: words(decision?.text ?? "") },
      ...(reviewing.awaits || decision?.review === undefined
        ? []
        : [{ type: "note", text: words(say.planned({ date: t.date(decision.review.date) })) } as const]),
      ...(refusal === undefined ? [{ type: "buttons", buttons: [button] } as const] : []),
    ];
  });
  return {
    type: "card",
    card: {
      title: words(say.listTitle),
      blocks: blocks.length === 0 ? [{ type: "paragraph", text: words(say.noneOpen) }] : blocks,
    },
  };
};

const shownMax = 10;
