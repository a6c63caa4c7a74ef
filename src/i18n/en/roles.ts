import type { RolesMessages } from "../messages/roles.ts";

const all = new Intl.ListFormat("en", { type: "conjunction" });

export const roles: RolesMessages = {
  asked: "Asked",
  responded: ({ count, asked }) => `${count} of ${asked} ${count === 1 ? "has" : "have"} responded.`,
  missing: "still missing",
  endsWhenAll: "as soon as everyone asked has responded",
  fields: {
    invited: "Who is asked",
    invitedHint: "Only they can respond, and only they are reminded. Leave it empty to ask everyone in the channel.",
    whenAll: "End when everyone has responded",
    whenAllHint: "The round ends with the last response of those who are asked.",
    observe: "I lead, I don’t vote",
    observeHint: "You never count as missing, and can’t respond.",
  },
  refusals: {
    notAsked: "Others are asked in this session, so nothing was saved. If you should be, tell the facilitator.",
    observing: "You lead this session without voting, so nothing was saved.",
    notHere: ({ names }) =>
      `${all.format(names)} ${names.length === 1 ? "isn’t" : "aren’t"} in this channel and wouldn’t see the question. Nothing was started: add them to the channel first.`,
    nobodyAsked: "Please say who is asked besides you (--ask @ann @bob): a round can’t wait for everyone otherwise.",
    tooFewAsked: ({ least }) =>
      `Anonymous needs at least ${least} people who are asked: with fewer, everyone could work out who said what.`,
    quorumBeyondAsked: ({ asked }) =>
      `Only ${asked} ${asked === 1 ? "person is" : "people are"} asked, so more responses can’t come.`,
  },
};
