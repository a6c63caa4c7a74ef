import type { WorksheetMessages } from "../messages/worksheet.ts";

export const worksheet: WorksheetMessages = {
  kind: {
    one: "워크시트",
    about: "각자의 숫자를 적어 비교합니다. 10분",
    inTurn: "워크시트를 번갈아",
  },
  figure: ({ figure, unit }) => `${figure}${unit}`,
  chooseOne: "하나를 골라 주세요.",
  badFigure: ({ min, max }) => `숫자를 적어 주세요. 범위: ${min} ~ ${max}`,
  tooLong: ({ max }) => `${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
  nobody: "마지막 회차에 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${count}명이 응답했습니다. 익명 세션에서 응답이 3명 미만이면 누구의 것인지 드러날 수 있어 보여 주지 않습니다.`,
  who: "이름",
  median: "중앙값",
  moreRows: ({ count }) => `여기에 싣지 않은 ${count}줄도 중앙값에 들어 있습니다.`,
  asked: {
    hint: "아래 버튼을 눌러 칸을 채워 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "적은 내용은 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named: "이름과 적은 내용은 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 무엇을 적었는지 아무도 알아낼 수 없습니다. 다만 적은 말이나 숫자로 짐작할 수는 있습니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 칸 몇 개만 채우면 됩니다.",
    revealQuestion: "모두가 적은 내용을 지금 공개할까요? 되돌릴 수 없습니다.",
  },
};
