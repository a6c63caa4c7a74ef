import type { DecisionFlowMessages } from "../messages/decision-flow.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const decisionFlow: DecisionFlowMessages = {
  kind: {
    one: "의사결정 흐름",
    about: "질문 몇 개를 따라가면 접근법이 나옵니다. 5분",
    inTurn: "의사결정 흐름을 번갈아",
  },
  possibleVerdicts: "나올 수 있는 결론",
  branches: { yes: "예", no: "아니요" },
  answered: ({ count }) =>
    count === 0 ? "첫 질문에 답하면 다음 질문이 이어집니다." : `지금까지 질문 ${count}개에 답했습니다.`,
  back: "이전 질문으로",
  answerThis: "이 질문에 답해야 다음으로 넘어갑니다.",
  why: "무엇이 결정적이었나요?",
  whyHint: "어느 질문에서 방향이 정해졌고 왜 그렇게 답했는지 적어 주세요.",
  whyTooLong: ({ over, max }) =>
    `${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
  verdictIs: ({ verdict }) => `결론: ${verdict}`,
  chartTitle: "팀이 이른 결론",
  unit: "응답",
  figure: ({ count, percent }) => `${count.toLocaleString("ko")}명 (${percent})`,
  nobody: "마지막 회차에 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${people(count)}이 응답했습니다. 익명 세션에서 응답이 3명 미만이면 누구의 결론인지 드러날 수 있어 보여 주지 않습니다.`,
  samePath: "모두 같은 경로로 왔습니다.",
  partingTitle: "처음으로 경로가 갈린 질문",
  partingCounts: ({ yes, no }) => `‘예’ ${people(yes)}, ‘아니요’ ${people(no)}입니다. 이 질문부터 이야기해 보세요.`,
  pathsTitle: "지나온 경로",
  walkedBy: ({ count }) => people(count),
  reasonsTitle: "결정적이었던 점",
  moreReasons: ({ count }) => `그 밖의 이유 ${count.toLocaleString("ko")}건`,
  asked: {
    hint: "아래 버튼을 눌러 질문을 따라가 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "경로와 이유는 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named: "이름과 경로, 이유는 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 어떤 경로로 갔는지 아무도 알아낼 수 없습니다. 다만 글투로 짐작할 수는 있고, 모두가 같은 경로로 가면 모두의 경로가 드러납니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 질문 몇 개에 답하면 됩니다.",
    revealQuestion: "모두의 경로와 이유를 지금 공개할까요? 되돌릴 수 없습니다.",
    reasons: {
      beforeDiscussion: "응답이 마감되면 이유만 이름과 경로 없이 토론에 올립니다.",
      discussed:
        "방금 마감한 응답에서 나온 이유들입니다. 이름과 경로는 뺐습니다. 어떤 이유가 설득력이 있나요? 이 스레드에서 이야기한 뒤 응답을 한 번 더 받습니다.",
      seeAll: "이유 모두 보기",
      allTitle: "모든 이유",
    },
  },
};
