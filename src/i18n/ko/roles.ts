import type { RolesMessages } from "../messages/roles.ts";

export const roles: RolesMessages = {
  asked: "응답 대상",
  responded: ({ count, asked }) => `${asked}명 중 ${count}명이 응답했습니다.`,
  missing: "미응답",
  endsWhenAll: "모두 응답하는 즉시",
  decides: "결정자",
  deciderTitle: "결정할 차례입니다",
  deciderOnly: "결정자에게만 보입니다. 모두의 의견이 나왔으니 결정을 기록해 주세요.",
  takes: { label: "선택한 안", none: "이 중에 없음", reason: "그래도 이렇게 정한 이유" },
  youDecideAgainst: ({ count, of }) =>
    `${of}명 중 ${count}명과 다른 결정입니다. 이유를 적어 주세요. 결정과 함께 기록하고 보여 줍니다.`,
  against: ({ count, of }) => `${of}명 중 ${count}명과 다른 결정`,
  fields: {
    invited: "응답 대상",
    invitedHint: "고른 사람만 응답할 수 있고 알림도 그 사람들에게만 갑니다. 비워 두면 채널의 누구나 응답합니다.",
    whenAll: "모두 응답하면 바로 마감",
    whenAllHint: "응답 대상 가운데 마지막 사람이 응답하는 순간 마감합니다.",
    observe: "나는 진행만 하기",
    observeHint: "미응답자로 세지 않으며, 응답할 수 없습니다.",
    decider: "결정자",
    deciderHint: "모두 공개 전까지 따로 의견을 내고, 결정은 이 사람만 기록합니다. 비워 두면 진행자가 기록합니다.",
  },
  refusals: {
    notAsked: "응답 대상이 정해진 세션이라 저장하지 않았습니다. 응답해야 한다면 진행자에게 알려 주세요.",
    observing: "응답하지 않고 진행만 하기로 한 세션이라 저장하지 않았습니다.",
    notDecider: "다른 사람이 결정하는 세션입니다. 누가 결정하는지는 세션의 첫 메시지에 나와 있습니다.",
    notHere: ({ names }) =>
      `이 채널에 없어 질문을 볼 수 없는 사람이 있습니다(${names.join(", ")}). 아무것도 시작하지 않았으니 먼저 채널에 추가해 주세요.`,
    nobodyAsked:
      "나 말고 누구에게 물을지 정해 주세요(--대상 @민지 @준호). 대상이 없으면 모두 응답했는지 알 수 없습니다.",
    tooFewAsked: ({ least }) =>
      `익명으로 진행하려면 응답 대상이 ${least}명 이상이어야 합니다. 그보다 적으면 누가 무엇을 골랐는지 드러납니다.`,
    quorumBeyondAsked: ({ asked }) => `응답 대상이 ${asked}명이라 그보다 많은 응답을 받을 수 없습니다.`,
  },
};
