import type { DiscussionMessages } from "../messages/discussion.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const discussion: DiscussionMessages = {
  kind: { one: "토론 주제", inTurn: "토론 주제를 번갈아" },
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
};
