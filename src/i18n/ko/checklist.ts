import type { ChecklistMessages } from "../messages/checklist.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const checklist: ChecklistMessages = {
  kind: { one: "체크리스트", inTurn: "체크리스트를 번갈아" },
  items: "점검 항목",
  answers: { yes: "예", no: "아니요", unsure: "잘 모르겠음" },
  note: ({ number }) => `${number}번 항목 메모`,
  noteHint: "남길 말이 있으면 짧게 적어 주세요.",
  answerEach: "하나를 골라 주세요.",
  noteTooLong: ({ over, max }) =>
    `메모를 ${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
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
};
