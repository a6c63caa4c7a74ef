import type { CommandsMessages } from "../messages/commands.ts";
import type { AnyOptionName } from "../typed-words.ts";
import { meant } from "./meant.ts";
import { session } from "./session.ts";
import { typed } from "./typed.ts";

const optionWord = (name: AnyOptionName): string => `--${name === "share" ? typed.share[0] : typed.options[name][0]}`;

const badRules: Readonly<Record<"how-often" | "weekday" | "time" | "cron", (given: string) => string>> = {
  "how-often": (given) =>
    `${given === "" ? "주기를 적어 주세요." : `주기를 알 수 없습니다(${given}).`} 예: 매주 월 10:00, 격주 화 9:30, 매월 월 10:00, 평일 9:00, cron 0 9 * * 1-5`,
  weekday: (given) => `${given === "" ? "요일을 적어 주세요." : `‘${given}’ 요일은 없습니다.`} 예: 월, 화요일, mon`,
  time: (given) => `${given === "" ? "시각을 적어 주세요." : `‘${given}’ 시각은 없습니다.`} 예: 9:30, 17:00`,
  cron: (given) =>
    `쓸 수 없는 cron 식입니다(${given}). 분, 시, 일, 월, 요일의 다섯 칸을 적고, 한 시간에 한 번까지만 시작하게 해 주세요. 예: cron 0 9 * * 1-5`,
};

const stay = (stands: string | null): string =>
  `이전 응답이 그대로 유지됩니다${stands === null ? "." : ` (${stands}).`}`;
const orIn = (open: number | null): string =>
  open === null ? "" : ` 지금은 ${open}차 응답을 받는 중이니 스레드의 새 글에서 응답해 주세요.`;

