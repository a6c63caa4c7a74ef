import type { SortMessages } from "../messages/sort.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const sort: SortMessages = {
  kind: {
    one: "분류 연습",
    about: "주어진 것을 각자 나누어 놓고, 어디서 갈리는지 봅니다. 10분",
    inTurn: "분류 연습을 번갈아",
  },
  routes: "보낼 곳",
  items: "분류할 요청",
  chooseOne: "보낼 곳을 하나 골라 주세요.",
  nobody: "마지막 회차에 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${people(count)}이 응답했습니다. 응답이 3명 미만이면 누구의 답인지 드러날 수 있어 집계를 보여 주지 않습니다.`,
  responded: ({ count }) => `${people(count)}이 응답했습니다.`,
  matches: ({ count, of }) => `${of}개 중 ${count}개는 과반이 팩과 같은 곳으로 보냈습니다`,
  splitTitle: "먼저 이야기해 볼 요청",
  splitHint: "서로 다른 곳으로 보낸 요청이며, 의견 차이가 큰 순서입니다.",
  sameTitle: "모두 같은 곳으로 보낸 요청",
  item: "요청",
  team: "우리 팀",
  pack: "팩의 답",
  why: "까닭",
  asked: {
    hint: "아래 버튼을 눌러 요청마다 보낼 곳을 골라 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "누가 어디로 보냈는지는 아무에게도 보이지 않고, 결과에는 합계만 나옵니다.",
    named: "결과를 공개하면 보낼 곳별 인원수만 이름 없이 보입니다. 응답이 3명 미만이면 인원수도 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 어디로 보냈는지 아무도 알아낼 수 없습니다. 다만 모두가 같은 곳을 고르면 모두의 답이 드러납니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 요청마다 보낼 곳을 골라 주세요.",
    revealQuestion: "팀이 어떻게 분류했는지 지금 공개할까요? 되돌릴 수 없습니다.",
  },
};
