import type { DiscussionMessages } from "../messages/discussion.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const discussion: DiscussionMessages = {
  kind: {
    one: "토론 주제",
    about: "주제를 놓고 선택과 이유를 나눕니다. 15분",
    inTurn: "토론 주제를 번갈아",
  },
  considerTitle: "생각해 볼 점",
  position: "내 의견",
  positionHint: "어떻게 생각하는지, 왜 그렇게 생각하는지 한두 문장으로 적어 주세요.",
  givePosition: "의견을 적어 주세요. 짧아도 괜찮습니다.",
  positionTooLong: ({ over, max }) =>
    `의견을 ${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
  takePart: "여기에는 적을 것이 없습니다. 이야기는 스레드에서 나눕니다. 함께한다면 제출을 눌러 주세요.",
  nobody: "이번에는 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${people(count)}이 응답했습니다. 익명 세션에서 응답이 3명 미만이면 누구의 의견인지 드러날 수 있어 보여 주지 않습니다.`,
  tookPart: ({ count }) => `${people(count)}이 참여했습니다.`,
  positionsTitle: ({ count }) => `의견 ${count.toLocaleString("ko")}건`,
  morePositions: ({ count }) => `그 밖의 의견 ${count.toLocaleString("ko")}건`,
  summaryTitle: "정리하며",
  asked: {
    hint: "아래 버튼을 눌러 의견을 적어 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "의견은 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named: "이름과 의견은 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
    anonymous: "익명 세션입니다. 누가 어떤 의견을 냈는지 아무도 알아낼 수 없습니다. 다만 글투로 짐작할 수는 있습니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 의견을 한두 문장 적어 주세요.",
    revealQuestion: "모두의 의견을 지금 공개할까요? 되돌릴 수 없습니다.",
    reasons: {
      beforeDiscussion: "응답이 마감되면 의견만 이름 없이 토론에 올립니다.",
      discussed:
        "방금 마감한 응답에서 나온 의견들입니다. 이름은 뺐습니다. 어떤 의견이 설득력이 있나요? 이 스레드에서 이야기한 뒤 응답을 한 번 더 받습니다.",
      seeAll: "의견 모두 보기",
      allTitle: "모든 의견",
    },
  },
  takingPart: {
    hint: "함께한다면 아래 버튼을 눌러 주세요. 이야기는 스레드에서 나눕니다.",
    named: "참여한 사람의 이름은 바로 보입니다.",
    anonymous: "몇 명이 참여했는지만 보이고 누구인지는 보이지 않습니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 버튼 한 번이면 됩니다.",
    revealQuestion: "이야기를 마치고 정리를 공개할까요? 되돌릴 수 없습니다.",
  },
};
