import type { ChecklistMessages } from "../messages/checklist.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const checklist: ChecklistMessages = {
  kind: {
    one: "체크리스트",
    about: "항목마다 예·아니요·잘 모르겠음으로 답하고 엇갈린 항목을 이야기합니다. 10분",
    inTurn: "체크리스트를 번갈아",
  },
  items: "점검 항목",
  answers: { yes: "예", no: "아니요", unsure: "잘 모르겠음" },
  note: ({ number }) => `${number}번 항목 메모`,
  addNote: "+ 메모",
  noteHint: "남길 말이 있으면 짧게 적어 주세요.",
  answerEach: "하나를 골라 주세요.",
  noteTooLong: ({ over, max }) =>
    `메모를 ${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
  inShort: ({ yes, total }) => `${total}개 중 ‘예’ ${yes}개`,
  ownResult: "나의 결과",
  ownSums: ({ yes, total }) => `${total}개 항목 중 ${yes}개에 ‘예’라고 답했습니다.`,
  nobody: "마지막 회차에 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${people(count)}이 응답했습니다. 응답이 3명 미만이면 누구의 답인지 드러날 수 있어 집계를 보여 주지 않습니다.`,
  responded: ({ count }) => `${people(count)}이 응답했습니다.`,
  talkTitle: "먼저 이야기해 볼 항목",
  talkHint: "의견이 갈리거나 확신이 없는 사람이 있는 항목입니다. 의견 차이가 큰 순서입니다.",
  agreedTitle: "의견이 같은 항목",
  item: "항목",
  followsTitle: "그래서 어떻게 할까요",
  followsHint: "과반이 고른 답이 팀의 답입니다.",
  notesTitle: "메모",
  noNotes: "남긴 메모가 없습니다.",
  moreNotes: ({ count }) => `그 밖의 메모 ${count.toLocaleString("ko")}건`,
  asked: {
    hint: "아래 버튼을 눌러 항목마다 답해 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "답과 메모는 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named:
      "결과를 공개하면 항목별 답의 수와, 이름이 붙은 메모가 모두에게 보입니다. 그 전에는 아무것도 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 어떻게 답했는지 아무도 알아낼 수 없습니다. 다만 메모의 글투로 짐작할 수는 있고, 모두가 같은 답을 고르면 모두의 답이 드러납니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 항목마다 답을 골라 주세요.",
    revealQuestion: "팀의 답과 메모를 지금 공개할까요? 되돌릴 수 없습니다.",
    reasons: {
      beforeDiscussion: "응답이 마감되면 메모만 이름과 답 없이 토론에 올립니다.",
      discussed:
        "방금 마감한 응답에서 나온 메모들입니다. 이름과 답은 뺐습니다. 어떤 메모가 설득력이 있나요? 이 스레드에서 이야기한 뒤 응답을 한 번 더 받습니다.",
      seeAll: "메모 모두 보기",
      allTitle: "모든 메모",
    },
  },
  selfChecked: {
    hint: "아래 버튼을 눌러 항목마다 답해 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "답은 아무에게도 보이지 않고, 결과에는 합계만 나옵니다.",
    named: "답한 내용은 본인에게만 보입니다. 팀에는 합계만 보이며, 응답이 3명 미만이면 합계도 보이지 않습니다.",
    anonymous: "답한 내용은 본인에게만 보입니다. 팀에는 합계만 보이며, 응답이 3명 미만이면 합계도 보이지 않습니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 항목마다 답을 골라 주세요.",
    revealQuestion: "팀의 합계를 지금 공개할까요? 되돌릴 수 없습니다.",
  },
};
