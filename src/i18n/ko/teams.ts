import type { TeamsMessages } from "../messages/teams.ts";

export const teams: TeamsMessages = {
  someone: "누군가",
  next: ({ page, pages }) => `계속 보기 (${page}/${pages})`,
  previous: "이전 쪽",
  back: "돌아가기",
  refresh: "새로 고침",
  update: "양식 새로 고침",
  peopleLeftOut: ({ shown }) => `이 대화의 사람 중 처음 ${shown}명만 목록에 담았습니다.`,
  choose: "하나를 고르세요",
  go: "열기",
  helpIntro:
    "명령 앞에 @Workshop 멘션을 붙여 주세요. 저와의 일대일 채팅에서는 명령만 입력하면 됩니다. 세션의 스레드에서는 마감, 토론, 재투표, 공개, 종료, 취소, 진행이라고 말하면 됩니다. 명령은 한국어와 영어로 쓸 수 있습니다.",
  notSaved: "아직 저장하지 않았습니다. 표시된 곳을 확인해 주세요.",
  writeToMe: "혼자만 보셔야 하는 답이 있지만 보낼 수 없습니다. 저와의 채팅을 열고 거기서 다시 말씀해 주세요.",
};
