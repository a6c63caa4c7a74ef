import type { StatsMessages } from "../messages/stats.ts";

export const stats: StatsMessages = {
  title: "이 채널의 통계",
  button: "통계",
  intro: ({ months, sessions, counted }) =>
    `최근 ${months}개월에 공개된 세션은 ${sessions}건이고, 그중 ${counted}건에 세 명 이상 응답했습니다. 아래는 그 세션만 셉니다. 한 사람에 관한 수치는 없습니다.`,
  nothing: "최근에 공개된 세션이 없습니다. 세 명 이상 응답한 세션이 세 건은 있어야 통계가 나옵니다.",
  labels: {
    share: "지금 채널에 있는 사람 대비 응답",
    wait: "응답까지 걸린 시간(중앙값)",
    moved: "토론으로 다수 의견이 바뀐 세션",
    direction: "추천 선택지가 있을 때",
    decided: "기록된 결정",
    reviewed: "돌아본 결정",
  },
  wait: ({ hours }) => (hours < 1 ? `${Math.max(1, Math.round(hours * 60))}분` : `${Math.round(hours)}시간`),
  moved: ({ moved, of }) => `${of}건 중 ${moved}건`,
  direction: ({ towards, away }) => `가까워짐 ${towards}건, 멀어짐 ${away}건`,
  decided: ({ decided, of }) => `${of}건 중 ${decided}건`,
  reviewed: ({ reviewed, open }) => `${reviewed}건, 남은 것 ${open}건`,
  agreement: "토론 전후의 의견 일치도",
  before: "토론 전",
  after: "토론 후",
  turnedOut: "결정은 예상대로 되었나",
  decisions: "결정",
  fewTalks: "토론의 효과는 2차 응답까지 한 세션이 세 건은 있어야 보여 줍니다.",
  me: {
    title: "내 확률은 얼마나 맞았나",
    only: "나에게만 보입니다. 어디서 무엇이라고 답했는지는 남기지 않고 합계만 보관합니다. 익명 세션은 세지 않습니다.",
    none: "아직 센 것이 없습니다. 이제부터 추천 선택지가 있는 세션에서 적은 확률과, 가능성을 적어 둔 결정을 돌아본 결과를 셉니다.",
    score: ({ count, score }) =>
      `${count}건을 셌습니다. 브라이어 점수는 ${score}입니다. 0이면 완벽하고, 늘 50%라고 하면 0.25입니다.`,
    line: ({ percent, right, count }) => `${percent}쯤이라고 한 ${count}건 중 ${right}건이 맞았습니다.`,
    tooFew: ({ from }) => `곡선은 ${from}건부터 그립니다. 그보다 적으면 실력보다 우연이 크게 보입니다.`,
    curve: "말한 확률과 실제로 맞은 비율",
    figure: ({ share, count }) => `${count}건 중 ${share}`,
    unit: "퍼센트",
    parts: {
      reliability: "신뢰도 (0이 가장 좋음)",
      resolution: "분해능 (클수록 좋음)",
      uncertainty: "불확실성 (내 몫이 아님)",
    },
    forget: "내 수치 지우기",
    forgetQuestion: "이 합계를 지울까요? 되돌릴 수 없습니다.",
    keep: "그대로 두기",
    forgotten: "수치를 지웠습니다. 앞으로의 응답부터 다시 셉니다.",
  },
};
