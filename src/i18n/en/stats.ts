import type { StatsMessages } from "../messages/stats.ts";

const inHours = new Intl.NumberFormat("en", { style: "unit", unit: "hour", unitDisplay: "long" });
const inMinutes = new Intl.NumberFormat("en", { style: "unit", unit: "minute", unitDisplay: "long" });
const sessionsOf = (count: number): string => (count === 1 ? "1 session" : `${count} sessions`);

export const stats: StatsMessages = {
  title: "This channel in figures",
  button: "Figures",
  intro: ({ months, sessions, counted }) =>
    `The last ${months} months: ${sessionsOf(sessions)} revealed, ${counted} of them with three responses or more. Only those are counted below, and no figure is about one person.`,
  nothing: "Nothing has been revealed here lately. Figures begin with three sessions of at least three people each.",
  labels: {
    share: "Responded, of those in the channel now",
    wait: "Time to respond, in the middle",
    moved: "The talk moved the majority",
    direction: "With a recommended option",
    decided: "Decisions recorded",
    reviewed: "Looked back on",
  },
  wait: ({ hours }) =>
    hours < 1 ? inMinutes.format(Math.max(1, Math.round(hours * 60))) : inHours.format(Math.round(hours)),
  moved: ({ moved, of }) => `${moved} of ${of}`,
  direction: ({ towards, away }) => `${towards} times towards it, ${away} times away from it`,
  decided: ({ decided, of }) => `${decided} of ${of}`,
  reviewed: ({ reviewed, open }) => `${reviewed}; ${open} still to come`,
  agreement: "Agreement before and after the talk",
  before: "Before",
  after: "After",
  turnedOut: "How decisions turned out",
  decisions: "decisions",
  fewTalks: "What a talk changes is told from three sessions with two rounds on.",
  me: {
    title: "How well your percentages hold",
    only: "You alone see this. It is kept as sums, without what you answered where; anonymous sessions never count.",
    none: "Nothing is counted yet. From now on your percentages count in sessions with a recommended option, and for decisions of which you said how likely something is, once they were looked back on.",
    score: ({ count, score }) =>
      `${count} counted. Brier score ${score}: 0 is perfect, and saying 50 % every time earns 0.25.`,
    line: ({ percent, right, count }) => `When you said about ${percent}, ${right} of ${count} came true.`,
    tooFew: ({ from }) => `A curve is drawn from ${from} on; below that it would say more of chance than of you.`,
    curve: "What came true, by what you said",
    figure: ({ share, count }) => `${share} of ${count}`,
    unit: "percent",
    parts: {
      reliability: "Reliability (0 is best)",
      resolution: "Resolution (more is better)",
      uncertainty: "Uncertainty (not yours)",
    },
    forget: "Forget my figures",
    forgetQuestion: "Delete these sums? They can’t be brought back.",
    keep: "Keep them",
    forgotten: "Your figures are deleted. Counting begins anew with what comes next.",
  },
};
