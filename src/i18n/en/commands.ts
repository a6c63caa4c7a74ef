import type { CommandsMessages } from "../messages/commands.ts";
import type { AnyOptionName } from "../typed-words.ts";
import { meant } from "./meant.ts";
import { session } from "./session.ts";
import { typed } from "./typed.ts";

const all = new Intl.ListFormat("en", { type: "conjunction" });
const allOf = (names: readonly string[]): string => all.format(names);
const optionWord = (name: AnyOptionName): string => `--${name === "share" ? typed.share[0] : typed.options[name][0]}`;

const badRules: Readonly<Record<"how-often" | "weekday" | "time" | "cron", (given: string) => string>> = {
  "how-often": (given) =>
    `${given === "" ? "Please say how often." : `“${given}” doesn’t say how often.`} For example: weekly mon 10:00, biweekly tue 9:30, monthly mon 10:00, weekdays 9:00, cron 0 9 * * 1-5.`,
  weekday: (given) =>
    `${given === "" ? "Please name a weekday." : `“${given}” isn’t a weekday.`} For example: mon, tuesday.`,
  time: (given) => `${given === "" ? "Please give a time." : `“${given}” isn’t a time.`} For example: 9:30 or 17:00.`,
  cron: (given) =>
    `“${given}” can’t be used. A cron line has five fields, minute, hour, day, month and weekday, and comes due at most once an hour. For example: cron 0 9 * * 1-5.`,
};

/** The end of a sentence: what stands, which may end as a sentence does itself. */
const named = (stands: string | null): string => {
  if (stands === null) return ".";
  return /[.!?…]$/u.test(stands) ? `: ${stands}` : `: ${stands}.`;
};
const orIn = (open: number | null): string =>
  open === null ? "" : ` Round ${open} is open: you can respond on its ballot in the thread.`;

