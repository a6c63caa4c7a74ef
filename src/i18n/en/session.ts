import type { SessionMessages } from "../messages/session.ts";
import { roles } from "./roles.ts";

const people = (count: number): string => (count === 1 ? "1 person has" : `${count.toLocaleString("en")} people have`);

const answeredOf = ({ total, answered }: { readonly total: number; readonly answered: number }): string =>
  `${answered === 0 ? "None" : answered.toLocaleString("en")} of ${total.toLocaleString("en")} ${answered === 1 ? "has" : "have"} answered`;

const standBy = ({ round, kept }: { readonly round: number; readonly kept: number }): string =>
  `${kept.toLocaleString("en")} ${kept === 1 ? "stands" : "stand"} by ${round === 2 ? "round 1" : "an earlier round"}`;

export const session: SessionMessages = {
  round: ({ round }) => `Round ${round}`,
  state: {
    collecting: "Collecting responses",
    ended: "Ended, not revealed yet",
    discussing: "In discussion",
    revealed: "Revealed",
    closed: "Closed",
    cancelled: "Cancelled",
  },
  progress: "Progress",
  endsAt: "Round ends",
  modes: "How it runs",
  anonymous: "Anonymous",
  named: "With names, unseen until the reveal",
  sumsOnly: "For yourself; the team sees only sums",
  withDiscussion: "With a discussion and a second round",
  facilitator: "Facilitator",
  forgottenPerson: "a removed person",
  sharedBy: "Posted by",
  responded: ({ count }) => `${people(count)} responded.`,
  nobodyYet: "Nobody has responded yet.",
  nobody: "Nobody responded.",
  respond: "Respond",
  ballotTitle: ({ round }) => (round === 1 ? "Your choice" : `Your choice, round ${round}`),
  responsesTitle: ({ round }) => (round === 1 ? "Your responses" : `Your responses, round ${round}`),
  ballotOver: "This round has ended.",
  roundEnded: ({ round, count, asked }) =>
    `Round ${round} has ended. ${asked !== undefined ? roles.responded({ count, asked }) : count === 0 ? "Nobody responded." : `${people(count)} responded.`}`,
  standing: {
    kept: "kept, not confirmed",
    keptCount: ({ kept }) =>
      kept === 1
        ? "1 of these responses stands from an earlier round: kept, not confirmed."
        : `${kept.toLocaleString("en")} of these responses stand from an earlier round: kept, not confirmed.`,
    keptNames: "standing by an earlier round",
    counts: (standing) => `${answeredOf(standing)} round ${standing.round}, ${standBy(standing)}.`,
    roundEnded: (standing) => `Round ${standing.round} has ended. ${answeredOf(standing)} it, ${standBy(standing)}.`,
    own: ({ round, inShort }) =>
      `Your response from round ${round} counts unless you change it${inShort === undefined ? "." : `: ${inShort}`}`,
    openTitle: ({ round }) => `Round ${round} is open`,
    stay: "I stay with it",
    stayed: "Your response is confirmed.",
    reasonsWithheld:
      "Some reasons are not shown: so few people could have written them that they would give someone away.",
  },
  discussionTitle: "Let’s talk it over",
  discussionBare: "Talk about it here in the thread; another round follows.",
  discussionTooFew:
    "Fewer than three people responded, so showing their reasons could give them away in an anonymous session. Discuss the case itself here; another round follows.",
  rareFirst:
    "What is least like the rest stands first, by the letters alone: groups tend to talk about what everybody knows already.",
  reasonsLeftOut: ({ count }) => (count === 1 ? "1 more reason is not shown." : `${count} more reasons are not shown.`),
  revealTitle: "The reveal",
  cancelledTitle: "Cancelled",
  cancelledText: "This session was cancelled. Nothing is revealed.",
  controls: {
    title: "Facilitator’s controls",
    onlyYou: "Only facilitators see this.",
    verbs: {
      "end-round": "End the round",
      extend: "Move the deadline",
      "set-reminder": "Set a reminder",
      remind: "Remind",
      discuss: "Open the discussion",
      "vote-again": "Open another round",
      reveal: "Reveal",
      "record-decision": "Record the decision",
      close: "Close without a decision",
      "add-facilitator": "Add a facilitator",
      mend: "Change the question",
      reopen: "Reopen the round",
      "add-option": "Add an option",
      review: "Look back on the decision",
      cancel: "Cancel the session",
    },
    setDeadline: "Set a deadline",
    amendDecision: "Correct the decision",
    cancelQuestion: "Cancel this session? The responses will never be shown.",
    closeQuestion: "Close this session without recording a decision?",
    cancel: "Cancel",
    keep: "Keep the session",
    advice: {
      clarify:
        "Few took the recommended option. Clarify the case first: reread the requirements together before anyone argues, then open another round.",
      discuss:
        "Opinions are split around the recommended option. As a rule of thumb, talking can change something here: discuss, then open another round.",
      reveal: "Most already took the recommended option. There is little left to discuss: go ahead and reveal.",
    },
    tooFewToAdvise:
      "Advice would tell you here what single people chose, so there is none. Judge by the conversation whether to open another round or to reveal.",
    thinkAgain:
      "Opinions are split around the recommended option. Let everyone look at the case again, then open another round.",
    agreementAdvice: {
      clarify:
        "By how far people agree: hardly at all. Clarify the question first, together and before anyone argues, then open another round.",
      discuss:
        "By how far people agree: opinions are split. As a rule of thumb, talking can change something here: discuss, then open another round.",
      reveal: "By how far people agree: most agree already. There is little left to discuss: go ahead and reveal.",
      thinkAgain:
        "By how far people agree: opinions are split. Let everyone think about the question again, then open another round.",
    },
    noAdvice: ({ discussion }) =>
      `There is no recommended option to compare with. Judge by the conversation whether to ${discussion ? "discuss" : "open another round"} or to reveal.`,
    undelivered: ({ count }) =>
      count === 1
        ? "One message of this session may not have reached the channel. It is not sent again by itself; please check the thread."
        : `${count} messages of this session may not have reached the channel. They are not sent again by themselves; please check the thread.`,
    over: "This session is over.",
  },
  decision: {
    title: "Decision",
    text: "What was decided",
    owner: "Owner",
    date: "Due date",
    textHint: "One or two sentences that will still make sense in half a year.",
    formTitle: "Record the decision",
    save: "Record and close",
    tooLong: ({ over, max }) => `Please shorten this by ${over} characters; it may have ${max.toLocaleString("en")}.`,
    badDate: "Please give a calendar date, such as 2026-12-01.",
  },
  responseForm: {
    title: ({ round }) => (round === 1 ? "Your response" : `Your response, round ${round}`),
    submit: "Submit",
    change: "Save changes",
    cancel: "Cancel",
    untilEnd: "You can change this until the round ends.",
    stage: ({ step, of }) => `Step ${step} of ${of}. Each step is saved; close this whenever you like and go on later.`,
    next: "Save and continue",
    back: "Back",
  },
  trend: {
    title: ({ what, times }) => `${what}, the last ${times} times`,
    responses: "Responses",
    course: ({ first, last }) => `From ${first} to ${last}.`,
  },
  earlierReason: {
    keep: "My earlier reason still holds",
    was: ({ reason }) => `You wrote it for another choice: “${reason}”`,
    missing: "Your choice has changed. Say why you take this one, or keep your earlier reason.",
  },
  quorum: {
    missing: ({ standing, quorum }) =>
      `Without quorum: ${standing} of the ${quorum} responses wanted. The facilitator can reopen the round, or reveal all the same.`,
    reveal: "Reveal without quorum",
    without: ({ standing, quorum }) => `Without quorum: ${standing} of the ${quorum} responses wanted.`,
  },
  reopened: ({ round }) => `Round ${round} is open again.`,
  mending: {
    title: "Change the question",
    submit: "Save changes",
    unanswered: "Nobody has responded yet, so everything can change without a trace.",
    answered:
      "Somebody has responded. The old words stay on the card with the time, and whoever has responded is told once. Options can get other words and others can be added, but none can go.",
    stale: "The question or its options have changed since, so nothing is saved yet. Please look at them again.",
    reworded: ({ was, now }) =>
      now === "" ? `Removed: “${was}” · ` : was === "" ? `Added: “${now}” · ` : `“${now}” — was: “${was}”, changed `,
    added: ({ option, named }) => (named ? `Option added: “${option}” · ` : `Option added: “${option}”`),
    earlier: ({ count }) => (count === 1 ? "and 1 earlier change" : `and ${count} earlier changes`),
    newsTitle: "A question you answered has changed",
    news: "Your response stays as it is unless you change it, on the session’s card in its channel.",
  },
  optionForm: {
    button: "Add an option",
    title: "Add an option",
    field: "Option",
    submit: "Add",
    named: "Everyone sees the option at once, with your name. Whoever has responded already is told once.",
    anonymous: "Everyone sees the option at once, without a name. Whoever has responded already is told once.",
    added: ({ option }) => `Your option is on the ballot: ${option}`,
  },
  ownResponse: ({ round }) => `Your response to round ${round} is saved. You can change it until the round ends.`,
  recorded: {
    first: "Your response is recorded.",
    changed: "Your response is changed.",
    change: "Change my response",
  },
  extendForm: {
    first: { title: "Set a deadline", submit: "Set" },
    title: "Move the deadline",
    field: "The round ends",
    hint: "A time such as 17:00, or a span from now such as 30m, 2h or 1d.",
    submit: "Move",
  },
  reminder: {
    formTitle: "Set a reminder",
    field: "Remind at",
    hint: "A time such as 15:00, or a span from now such as 30m, 2h or 1d. Only those who haven’t responded by then are reminded, at most twice a round, and never in their quiet hours.",
    submit: "Set",
    planned: "Those who haven’t responded are reminded",
    sent: ({ count }) => (count === 1 ? "A reminder was sent." : `${count} reminders were sent.`),
    title: "Your response is still missing",
    where: "Respond on the session’s card in its channel.",
  },
  facilitatorForm: { title: "Add a facilitator", field: "Who", submit: "Add" },
  undelivered: {
    title: "A message of your session did not arrive",
    uncertain: "One message may not have reached the channel. It is not sent again by itself; please check the thread.",
    "channel-gone": "The channel is archived or gone, so nothing can be posted there. Responses so far are kept.",
    "message-gone":
      "A message of the session was deleted in the channel, so it can no longer be updated. Responses are kept.",
    "not-a-member": "I am not a member of that channel. Add me there, then start the session again.",
    "not-drawable":
      "Three tries to put one message together failed, so it is left out and the rest goes on. Responses are kept. The log says what went wrong; please tell whoever runs this bot.",
  },
  required: "Please fill this in.",
  asked: {
    hint: "Fill in the form behind the button. You can change your response until the round ends.",
    unseen: "Responses stay unseen until the reveal.",
    named: "Your name and response are shown to everyone at the reveal, and not before.",
    anonymous: "This session is anonymous: nobody can ever link your response to you.",
    reminder: "This session is still collecting responses. If you haven’t responded yet, please do: it takes a minute.",
    revealQuestion: "Show everyone’s responses now? This can’t be undone.",
  },
};
