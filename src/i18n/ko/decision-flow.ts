import type { DecisionFlowMessages } from "../messages/decision-flow.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const decisionFlow: DecisionFlowMessages = {
  kind: { one: "의사결정 흐름", inTurn: "의사결정 흐름을 번갈아" },
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
};
