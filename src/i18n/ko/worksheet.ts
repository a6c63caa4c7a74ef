import type { WorksheetMessages } from "../messages/worksheet.ts";

export const worksheet: WorksheetMessages = {
  kind: { one: "워크시트", inTurn: "워크시트를 번갈아" },
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
};
