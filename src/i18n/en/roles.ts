import type { RolesMessages } from "../messages/roles.ts";

const all = new Intl.ListFormat("en", { type: "conjunction" });

export const roles: RolesMessages = {
  asked: "Asked",
  responded: ({ count, asked }) => `${count} of ${asked} ${count === 1 ? "has" : "have"} responded.`,
  missing: "still missing",
  endsWhenAll: "as soon as everyone asked has responded",
  decides: "Decides",
  deciderTitle: "The decision is yours",
  deciderOnly: "Only you see this. Everyone has given their advice; you record what is decided.",
  takes: { label: "Which option it takes", none: "None of these", reason: "Why, all the same" },
  youDecideAgainst: ({ count, of }) =>
    `You decide against ${count} of ${of}: name the reason. It is kept and shown with the decision.`,
  against: ({ count, of }) => `Against ${count} of ${of}`,
  fields: {
    invited: "Who is asked",
    invitedHint: "Only they can respond, and only they are reminded. Leave it empty to ask everyone in the channel.",
    whenAll: "End when everyone has responded",
    whenAllHint: "The round ends with the last response of those who are asked.",
    observe: "I lead, I don’t vote",
    observeHint: "You never count as missing, and can’t respond.",
    decider: "Who decides",
    deciderHint:
      "Everyone advises, unseen; only this person records the decision. Leave it empty to record it yourself.",
  },
  refusals: {
    notAsked: "Others are asked in this session, so nothing was saved. If you should be, tell the facilitator.",
    observing: "You lead this session without voting, so nothing was saved.",
    notDecider: "Somebody else takes this decision; the session’s first message says who.",
    notHere: ({ names }) =>
      `${all.format(names)} ${names.length === 1 ? "isn’t" : "aren’t"} in this channel and wouldn’t see the question. Nothing was started: add them to the channel first.`,
    nobodyAsked: "Please say who is asked besides you (--ask @ann @bob): a round can’t wait for everyone otherwise.",
    tooFewAsked: ({ least }) =>
      `Anonymous needs at least ${least} people who are asked: with fewer, everyone could work out who said what.`,
    quorumBeyondAsked: ({ asked }) =>
      `Only ${asked} ${asked === 1 ? "person is" : "people are"} asked, so more responses can’t come.`,
  },
};
