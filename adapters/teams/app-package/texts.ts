/** What the Teams app says of itself before anyone has installed it. */

export type AppTexts = {
  /** At most 80 characters. */
  readonly short: string;
  /** At most 4,000 characters. */
  readonly full: string;
  /** `start`, said wherever the command is offered: in a channel, a group chat or alone with the app. */
  readonly start: string;
};

const en: AppTexts = {
  short: "Take a decision together: everyone responds unseen, then the team sees why.",
  full: [
    "Workshop helps a team take a decision together, and take it well.",
    "Start a scenario, a checklist, a decision flow, an ROI comparison, a worksheet or a discussion in a channel or a chat. Everyone gives a choice, a reason and a confidence, unseen by the others until the reveal. The team may talk about the reasons, without names or choices, and respond once more. The reveal shows how the team responded, how opinion moved, and the recommended answer with its reasons where there is one. The decision is kept with its owner and its date.",
    "Say “@Workshop help” in a channel or a group chat, or “help” when you talk with the app alone. Commands work in English and in Korean.",
  ].join("\n\n"),
  start: "start a session here",
};

const ko: AppTexts = {
  short: "함께 결정하는 자리입니다. 저마다 선택과 이유를 내고, 공개한 뒤에 함께 봅니다.",
  full: [
    "Workshop은 팀이 함께, 제대로 결정하도록 돕습니다.",
    "채널이나 채팅에서 시나리오, 체크리스트, 의사결정 흐름, ROI 비교, 워크시트, 토론을 시작하세요. 저마다 선택과 이유, 확신도를 내고, 공개할 때까지는 서로의 응답을 볼 수 없습니다. 이름과 선택을 뺀 이유만 놓고 이야기한 뒤 한 번 더 응답할 수도 있습니다. 공개하면 팀의 응답과 의견의 변화가 보이고, 권장 답이 있는 활동이라면 그 답과 근거도 나옵니다. 결정은 담당자, 날짜와 함께 남습니다.",
    "채널이나 그룹 채팅에서는 ‘@Workshop 도움말’, 앱과 둘이 이야기할 때는 ‘도움말’이라고 입력해 보세요. 명령은 한국어와 영어로 쓸 수 있습니다.",
  ].join("\n\n"),
  start: "여기서 세션 시작",
};

/** English, which the manifest itself speaks, and the languages beside it. */
export const appTexts = { en, ko } as const;