export const commands: CommandsMessages = {
  menuTitle: "Decision Workshop",
  menuIntro: "Take a decision together: everyone gives a choice and a reason, unseen until the reveal.",
  ask: "Ask your own question",
  start: "Start a session",
  list: "Activities",
  learn: "Learn",
  read: "Read",
  share: "Post it in the channel",
  nothingToLearn: "The packs hold no reference cards.",
  exercise: ({ parts }) => `Exercise (${parts === 1 ? "1 part" : `${parts} parts`})`,
  history: "Past decisions",
  help: "Help",
  openSessions: "Open in this channel",
  listTitle: "Activities",
  historyTitle: "Past sessions in this channel",
  noHistory: "No session in this channel is over yet.",
  noDecision: "No decision was recorded.",
  termsTitle: "What is meant",
  terms: [
    {
      term: "Agreement",
      meaning:
        "of all pairs of participants, the share that chose the same option: split below 50%, leaning up to 70%, agreed above.",
    },
    {
      term: "Change of clocks",
      meaning:
        "a scheduled time that the change skips moves forward by the gap; of one that comes twice, the first counts.",
    },
  ],
  details: {
    ask: "ask your team a question of your own",
    assess: "assess your own project, step by step",
    start: "start a session in this channel",
    schedule: "start sessions again and again",
    schedules: "see, pause and change what is scheduled",
    list: "see all activities",
    learn: "read a reference card",
    find: "find a session, decision or reason",
    history: "see past decisions",
    export: "take decisions along as a file",
    stats: "see what this channel’s sessions amount to",
    me: "see, alone, how well your percentages hold",
    settings: "see and change what this channel presets",
    help: "see all commands",
  },
  optionDetails: {
    anonymous: "nobody learns who responded what",
    discuss: "two rounds with a discussion in between",
    until: "end at a time, such as 17:00",
    for: "end after a while, such as 2h or 2d",
    lang: "the session’s language, ko or en",
    open: "members may add options in the first round",
    quorum: "how many responses are wanted, such as 5",
    reveal: "reveal as soon as the round ends by itself",
    ask: "who is asked, such as @ann @bob",
    "when-all": "end when everyone asked has responded",
    observe: "you lead and don’t vote",
    decider: "who takes the decision, such as @ann",
    from: "what to start: an id, several, a kind or a pack",
    zone: "time zone, such as Asia/Seoul",
    skip: "dates to leave out, such as 2026-12-25",
  },
  startForm: {
    title: "Start a session",
    activity: "Activity",
    anonymous: "Anonymous",
    anonymousHint: "Nobody, you included, ever learns who responded what.",
    discussion: "Discuss, then a second round",
    discussionHint: "After round 1 the reasons are shown without names or choices.",
    open: "Members may add options",
    openHint: "While the first round is open, up to ten options in all.",
    reveal: "Reveal when it ends by itself",
    revealHint: "At the deadline, or with the last response; with too few responses, you decide.",
    quorum: "Responses wanted",
    quorumHint: "An ended round with fewer says so, and so do the reveal and the decision.",
    badQuorum: "Please give a whole number from 1 to 999, or leave this empty.",
    end: "The round ends",
    endHint: "You can always end it yourself.",
    ends: {
      none: "No deadline",
      spans: { "1h": "In 1 hour", "2d": "In 2 days" },
      today: ({ at }) => `Today ${at}`,
      tomorrow: ({ at }) => `Tomorrow ${at}`,
      other: "Another time",
    },
    endOther: "Another time",
    endOtherHint: "A time such as 17:00, or a span such as 30m, 2h or 3d.",
    endTwice: "Please choose one of the times above, or give another one here, not both.",
    fold: "More settings",
    language: "Language",
    submit: "Start",
    cancel: "Cancel",
  },
  home: {
    waiting: "Waiting for your response",
    nothingWaiting: "Nothing is waiting for you.",
    facilitated: "Sessions you facilitate",
    decided: "Decided lately",
    nothingDecided: "No decision was recorded yet in your channels.",
    language: "Language",
  },
  close: "Close",
  badEnd: "Please give a time such as 17:00, or a span from now such as 30m, 2h or 1d.",
  listening: ({ address }) => `Decision Workshop is ready. Open ${address} in your browser.`,
  serving: ({ address }) => `Decision Workshop is ready and listens at ${address}.`,
  refusals: {
    notFacilitator: ({ command }) =>
      command === "respond"
        ? "You can’t respond here."
        : `Only a facilitator can do this (“${session.controls.verbs[command]}”). Ask the person who started the session, or have them add you.`,
    wrongState: ({ command, state }) =>
      command === "respond"
        ? `Responses aren’t being collected: “${session.state[state]}”.`
        : `“${session.controls.verbs[command]}” isn’t possible now. The session stands at: “${session.state[state]}”. The facilitator’s controls show what is possible.`,
    roundOver: ({ round, open }) =>
      open === null
        ? `Round ${round} has ended, so your response was not counted. If there is another round, its ballot appears in the thread.`
        : `Round ${round} has ended, so your response was not counted. Round ${open} is open: please respond on its ballot in the thread.`,
    changeTooLate: ({ open, stands }) =>
      `Your change came too late; your response from before stays${named(stands)}${orIn(open)}`,
    roundEnded: ({ round, open, stands }) =>
      stands === undefined
        ? `Round ${round} has ended; its responses can’t be changed any more.${orIn(open)}`
        : `Round ${round} has ended. Your response stands${named(stands)}${orIn(open)}`,
    sentAgain:
      "You have sent this form again since, with other values, and those stand. To change them, open the form anew.",
    sentBefore: "This form was sent before, so nothing has changed now. To change something, open the form anew.",
    alreadyStarted:
      "This form has started a session already, with other values. To start another one, open a new form.",
    noSetup: "The packs here hold no assessment, so there is nothing to begin.",
    nothingToRepeat: ({ given, nearest }) =>
      `Nothing called “${given}” was assessed in this channel, or it isn’t revealed yet. ${meant(nearest, "Start it without “again”.")}`,
    noDiscussionPlanned:
      "This session was started without a discussion, and people responded on that understanding. You can open another round, or reveal. Use --discuss next time.",
    nothingToStayWith: "You have not responded in this session yet. Respond with the button beside this one.",
    alreadyAnswered: "You have answered this round already; your response counts.",
    contentChanged:
      "The question or its options have changed since you opened this form, so nothing was saved. Copy your text, close this form and open it again.",
    notMendable: "This comes from a pack and stays as it is. Cancel the session to ask something else.",
    noOptionsTaken:
      "This session takes no further options; it was started without --open. Tell the facilitator what is missing.",
    optionsSettled:
      "Options can be added only while the first round is open, so yours was not added. Bring it up in the thread.",
    unchanged: "Nothing is different from what stands, so nothing was changed.",
    responseChanged:
      "You have changed your response elsewhere since this form was opened, so nothing was saved. Copy your text, close this form and open it again to see what counts now.",
    deadlinePast: "That time has already passed. Please choose a later one.",
    alreadyFacilitator: "This person is a facilitator already.",
    unknownOption: ({ command, given, nearest, taken }) =>
      `${typed.commands[command][0]} has no option “${given}”. ${meant(nearest, taken.length === 0 ? "It takes none." : `It takes ${allOf(taken.map(optionWord))}.`)}`,
    surplusWord: ({ command, given }) =>
      `“${given}” is one word too many; ${typed.commands[command][0]} takes one id. Options begin with two dashes, as in --lang en.`,
    badValue: ({ option, given, examples }) =>
      `${given === "" ? `${option} needs a value.` : `“${given}” doesn’t work for ${option}.`} For example: ${examples.join(", ")}.`,
    deadlineTwice: "Please give either --until or --for, and only once.",
    remindersUsedUp: ({ most }) =>
      `People are reminded at most ${most} times a round, and that was done. Extend the round, or write to them yourself.`,
    reminderAfterEnd: "The round ends before that time. Please choose an earlier one, or move the deadline first.",
    missingSource:
      "Please say what to start, for example --from discussion, --from startup-support-chatbot, or several ids with commas between.",
    unknownZone: ({ given, nearest }) =>
      `There is no time zone “${given}”. ${meant(nearest, "Give an IANA name such as Asia/Seoul or Europe/Berlin.")}`,
    badRule: ({ part, given }) => badRules[part](given),
    noDateLeft: "This never comes due: no date is left. Please check the rule and the dates to skip.",
    notScheduleOwner: "Only the person who set up this schedule, or an admin of the workspace, can change it.",
    nothingToStart:
      "There is nothing to start: the packs no longer hold what this schedule names. Edit it, or delete it.",
    tooManySchedules: ({ most }) => `A channel can have ${most} schedules. Delete one you no longer need first.`,
    channelClosed: "This channel is archived or gone, so nothing was started.",
    directMessage:
      "I can't be in a direct message of others, so nothing was started. Start it in a channel that I am in.",
    badRequest: "This couldn’t be understood, and nothing was changed. Please reload and try again.",
    uncertain: "No answer came in time, so this may or may not have been saved. Please look before you try again.",
    fault: "Something went wrong on our side, and nothing was saved. Please try again in a moment.",
  },
};
