import type { Address } from "../address.ts";
import type { AddressedMessages } from "../messages/addressed.ts";
import { meant } from "./meant.ts";

const intros: Readonly<Record<Address["by"], (name: string) => string>> = {
  command: (name) => `명령은 한국어와 영어로 쓸 수 있습니다. ${name}만 입력하면 나에게만 보이는 메뉴가 나옵니다.`,
  mention: (name) =>
    `명령 앞에 ${name} 멘션을 붙여 주세요. 저와의 일대일 채팅에서는 명령만 입력하면 됩니다. 세션의 스레드에서는 마감, 재개, 토론, 재투표, 공개, 종료, 취소, 수정, 진행이라고 말하면 됩니다. 명령은 한국어와 영어로 쓸 수 있습니다.`,
};

/** What the name is, so that no particle hangs on the name itself. */
const nouns: Readonly<Record<Address["by"], string>> = { command: "명령", mention: "멘션" };

export const addressed = ({ name, by, invitation }: Address): AddressedMessages => ({
  helpTitle: `${name} 사용법`,
  helpIntro: intros[by](name),
  usage: [
    {
      example: `${name} 질문 "어느 데이터베이스를 쓸까요?" "Postgres" "SQLite" --동안 2d`,
      meaning: `팀에 직접 질문합니다. 선택지가 없으면 예/아니요로 묻고, ${name} 질문만 입력하면 양식이 열립니다.`,
    },
    {
      example: `${name} 질문 "어느 데이터베이스를 쓸까요?" "Postgres" "SQLite" "MySQL" --방식 순위`,
      meaning: "순위를 매겨 답합니다. 모두, 점수, 점도 있고, 제안에는 동의를 씁니다.",
    },
    { example: `${name} 시작 startup-support-chatbot`, meaning: "이 채널에서 시나리오를 시작합니다." },
    {
      example: `${name} 진단`,
      meaning: `우리 프로젝트에 맞는 접근법을 단계별로 따져 봅니다. ${name} 진단 다시 <이름>은 달라진 점을 보여 줍니다.`,
    },
    { example: "--익명", meaning: "누가 어떤 응답을 했는지 아무도 알 수 없습니다." },
    { example: "--토론", meaning: "두 번 응답하고, 그 사이에 이유를 놓고 토론합니다." },
    { example: "--제안", meaning: "질문에 붙이면 1차 응답을 받는 동안 누구나 선택지를 더할 수 있습니다." },
    { example: "--정족수 5", meaning: "응답이 이보다 적게 마감되면 알리고, 결과와 결정에도 남깁니다." },
    { example: "--대상 @민지 @준호", meaning: "이 사람들만 응답하고, 누가 아직인지 카드에 나옵니다." },
    { example: "--모두응답시", meaning: "--대상과 함께 쓰면 마지막 사람이 응답하는 순간 마감합니다." },
    { example: "--결정자 @민지", meaning: "모두 따로 의견을 내고, 결정은 민지만 기록합니다." },
    { example: "--진행만", meaning: "나는 응답하지 않고 진행만 하며, 미응답자로 세지 않습니다." },
    { example: "--공개", meaning: "정한 시각이 되거나 모두 응답해 마감되면 곧바로 결과를 공개합니다." },
    { example: "--마감 17:00", meaning: "다음 17시(내 시간대)에 응답을 마감합니다." },
    { example: "--동안 2d", meaning: "2일 뒤에 응답을 마감합니다. 30m, 2h도 쓸 수 있습니다." },
    { example: "--언어 ko", meaning: "한국어로 진행합니다. 영어는 --언어 en입니다." },
    {
      example: `${name} 예약 매주 월 10:00 --활동 discussion`,
      meaning: `매주 월요일에 토론 주제를 올립니다. ${name} 예약목록에서 보고, 멈추고, 바꿀 수 있습니다.`,
    },
    {
      example: `${name} 예약 질문 "어떤 위험부터 줄일까요?" "비용" "일정" --주기 월 10:00`,
      meaning: "직접 만든 질문을 매주 올립니다.",
    },
    { example: `${name} 읽기 peft`, meaning: "참고 카드를 나에게만 보여 줍니다. --공유를 붙이면 채널에 올립니다." },
    { example: `${name} 목록`, meaning: "시작할 수 있는 활동을 모두 보여 줍니다." },
    { example: `${name} 찾기 데이터베이스`, meaning: "내 채널의 세션, 결정, 이유를 찾습니다." },
    { example: `${name} 기록`, meaning: "이 채널에서 결정한 것을 보여 줍니다." },
    { example: `${name} 내보내기`, meaning: "이 채널에서 공개된 것을 마크다운, 웹 페이지, CSV, JSON 파일로 받습니다." },
    { example: `${name} 통계`, meaning: "이 채널의 통계를 보여 줍니다. 한 사람에 관한 수치는 없습니다." },
    { example: `${name} 나`, meaning: "내 확률이 얼마나 맞았는지 나에게만 보여 줍니다. ‘나 잊기’로 지웁니다." },
    { example: `${name} 설정`, meaning: "이 채널에 미리 정해 둔 것과 바꿀 수 있는 사람을 보여 줍니다." },
  ],
  nothingFacilitated: `진행 중인 세션이 없습니다. 채널에서 ${name} ${nouns[by]}으로 시작해 보세요.`,
  rotationHint: `${name} 목록에 나오는 ID를 쉼표로 이어 적어 주세요. 모두 한 번씩 돌 때까지 되풀이하지 않습니다.`,
  refusals: {
    notFound: `여기에는 그런 세션이 없습니다. 다른 채널의 세션일 수 있으니 ${name} ${nouns[by]}으로 진행 중인 세션을 확인해 주세요.`,
    unknownCommand: ({ given, nearest }) =>
      `‘${given}’ 명령은 없습니다. ${meant(nearest, `${name} 도움말에서 모든 명령을 볼 수 있습니다.`)}`,
    unknownActivity: ({ given, nearest }) =>
      `‘${given}’ 활동은 없습니다. ${meant(nearest, `${name} 목록에서 모든 활동을 볼 수 있습니다.`)}`,
    unknownReference: ({ given, nearest }) =>
      `‘${given}’ 참고 카드는 없습니다. ${meant(nearest, `${name} 읽기에서 모두 볼 수 있습니다.`)}`,
    missingReference: `어떤 카드를 올릴지 적어 주세요. 예: ${name} 읽기 peft --공유`,
    missingActivity: `무엇을 시작할지 적어 주세요. 예: ${name} 시작 startup-support-chatbot. 전체 목록은 ${name} 목록에 있습니다.`,
    unknownSource: ({ given, nearest }) =>
      `그런 이름의 활동, 종류, 팩이 없습니다(${given}). ${meant(nearest, `${name} 목록에서 모두 볼 수 있습니다.`)}`,
    noSuchSchedule: `이 채널에 그런 예약이 없습니다. ${name} 예약목록에서 확인해 주세요.`,
    scheduleChanged: `이 카드를 띄운 뒤에 예약이 바뀌어서 아무것도 하지 않았습니다. ${name} 예약목록에서 지금 상태를 확인해 주세요.`,
    notInChannel: `제가 이 채널에 없어 아무도 볼 수 없으므로 시작하지 않았습니다. ${invitation} 입력으로 저를 초대한 뒤 다시 시도해 주세요.`,
  },
});