export const commands: CommandsMessages = {
  menuTitle: "Decision Workshop",
  menuIntro: "각자 선택과 이유를 적고, 다 모이면 한꺼번에 공개합니다.",
  ask: "직접 질문하기",
  start: "세션 시작",
  list: "활동 목록",
  learn: "읽을거리",
  read: "읽기",
  share: "채널에 올리기",
  nothingToLearn: "팩에 참고 카드가 없습니다.",
  exercise: ({ parts }) => `연습 (활동 ${parts}개)`,
  history: "지난 결정",
  help: "도움말",
  openSessions: "이 채널에서 진행 중",
  listTitle: "시작할 수 있는 활동",
  historyTitle: "이 채널의 지난 세션",
  noHistory: "이 채널에서 끝난 세션이 아직 없습니다.",
  noDecision: "기록한 결정이 없습니다.",
  termsTitle: "용어 설명",
  terms: [
    {
      term: "의견 일치도",
      meaning:
        "참가자를 두 사람씩 짝지었을 때 같은 선택을 한 짝의 비율입니다. 50% 미만은 갈림, 70%까지는 한쪽으로 기욺, 그 위는 모임입니다.",
    },
    {
      term: "서머타임",
      meaning: "예약한 시각이 서머타임으로 없어지면 그만큼 늦게 시작하고, 두 번 있으면 첫 번째에 시작합니다.",
    },
  ],
  details: {
    ask: "팀에 직접 질문하기",
    assess: "우리 프로젝트를 단계별로 진단하기",
    start: "이 채널에서 세션 시작",
    schedule: "정해진 때마다 세션 시작",
    schedules: "예약을 보고, 멈추고, 바꾸기",
    list: "시작할 수 있는 활동 보기",
    learn: "참고 카드 읽기",
    find: "세션, 결정, 이유 찾기",
    history: "지난 결정 보기",
    export: "결정을 파일로 받기",
    stats: "이 채널의 통계 보기",
    me: "내 확률이 얼마나 맞았는지 혼자 보기",
    settings: "이 채널에 미리 정해 둔 것을 보고 바꾸기",
    help: "모든 명령 보기",
  },
  optionDetails: {
    anonymous: "누가 응답했는지 알 수 없게",
    discuss: "토론을 사이에 두고 두 번 응답",
    until: "끝나는 시각, 예: 17:00",
    for: "걸리는 시간, 예: 2h, 2d",
    lang: "진행 언어, ko 또는 en",
    quorum: "필요한 응답 수(정족수). 예: 5",
    reveal: "자동으로 마감되는 즉시 결과 공개",
    ask: "응답 대상. 예: @민지 @준호",
    "when-all": "모두 응답하면 바로 마감",
    observe: "나는 진행만 하기",
    decider: "결정할 사람. 예: @민지",
    open: "1차 응답을 받는 동안 누구나 선택지를 더할 수 있습니다",
    from: "시작할 활동: ID 하나 또는 여럿, 종류, 팩",
    zone: "시간대, 예: Asia/Seoul",
    skip: "건너뛸 날짜, 예: 2026-12-25",
  },
  startForm: {
    title: "세션 시작",
    activity: "활동",
    anonymous: "익명으로 진행",
    anonymousHint: "진행자를 포함해 아무도 누가 어떤 응답을 했는지 알 수 없습니다.",
    discussion: "토론하고 한 번 더 응답",
    discussionHint: "1차 응답이 마감되면 이름과 선택을 뺀 이유만 보여 줍니다.",
    open: "누구나 선택지를 더할 수 있게",
    openHint: "1차 응답을 받는 동안 모두 합쳐 10개까지 더할 수 있습니다.",
    reveal: "마감과 동시에 공개",
    revealHint: "정한 시각이 되거나 모두 응답해 마감되는 즉시 공개합니다. 응답이 정족수에 못 미치면 공개하지 않습니다.",
    quorum: "정족수",
    quorumHint: "응답이 이보다 적으면 마감할 때 알리고, 결과와 결정에도 남깁니다.",
    badQuorum: "1부터 999까지의 정수를 적거나 비워 두세요.",
    end: "응답 마감",
    endHint: "언제든 직접 끝낼 수 있습니다.",
    ends: {
      none: "마감 없음",
      spans: { "1h": "1시간 뒤", "2d": "2일 뒤" },
      today: ({ at }) => `오늘 ${at}`,
      tomorrow: ({ at }) => `내일 ${at}`,
      other: "직접 입력",
    },
    endOther: "직접 정한 마감",
    endOtherHint: "17:00 같은 시각이나 30m, 2h, 3d 같은 시간을 적습니다.",
    endTwice: "위에서 고르거나 여기에 적거나, 하나만 해 주세요.",
    fold: "설정 더 보기",
    language: "언어",
    submit: "시작",
    cancel: "취소",
  },
  home: {
    waiting: "내 응답을 기다리는 세션",
    nothingWaiting: "기다리는 세션이 없습니다.",
    facilitated: "내가 진행하는 세션",
    decided: "최근 결정",
    nothingDecided: "참여 중인 채널에 아직 기록된 결정이 없습니다.",
    language: "언어",
  },
  close: "닫기",
  badEnd: "17:00 같은 시각이나 30m, 2h, 1d처럼 지금부터의 시간을 적어 주세요.",
  listening: ({ address }) => `준비되었습니다. 브라우저에서 ${address} 주소를 여세요.`,
  serving: ({ address }) => `Decision Workshop이 준비되었습니다. 요청을 받는 주소: ${address}`,
  refusals: {
    notFacilitator: ({ command }) =>
      command === "respond"
        ? "여기서는 응답할 수 없습니다."
        : `진행자만 할 수 있는 일입니다(‘${session.controls.verbs[command]}’). 세션을 시작한 사람에게 부탁하거나 진행자로 추가해 달라고 하세요.`,
    wrongState: ({ command, state }) =>
      command === "respond"
        ? `지금은 응답을 받지 않습니다. 현재 상태: ${session.state[state]}`
        : `지금은 할 수 없는 일입니다(‘${session.controls.verbs[command]}’). 현재 상태: ${session.state[state]}. 할 수 있는 일은 진행자 도구에 나와 있습니다.`,
    roundOver: ({ round, open }) =>
      open === null
        ? `${round}차 응답이 마감되어 반영하지 못했습니다. 응답을 다시 받게 되면 스레드에 안내가 올라옵니다.`
        : `${round}차 응답이 마감되어 반영하지 못했습니다. 지금은 ${open}차 응답을 받는 중이니 스레드의 새 글에서 응답해 주세요.`,
    changeTooLate: ({ open, stands }) => `마감된 뒤라 고치지 못했습니다. ${stay(stands)}${orIn(open)}`,
    roundEnded: ({ round, open, stands }) =>
      stands === undefined
        ? `${round}차 응답이 마감되어 더는 고칠 수 없습니다.${orIn(open)}`
        : `${round}차 응답이 마감되었습니다. ${stay(stands)}${orIn(open)}`,
    sentAgain:
      "이 양식을 다른 내용으로 다시 제출하셨고, 그 내용이 저장되어 있습니다. 바꾸려면 양식을 새로 열어 주세요.",
    sentBefore: "이미 제출한 양식이라 이번에는 바뀐 것이 없습니다. 바꾸려면 양식을 새로 열어 주세요.",
    noSetup: "이곳의 팩에는 진단이 없어 시작할 수 없습니다.",
    nothingToRepeat: ({ given, nearest }) =>
      `이 채널에서 진단해 공개한 프로젝트가 아닙니다(${given}). ${meant(nearest, "‘다시’ 없이 새로 시작해 주세요.")}`,
    alreadyStarted: "이 양식으로 이미 다른 내용의 세션을 시작했습니다. 하나 더 시작하려면 양식을 새로 열어 주세요.",
    noDiscussionPlanned:
      "토론 없이 시작한 세션이고, 참가자들도 그렇게 알고 응답했습니다. 응답을 다시 받거나 결과를 공개해 주세요. 다음에는 --토론 옵션을 붙여 시작하세요.",
    nothingToStayWith: "이 세션에서 아직 응답하지 않았습니다. 옆의 버튼으로 응답해 주세요.",
    alreadyAnswered: "이번 회차에는 이미 응답했습니다. 그 응답이 반영됩니다.",
    contentChanged:
      "이 폼을 연 뒤 질문이나 선택지가 바뀌어 저장하지 않았습니다. 적은 내용을 복사해 두고 폼을 닫은 뒤 다시 열어 주세요.",
    notMendable: "팩에 있는 활동이라 내용을 고칠 수 없습니다. 다른 것을 물으려면 세션을 취소하고 새로 시작해 주세요.",
    noOptionsTaken:
      "선택지를 더할 수 없는 세션입니다(--제안 없이 시작했습니다). 빠진 것이 있으면 진행자에게 알려 주세요.",
    optionsSettled:
      "선택지는 1차 응답을 받는 동안에만 더할 수 있어 이번에는 더하지 못했습니다. 스레드에서 의견을 나눠 주세요.",
    unchanged: "지금 내용과 같아 바꾼 것이 없습니다.",
    responseChanged:
      "이 창을 연 뒤에 다른 곳에서 응답을 고쳤기 때문에 저장하지 않았습니다. 적은 글을 복사해 두고 창을 닫은 뒤 다시 열어 현재 응답을 확인해 주세요.",
    deadlinePast: "이미 지난 시각입니다. 더 뒤의 시각을 골라 주세요.",
    alreadyFacilitator: "이미 진행자인 사람입니다.",
    unknownOption: ({ command, given, nearest, taken }) =>
      `‘${typed.commands[command][0]}’ 명령에는 ‘${given}’ 옵션이 없습니다. ${meant(nearest, taken.length === 0 ? "이 명령은 옵션 없이 씁니다." : `쓸 수 있는 옵션: ${taken.map(optionWord).join(", ")}`)}`,
    surplusWord: ({ command, given }) =>
      `‘${given}’ 부분은 읽을 수 없습니다. ‘${typed.commands[command][0]}’ 뒤에는 ID를 하나만 적습니다. 옵션은 --언어 ko처럼 앞에 --를 붙여 주세요.`,
    badValue: ({ option, given, examples }) =>
      `${given === "" ? `${option} 뒤에 값을 적어 주세요.` : `${option} 뒤의 ‘${given}’ 값을 알 수 없습니다.`} 예: ${examples.join(", ")}`,
    deadlineTwice: "--마감과 --동안 가운데 하나만 한 번 적어 주세요.",
    remindersUsedUp: ({ most }) =>
      `알림은 회차마다 ${most}번까지이고 이미 다 보냈습니다. 마감을 늦추거나 직접 연락해 주세요.`,
    reminderAfterEnd: "그 시각이면 이미 마감된 뒤입니다. 더 이른 시각을 고르거나 먼저 마감을 바꿔 주세요.",
    missingSource:
      "무엇을 시작할지 적어 주세요. 예: --활동 discussion, --활동 startup-support-chatbot. 여러 개면 ID를 쉼표로 이어 적습니다.",
    unknownZone: ({ given, nearest }) =>
      `‘${given}’ 시간대는 없습니다. ${meant(nearest, "Asia/Seoul, Europe/Berlin 같은 IANA 이름을 적어 주세요.")}`,
    badRule: ({ part, given }) => badRules[part](given),
    noDateLeft: "이대로는 시작할 날짜가 없습니다. 주기와 건너뛸 날짜를 확인해 주세요.",
    notScheduleOwner: "예약한 사람이나 워크스페이스 관리자만 바꿀 수 있습니다.",
    nothingToStart: "시작할 활동이 없습니다. 예약에 적힌 활동이 팩에서 없어졌으니 예약을 고치거나 삭제해 주세요.",
    tooManySchedules: ({ most }) => `예약은 채널마다 ${most}개까지입니다. 필요 없는 예약을 먼저 삭제해 주세요.`,
    channelClosed: "보관되었거나 사라진 채널이라 아무것도 시작하지 않았습니다.",
    directMessage:
      "다른 사람들의 다이렉트 메시지에는 제가 들어갈 수 없어 아무것도 시작하지 않았습니다. 제가 있는 채널에서 시작해 주세요.",
    badRequest: "요청을 이해하지 못해 아무것도 바꾸지 않았습니다. 새로 고친 뒤 다시 해 주세요.",
    uncertain: "제때 응답을 받지 못해 저장되었는지 알 수 없습니다. 먼저 확인한 뒤에 다시 해 주세요.",
    fault: "저희 쪽에 문제가 생겨 저장하지 못했습니다. 잠시 뒤에 다시 해 주세요.",
  },
};
