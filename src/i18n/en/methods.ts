import type { MethodsMessages } from "../messages/methods.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);
const list = new Intl.ListFormat("en", { type: "conjunction" });
const until = "You can change your response until the round ends.";
const leads = (what: string, options: readonly string[], figure: string): string =>
  options.length > 1
    ? `A tie: ${list.format(options)} (${figure} each)`
    : `${what}: ${list.format(options)} (${figure})`;

export const methods: MethodsMessages = {
  field: "How it is answered",
  suggestions: {
    general: "Two options: choose one. More than four: tick all that are acceptable. A proposal: consent.",
    proposal: "Without options: yes or no; for a proposal, consent.",
    two: "Two options: choosing one says it all.",
    many: "More than four options: ticking all that are acceptable keeps votes from scattering.",
  },
  noOptions: "A proposal has no options of its own. Leave this empty, or choose another way to answer.",
  names: {
    single: "Choose one",
    approval: "Tick all that are acceptable",
    ranked: "Rank",
    score: "Score 0 to 5",
    dots: "Spread dots",
    consent: "Consent to a proposal",
  },
  about: {
    single: "One option each; the most chosen leads.",
    approval: "Every acceptable option; the most approved leads.",
    ranked: "First, second, and so on; the options are compared in pairs.",
    score: "Points for each option; means are compared.",
    dots: "Five dots each, spread over the options; sums are compared.",
    consent: "Consent, stand aside or object; carried when nobody objects.",
  },
  hints: {
    approval: {
      reasoned: `Tick every option that is acceptable to you, and say why. ${until}`,
      bare: `Tick every option that is acceptable to you. ${until}`,
    },
    ranked: {
      reasoned: `Put the options in your order, as far as you like, and say why. ${until}`,
      bare: `Put the options in your order, as far as you like. ${until}`,
    },
    score: {
      reasoned: `Give each option 0 to 5 points, and say why. ${until}`,
      bare: `Give each option 0 to 5 points. ${until}`,
    },
    dots: {
      reasoned: `Spread your dots over the options, and say why. ${until}`,
      bare: `Spread your dots over the options. ${until}`,
    },
    consent: {
      reasoned: `Consent, stand aside or object, and say why. ${until}`,
      bare: `Consent, stand aside or object; an objection needs its reason. ${until}`,
    },
  },
  asked: {
    reasoned: {
      unseen: "Answers and reasons stay unseen until the reveal.",
      named: "Your name, answer and reason are shown to everyone at the reveal, and not before.",
      anonymous:
        "This session is anonymous: nobody can ever link your response to you. Two limits: your wording may give you away, and if everyone answers alike, everyone’s answer is known.",
      reminder:
        "This session is still collecting responses. If you haven’t responded yet, please do: it takes a minute or two.",
      revealQuestion: "Show everyone’s answers and reasons now? This can’t be undone.",
    },
    bare: {
      unseen: "Answers stay unseen until the reveal.",
      named: "Your name and answer are shown to everyone at the reveal, and not before.",
      anonymous:
        "This session is anonymous: nobody can ever link your answer to you. One limit: if everyone answers alike, everyone’s answer is known.",
      reminder: "This session is still collecting responses. If you haven’t responded yet, please do.",
      revealQuestion: "Show everyone’s answers now? This can’t be undone.",
    },
  },
  cannotJudge: {
    option: "I can’t judge this",
    counted: ({ count }) =>
      count === 1
        ? "1 person can’t judge this, and isn’t counted as a vote."
        : `${people(count)} can’t judge this, and aren’t counted as votes.`,
    reasonsOf: ({ count }) => `Can’t judge this (${count.toLocaleString("en")})`,
  },
  reason: "Your reason",
  reasonHint: "Why do you answer so?",
  receipt: "Your answer",
  nobodyJudged: "Nobody voted.",
  changed: ({ count }) => `${people(count)} changed their answer.`,
  kept: ({ count }) => `${people(count)} kept their answer.`,
  beforeAfter: ({ option, before, after }) => `${option}: ${before} → ${after}`,
  single: { leads: ({ options, count, total }) => leads("Most chosen", options, `${count} of ${total}`) },
  approval: {
    field: "Acceptable to you",
    fieldHint: "Tick as many as you like.",
    missing: "Please tick at least one option, or say that you can’t judge this.",
    unknown: "Please tick options of this question alone.",
    leads: ({ options, count, total }) => leads("Most approved", options, `${count} of ${total}`),
    unit: "approvals",
  },
  ranked: {
    place: ({ place }) => (place === 1 ? "First choice" : `Choice ${place}`),
    placeHint: "You may stop early. What you leave out comes last.",
    none: "No further choice",
    missing: "Please choose at least the first, or say that you can’t judge this.",
    twice: "This option has a place already. Please choose another one.",
    leads: ({ options }) =>
      options.length > 1 ? `A tie for first: ${list.format(options)}` : `First: ${list.format(options)}`,
    unit: "options beaten",
    beats: ({ count, others }) => `beats ${count} of ${others}`,
    condorcet: ({ option }) => `Compared in pairs, more people put ${option} before each other option than behind it.`,
    noCondorcet:
      "No option wins against every other in pairs: some are level, or the majorities go round in a circle. Schulze’s method goes by the strongest of them.",
    runoff: ({ options }) => `Instant-runoff, which drops the last one by one, would give ${list.format(options)}.`,
    pairs: "In pairs: how many put the row before the column",
    pairsOf: ({ option }) => `In pairs: ${option} against each other option`,
    pair: ({ option, before, behind }) => `${option}: ${before} before, ${behind} behind`,
    agreement: ({ percent }) => `Agreement ${percent} (Kendall’s W)`,
  },
  score: {
    points: { least: "0 – not at all", most: "5 – very good" },
    fieldHint: "0 is not at all, 5 is very good.",
    missing: "Please give 0 to 5 points, or say that you can’t judge this.",
    leads: ({ options, mean }) => leads("Highest mean", options, mean),
    unit: "points, mean",
    figure: ({ mean, median, least, most }) =>
      `${mean} (median ${median}, ${least === most ? `all ${least}` : `${least} to ${most}`})`,
    agreement: ({ percent }) => `Agreement ${percent} (how close the points lie)`,
  },
  dots: {
    left: ({ left, dots }) => `${left} of ${dots} dots left`,
    over: ({ over, dots }) =>
      `${over === 1 ? "That is 1 dot" : `Those are ${over} dots`} too many: you have ${dots}. Please take some away.`,
    missing: "Please lay at least one dot, or say that you can’t judge this.",
    leads: ({ options, count, total }) => leads("Most dots", options, `${count} of ${total}`),
    unit: "dots",
    figure: ({ count, percent }) => `${count.toLocaleString("en")} (${percent})`,
    agreement: ({ percent }) => `Agreement ${percent} (how far the dots lie on the same options)`,
  },
  consent: {
    field: "Your answer",
    stances: { consent: "Consent", "stand-aside": "Stand aside", object: "Object" },
    stanceHints: {
      consent: "Good enough for now, safe enough to try.",
      "stand-aside": "I don’t support it, and don’t stop it.",
      object: "Not good enough for now, or not safe enough to try.",
    },
    safeEnough: "What would make it safe enough?",
    safeEnoughHint: "A change that would let you consent.",
    safeEnoughMissing: "Please say what would make it safe enough to try.",
    tooLong: ({ over, max }) =>
      `Please shorten this by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
    safeEnoughIs: "Safe enough if",
    amend: "Amend and ask again",
    version: ({ version }) =>
      `Version ${version} of the proposal. Everyone is asked anew; earlier answers don’t count for it.`,
    saidBefore: "Before (what differs is in bold):",
    saysNow: "Now:",
    carried: "Carried: nobody objects.",
    objected: ({ count }) =>
      count === 1 ? "Not carried: there is 1 objection." : `Not carried: there are ${count} objections.`,
    undecided: "Not decided: nobody consented or objected.",
  },
};
