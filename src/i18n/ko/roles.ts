import type { RolesMessages } from "../messages/roles.ts";

export const roles: RolesMessages = {
  asked: "응답 대상",
  responded: ({ count, asked }) => `${asked}명 중 ${count}명이 응답했습니다.`,
  missing: "미응답",
  endsWhenAll: "모두 응답하는 즉시",
  fields: {
    invited: "응답 대상",
    invitedHint: "고른 사람만 응답할 수 있고 알림도 그 사람들에게만 갑니다. 비워 두면 채널의 누구나 응답합니다.",
    whenAll: "모두 응답하면 바로 마감",
    whenAllHint: "응답 대상 가운데 마지막 사람이 응답하는 순간 마감합니다.",
    observe: "나는 진행만 하기",
    observeHint: "미응답자로 세지 않으며, 응답할 수 없습니다.",
  },
  refusals: {
    notAsked: "응답 대상이 정해진 세션이라 저장하지 않았습니다. 응답해야 한다면 진행자에게 알려 주세요.",
    observing: "응답하지 않고 진행만 하기로 한 세션이라 저장하지 않았습니다.",
    notHere: ({ names }) =>
      `이 채널에 없어 질문을 볼 수 없는 사람이 있습니다(${names.join(", ")}). 아무것도 시작하지 않았으니 먼저 채널에 추가해 주세요.`,
    nobodyAsked:
      "나 말고 누구에게 물을지 정해 주세요(--대상 @민지 @준호). 대상이 없으면 모두 응답했는지 알 수 없습니다.",
    tooFewAsked: ({ least }) =>
      `익명으로 진행하려면 응답 대상이 ${least}명 이상이어야 합니다. 그보다 적으면 누가 무엇을 골랐는지 드러납니다.`,
    quorumBeyondAsked: ({ asked }) => `응답 대상이 ${asked}명이라 그보다 많은 응답을 받을 수 없습니다.`,
  },
};
