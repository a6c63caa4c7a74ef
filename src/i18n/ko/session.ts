import type { SessionMessages } from "../messages/session.ts";
import { roles } from "./roles.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

const earlier = (round: number): string => (round === 2 ? "1차" : "이전");

export const session: SessionMessages = {
  round: ({ round }) => `${round}차 응답`,
  state: {
    collecting: "응답을 받는 중",
    ended: "응답 마감, 공개 전",
    discussing: "토론 중",
    revealed: "결과 공개됨",
    closed: "완료",
    cancelled: "취소됨",
  },
  progress: "진행 상황",
  endsAt: "마감",
  modes: "진행 방식",
  anonymous: "익명",
  named: "실명 · 공개 전 비공개",
  sumsOnly: "스스로 점검, 팀에는 합계만 공개",
  withDiscussion: "토론 후 2차 응답",
  facilitator: "진행자",
  forgottenPerson: "삭제된 사람",
  sharedBy: "올린 사람",
  responded: ({ count }) => `${people(count)}이 응답했습니다.`,
  nobodyYet: "아직 응답이 없습니다.",
  nobody: "응답이 없습니다.",
  respond: "응답하기",
  ballotTitle: ({ round }) => (round === 1 ? "선택하기" : `${round}차 선택`),
  responsesTitle: ({ round }) => (round === 1 ? "응답" : `${round}차 응답`),
  ballotOver: "응답이 마감되었습니다.",
  roundEnded: ({ round, count, asked }) =>
    `${round}차 응답이 마감되었습니다. ${asked !== undefined ? roles.responded({ count, asked }) : count === 0 ? "응답이 없습니다." : `${people(count)}이 응답했습니다.`}`,
  standing: {
    kept: "이전 응답 유지, 확인 안 함",
    keptCount: ({ kept }) =>
      `이 중 ${kept.toLocaleString("ko")}건은 이전 회차의 응답이며, 본인이 다시 확인하지 않았습니다.`,
    keptNames: "이전 응답 유지",
    counts: ({ round, total, answered, kept }) =>
      `${people(total)} 중 ${people(answered)}이 ${round}차 응답을 했고, ${people(kept)}은 ${earlier(round)} 응답을 유지합니다.`,
    roundEnded: ({ round, total, answered, kept }) =>
      `${round}차 응답이 마감되었습니다. ${people(total)} 중 ${people(answered)}이 응답했고, ${people(kept)}은 ${earlier(round)} 응답을 유지합니다.`,
    own: ({ round, inShort }) =>
      `바꾸지 않으면 ${round}차 응답이 그대로 반영됩니다${inShort === undefined ? "." : `: ${inShort}`}`,
    openTitle: ({ round }) => `${round}차 응답을 받고 있습니다`,
    stay: "이전 응답 유지하기",
    stayed: "이전 응답을 그대로 유지합니다.",
    reasonsWithheld: "이유 일부는 싣지 않았습니다. 쓴 사람이 너무 적어 누구의 것인지 드러날 수 있습니다.",
  },
  discussionTitle: "함께 이야기해 봅시다",
  discussionBare: "이 스레드에서 이야기해 주세요. 그다음 응답을 한 번 더 받습니다.",
  discussionTooFew:
    "응답이 3명 미만이라 이유를 보여 주면 익명이 지켜지지 않을 수 있습니다. 여기서는 사례 자체를 놓고 이야기해 주세요. 그다음 응답을 한 번 더 받습니다.",
  rareFirst: "서로 비슷하지 않은 글부터 글자만 비교해 놓았습니다. 모두가 아는 이야기만 나누기 쉽기 때문입니다.",
  reasonsLeftOut: ({ count }) => `이유 ${count}건은 여기에 싣지 않았습니다.`,
  revealTitle: "결과 공개",
  cancelledTitle: "취소되었습니다",
  cancelledText: "이 세션은 취소되었습니다. 응답은 공개되지 않습니다.",
  controls: {
    title: "진행자 도구",
    onlyYou: "진행자에게만 보입니다.",
    verbs: {
      "end-round": "응답 마감하기",
      extend: "마감 바꾸기",
      "set-reminder": "미응답자에게 알리기",
      remind: "알림 보내기",
      discuss: "토론 열기",
      "vote-again": "응답 다시 받기",
      reveal: "공개하기",
      "record-decision": "결정 기록하기",
      close: "결정 없이 마치기",
      "add-facilitator": "진행자 추가",
      mend: "질문 고치기",
      reopen: "마감 되돌리기",
      "add-option": "선택지 추가",
      review: "결정 돌아보기",
      cancel: "세션 취소",
    },
    setDeadline: "마감 정하기",
    amendDecision: "결정 고치기",
    cancelQuestion: "이 세션을 취소할까요? 받은 응답은 앞으로도 공개되지 않습니다.",
    closeQuestion: "결정을 기록하지 않고 마칠까요?",
    cancel: "취소",
    keep: "계속 진행하기",
    advice: {
      clarify:
        "권장 답안을 고른 사람이 적습니다. 토론보다 먼저 사례를 분명히 하세요. 요구 사항을 함께 다시 읽고 나서 응답을 한 번 더 받는 것이 좋습니다.",
      discuss: "권장 답안을 두고 의견이 갈립니다. 경험상 토론해 볼 만한 구간입니다. 토론한 뒤 응답을 다시 받아 보세요.",
      reveal: "이미 대부분 권장 답안을 골랐습니다. 더 토론할 것이 많지 않으니 결과를 공개해도 좋습니다.",
    },
    tooFewToAdvise:
      "조언을 드리면 한 사람의 선택이 드러날 수 있어 여기서는 드리지 않습니다. 대화의 흐름을 보고 응답을 다시 받을지 공개할지 정해 주세요.",
    thinkAgain: "권장 답안을 두고 의견이 갈립니다. 각자 사례를 다시 살펴본 뒤 응답을 한 번 더 받아 보세요.",
    agreementAdvice: {
      clarify:
        "의견 일치도로 보면 거의 모이지 않았습니다. 토론보다 먼저 질문을 함께 분명히 하고 나서 응답을 한 번 더 받는 것이 좋습니다.",
      discuss:
        "의견 일치도로 보면 의견이 갈립니다. 경험상 토론해 볼 만한 구간입니다. 토론한 뒤 응답을 다시 받아 보세요.",
      reveal: "의견 일치도로 보면 이미 대부분 뜻이 같습니다. 더 토론할 것이 많지 않으니 결과를 공개해도 좋습니다.",
      thinkAgain: "의견 일치도로 보면 의견이 갈립니다. 각자 질문을 다시 생각해 본 뒤 응답을 한 번 더 받아 보세요.",
    },
    noAdvice: ({ discussion }) =>
      `비교할 권장 답안이 없는 사례입니다. 대화의 흐름을 보고 ${discussion ? "토론할지" : "응답을 다시 받을지"} 공개할지 정해 주세요.`,
    undelivered: ({ count }) =>
      `이 세션의 메시지 ${count}건이 채널에 올라갔는지 확실하지 않습니다. 자동으로 다시 보내지 않으니 스레드를 확인해 주세요.`,
    over: "이 세션은 끝났습니다.",
  },
  decision: {
    title: "결정",
    text: "결정 내용",
    owner: "담당자",
    date: "기한",
    textHint: "반년 뒤에 읽어도 알 수 있게 한두 문장으로 적어 주세요.",
    formTitle: "결정 기록하기",
    save: "기록하고 마치기",
    tooLong: ({ over, max }) => `${over}자를 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
    badDate: "2026-12-01처럼 날짜를 적어 주세요.",
  },
  responseForm: {
    title: ({ round }) => (round === 1 ? "내 응답" : `내 ${round}차 응답`),
    submit: "제출",
    change: "고쳐서 저장",
    cancel: "취소",
    untilEnd: "마감 전까지 고칠 수 있습니다.",
    stage: ({ step, of }) =>
      `${of}단계 중 ${step}단계입니다. 단계마다 저장되므로 언제든 닫았다가 이어서 할 수 있습니다.`,
    next: "저장하고 다음",
    back: "이전",
  },
  trend: {
    title: ({ what, times }) => `최근 ${times}회의 ${what}`,
    responses: "응답 수",
    course: ({ first, last }) => `처음 ${first}, 이번 ${last}`,
  },
  earlierReason: {
    keep: "앞서 적은 이유를 그대로 쓰기",
    was: ({ reason }) => `다른 선택을 했을 때 적은 이유입니다: “${reason}”`,
    missing: "선택이 바뀌었습니다. 새로 고른 이유를 적거나, 앞서 적은 이유를 그대로 쓸지 정해 주세요.",
  },
  quorum: {
    missing: ({ standing, quorum }) =>
      `정족수 미달: 필요한 응답 ${quorum}건 중 ${standing}건입니다. 진행자가 마감을 되돌리거나 그대로 공개할 수 있습니다.`,
    reveal: "정족수 미달로 공개하기",
    without: ({ standing, quorum }) => `정족수 미달: 필요한 응답 ${quorum}건 중 ${standing}건`,
  },
  reopened: ({ round }) => `${round}차 응답을 다시 받습니다.`,
  mending: {
    title: "질문 고치기",
    submit: "고쳐서 저장",
    unanswered: "아직 응답이 없어 무엇이든 흔적 없이 고칠 수 있습니다.",
    answered:
      "이미 응답이 있습니다. 이전 표현과 고친 시각이 카드에 남고, 응답한 사람에게 한 번 알립니다. 선택지는 표현을 고치거나 더할 수 있지만 뺄 수는 없습니다.",
    stale: "그사이 질문이나 선택지가 바뀌어 아직 저장하지 않았습니다. 다시 살펴봐 주세요.",
    reworded: ({ was, now }) =>
      now === ""
        ? `삭제: “${was}” · `
        : was === ""
          ? `추가: “${now}” · `
          : `“${now}” — 이전 표현: “${was}” · 고친 시각 `,
    added: ({ option, named }) => (named ? `추가된 선택지: “${option}” · ` : `추가된 선택지: “${option}”`),
    earlier: ({ count }) => `그 밖에 이전 변경 ${count}건`,
    newsTitle: "응답하신 질문이 바뀌었습니다",
    news: "고치지 않으면 응답은 그대로 반영됩니다. 채널에 있는 세션 카드에서 고칠 수 있습니다.",
  },
  optionForm: {
    button: "선택지 추가",
    title: "선택지 추가",
    field: "선택지",
    submit: "추가",
    named: "추가하면 이름과 함께 바로 모두에게 보입니다. 이미 응답한 사람에게는 한 번 알립니다.",
    anonymous: "추가하면 이름 없이 바로 모두에게 보입니다. 이미 응답한 사람에게는 한 번 알립니다.",
    added: ({ option }) => `선택지를 추가했습니다: ${option}`,
  },
  ownResponse: ({ round }) => `${round}차 응답을 저장했습니다. 마감 전까지 고칠 수 있습니다.`,
  recorded: { first: "응답을 기록했습니다.", changed: "응답을 고쳤습니다.", change: "응답 고치기" },
  extendForm: {
    first: { title: "마감 정하기", submit: "정하기" },
    title: "마감 바꾸기",
    field: "마감",
    hint: "17:00처럼 시각을 적거나, 30m, 2h, 1d처럼 지금부터의 시간을 적어 주세요.",
    submit: "바꾸기",
  },
  reminder: {
    formTitle: "미응답자에게 알리기",
    field: "알림 시각",
    hint: "15:00처럼 시각을 적거나, 30m, 2h, 1d처럼 지금부터의 시간을 적어 주세요. 그때까지 응답하지 않은 사람에게만 알립니다. 알림은 회차마다 두 번까지이며, 받는 사람의 방해 금지 시간에는 보내지 않습니다.",
    submit: "예약",
    planned: "아직 응답하지 않은 사람에게 알리는 시각",
    sent: ({ count }) => `알림을 ${count}번 보냈습니다.`,
    title: "응답을 기다리고 있습니다",
    where: "채널에 있는 세션 카드에서 응답할 수 있습니다.",
  },
  facilitatorForm: { title: "진행자 추가", field: "추가할 사람", submit: "추가" },
  undelivered: {
    title: "세션의 메시지가 전달되지 않았습니다",
    uncertain: "메시지 하나가 채널에 올라가지 않았을 수 있습니다. 자동으로 다시 보내지 않으니 스레드를 확인해 주세요.",
    "channel-gone": "채널이 보관되었거나 없어져서 글을 올릴 수 없습니다. 지금까지 받은 응답은 그대로 있습니다.",
    "message-gone": "채널에서 세션 메시지가 삭제되어 더는 갱신할 수 없습니다. 응답은 그대로 있습니다.",
    "not-a-member": "제가 그 채널에 없습니다. 저를 채널에 추가한 뒤 세션을 다시 시작해 주세요.",
    "not-drawable":
      "메시지 하나를 세 번 시도해도 만들지 못해 빼고 진행합니다. 응답은 그대로 있습니다. 원인은 로그에 남아 있으니 봇 운영자에게 알려 주세요.",
  },
  required: "여기를 채워 주세요.",
  asked: {
    hint: "아래 버튼을 눌러 답해 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "응답은 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named: "이름과 응답은 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
    anonymous: "익명 세션입니다. 누가 어떤 응답을 했는지 아무도 알아낼 수 없습니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 1분이면 됩니다.",
    revealQuestion: "모두의 응답을 지금 공개할까요? 되돌릴 수 없습니다.",
  },
};
