import type { TeamsMessages } from "../messages/teams.ts";

export const teams: TeamsMessages = {
  someone: "누군가",
  next: ({ page, pages }) => `계속 보기 (${page}/${pages})`,
  previous: "이전 쪽",
  back: "돌아가기",
  refresh: "새로 고침",
  update: "양식 새로 고침",
  choose: "하나를 고르세요",
  go: "열기",
  notSaved: "아직 저장하지 않았습니다. 표시된 곳을 확인해 주세요.",
  writeToMe: "혼자만 보셔야 하는 답이 있지만 보낼 수 없습니다. 저와의 채팅을 열고 거기서 다시 말씀해 주세요.",
};
