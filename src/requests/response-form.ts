/** The response form: what leads to its questions, who will see the answer, and its buttons. */
import type { BallotButton, Questions } from "../activities/asking.ts";
import type { OpenActivity } from "../activities/open-activity.ts";
import type { Block } from "../cards/card.ts";
import type { Form, FormToken } from "../cards/form.ts";
import { stayButton } from "../cards/session/ballot-card.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
import { present } from "../text/present.ts";
import { words } from "../text/text.ts";
import type { Reply } from "./request.ts";
import { type Stage, stageForm } from "./stages.ts";

export type ResponseToken = FormToken & { readonly type: "respond" };

/** What a form is drawn for: `standing` is what its participant stands by. */
export type Opened = {
  readonly session: Session;
  readonly activity: OpenActivity;
  readonly standing: StandingResponse | undefined;
  /** Whether a button of other words led to it. */
  readonly isStale?: boolean;
  readonly t: Translator;
};

export const drawForm = (opened: Opened, token: ResponseToken, { presses = [], ...questions }: Questions): Form => {
  const say = opened.t.messages.session.responseForm;
  const { isLast, isBetween, ...stage } = stageForm(opened.activity, token.step, questions, opened.t);
  const submit = token.seen === 0 ? say.submit : say.change;
  return {
    token,
    title: say.title({ round: opened.session.round }),
    ...questions,
    ...stage,
    intro: [...(isBetween ? [] : introOf(opened)), ...stage.intro, ...pressBlocks(token, presses)],
    submit: isLast ? submit : say.next,
    cancel: say.cancel,
  };
};

/** The form at one step of an answer, with what was filled in so far. */
export const drawStage = (opened: Opened, token: ResponseToken, { step, draft }: Stage, pressed?: string): Reply => {
  const questions = opened.activity.form(draft, opened.t, { pressed, earlier: opened.standing?.answer, step });
  return { type: "form", form: drawForm(opened, { ...token, step }, questions) };
};

const pressBlocks = ({ session, round }: ResponseToken, presses: readonly BallotButton[]): readonly Block[] =>
  presses.length === 0
    ? []
    : [
        {
          type: "buttons",
          buttons: presses.map(({ label, option }) => ({
            label,
            action: { type: "ask-response", session, round, ...present({ option }) },
          })),
        },
      ];

/** Says before the submission who will see it. */
const introOf = ({ session, activity, standing, isStale, t }: Opened): readonly Block[] => {
  const say = t.messages.session.responseForm;
  const { anonymous, discussion } = session.settings;
  const asked = activity.asked(t);
  return [
    { type: "heading", text: activity.title(t) },
    ...(isStale === true ? [{ type: "paragraph", text: words(t.messages.session.mending.stale) } as const] : []),
    { type: "note", text: words(anonymous ? asked.anonymous : asked.named) },
    ...(discussion && asked.reasons !== undefined
      ? [{ type: "note", text: words(asked.reasons.beforeDiscussion) } as const]
      : []),
    { type: "note", text: words(say.untilEnd) },
    ...(standing?.kept === true ? stayBlocks(session, standing, activity.inShort(standing.answer, t), t) : []),
  ];
};

/** What counts unless the person says otherwise, and one press to say that it does. */
const stayBlocks = (
  session: Session,
  { round }: StandingResponse,
  inShort: string | undefined,
  t: Translator,
): readonly Block[] => [
  { type: "paragraph", text: words(t.messages.session.standing.own({ round, inShort })) },
  { type: "buttons", buttons: [stayButton(session, t)] },
];
