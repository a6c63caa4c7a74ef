import type { ScenarioMessages } from "../messages/scenario.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;

export const scenario: ScenarioMessages = {
  kind: {
    one: "시나리오",
    about: "사례를 읽고 접근법 하나를 골라 이유를 적습니다. 15분",
    inTurn: "시나리오를 번갈아",
  },
  team: "팀과 프로젝트",
  requirements: "요구 사항",
  data: "보유 데이터",
  budget: "예산",
  choice: "내 선택",
  reason: "고른 이유",
  reasonHint: "이 선택지를 고른 까닭과 나머지를 고르지 않은 까닭을 적어 주세요.",
  confidence: "내 선택이 맞을 가능성은?",
  confidenceHint: ({ options, guess }) =>
    `내 선택이 맞거나 좋은 결과로 이어질 확률입니다. ${options}개 가운데 그냥 찍었다면 ${guess}입니다.`,
  confidenceKept: ({ percent }) => `전에 50~100 척도로 적은 ${percent}는 여기에 숫자를 적기 전까지 그대로 남습니다.`,
  chooseOne: "하나를 골라 주세요.",
  giveReason: "이유를 적어 주세요. 짧아도 괜찮습니다.",
  reasonTooLong: ({ over, max }) =>
    `이유를 ${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
  badConfidence: "0부터 100까지의 정수를 적거나 비워 두세요.",
  recommended: "권장",
  recommendedIs: ({ option }) => `권장 답안: ${option}`,
  noRecommendation: "정해진 답이 없는 사례입니다. 팀이 함께 따져 본 과정이 곧 결과입니다.",
  modelsTitle: "의사결정 흐름과 ROI로 따져 보면",
  modelsHint: "팩이 이 사례에 대해 정해 둔 사실로 계산했습니다. 정답이 아니라 참고 의견입니다.",
  seeAlso: "더 읽어 보기",
  chartTitle: "팀의 선택",
  unit: "응답",
  figure: ({ count, percent }) => `${count.toLocaleString("ko")}명 (${percent})`,
  nobody: "마지막 회차에 응답한 사람이 없습니다.",
  tooFew: ({ count }) =>
    `${people(count)}이 응답했습니다. 익명 세션에서 응답이 3명 미만이면 누구의 것인지 드러날 수 있어 선택과 이유를 보여 주지 않습니다.`,
  trend: {
    score: "평균 점수",
    share: "1위 선택지의 비율",
    agreement: "의견 일치도",
    shareOf: ({ option, percent }) => `${percent} (${option})`,
  },
  agreement: ({ percent }) => `의견 일치도 ${percent}`,
  unanimous: "모두 같은 답을 골랐습니다.",
  confidenceOf: ({ mean, given }) => `맞을 가능성 ${mean} (${people(given)})`,
  agreementWords: { split: "갈림", leaning: "한쪽으로 기욺", agreed: "모임" },
  confidenceBefore: ({ option, mean, given }) => `${option} 확신도: ${mean} (예전 50~100 척도, ${people(given)} 기준)`,
  shiftTitle: ({ from, to }) => `${from}차에서 ${to}차로 의견이 어떻게 움직였나`,
  moved: ({ count, from, to }) => `${people(count)}: ${from} → ${to}`,
  movedInAll: ({ count }) =>
    `${people(count)}이 선택을 바꿨습니다. 익명 세션에서 인원이 적으면 무엇에서 무엇으로 바꿨는지는 보여 주지 않습니다.`,
  shiftWithheld:
    "익명 세션에서 3명보다 적은 묶음은 누구인지 드러날 수 있어, 회차 사이에 의견이 어떻게 움직였는지는 보여 주지 않습니다.",
  stayed: ({ count }) => `${people(count)}은 선택을 바꾸지 않았습니다.`,
  foreseen: {
    ask: "몇 명이 같은 선택을 할지도 묻기",
    askHint: "응답이 10명 이상이면 예상보다 많이 고른 선택지를 공개할 때 알려 줍니다.",
    field: "팀에서 몇 퍼센트가 나와 같은 선택을 할까요?",
    hint: "응답하는 사람 전체를 기준으로 어림잡아 적습니다.",
    surprising: ({ option, share, foreseen }) =>
      `고른 사람들의 예상보다 많이 나온 선택지: ${option} (예상 ${foreseen}, 실제 ${share})`,
  },
  movedBy: {
    field: "무엇이 마음을 움직였나요?",
    hint: "지난 회차와 다른 답을 골랐습니다.",
    talk: "스레드에서 나눈 이야기",
    again: "스스로 다시 생각해서",
    title: "마음을 움직인 것",
    reason: ({ count, reason }) => `${people(count)}을 움직인 이유: “${reason}”`,
    byTalk: ({ count }) => `${people(count)}은 스레드에서 나눈 이야기에 마음을 바꿨습니다.`,
    byThought: ({ count }) => `${people(count)}은 스스로 다시 생각했습니다.`,
  },
  reasonsTitle: "이유",
  reasonsApart:
    "선택지와 관계없이 순서를 섞었습니다. 어느 한 회차에 응답했거나 응답하지 않은 사람이 적어, 선택지별로 나누면 누구인지 드러날 수 있습니다.",
  reasonsOf: ({ option, count }) => `${option} (${count.toLocaleString("ko")}명)`,
  moreReasons: ({ count }) => `그 밖의 이유 ${count.toLocaleString("ko")}건`,
  askedBare: {
    hint: "선택지를 하나 눌러 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "무엇을 골랐는지는 공개 전까지 아무도 볼 수 없습니다.",
    named: "이름과 선택은 공개할 때 모두에게 보이고, 그 전에는 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 무엇을 골랐는지 끝까지 아무도 알 수 없습니다. 다만 모두가 같은 답을 고르면 서로의 선택을 알게 됩니다.",
    reminder: "아직 응답을 받고 있습니다. 응답하지 않았다면 선택지를 한 번 눌러 주세요.",
    revealQuestion: "모두의 선택을 지금 공개할까요? 되돌릴 수 없습니다.",
  },
  own: {
    title: "직접 질문하기",
    question: "질문",
    questionHint: "무엇을 함께 결정하고 싶은가요?",
    questionMissing: "질문을 적어 주세요.",
    options: "선택지",
    optionsHint: "한 줄에 하나씩 2~10개를 적습니다. 비워 두면 예/아니요 질문이 됩니다.",
    optionsCount: ({ count, min, max }) =>
      count < min
        ? `선택지를 한 줄에 하나씩 ${min}개 이상 적거나, 예/아니요 질문이면 비워 두세요.`
        : `선택지는 ${max}개까지 적을 수 있습니다. 지금은 ${count.toLocaleString("ko")}개입니다.`,
    optionTooLong: ({ option, max }) => `선택지는 ${max}자까지입니다. 줄여 주세요: ${option}`,
    background: "배경",
    backgroundHint: "모두가 먼저 알아 둘 내용을 적습니다.",
    source: "이 질문이 나온 메시지 보기",
    tooLong: ({ over, max }) =>
      `${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
    reasons: "이유",
    reasonsHint: "이유를 받지 않으면 한 번만 눌러 응답할 수 있습니다.",
    reasonRule: {
      required: "필수",
      optional: "선택",
      none: "받지 않음",
    },
    yesOrNo: { yes: "예", no: "아니요" },
    mend: {
      option: ({ number }) => `선택지 ${number}`,
      optionMissing: "이미 고른 사람이 있을 수 있어 표현은 고칠 수 있지만 뺄 수는 없습니다.",
      more: "선택지 더하기",
      moreHint: ({ left }) => `한 줄에 하나씩 ${left}개까지 더 적을 수 있습니다.`,
      answeredMeanwhile:
        "이 폼을 여는 사이에 응답이 들어왔습니다. 이제 선택지는 표현을 고치거나 더할 수만 있고 뺄 수는 없습니다. 폼을 다시 열어 주세요.",
      sameOption: ({ option }) => `이미 있는 선택지입니다: ${option}`,
      full: ({ max }) => `선택지가 이미 ${max}개입니다. 더 많으면 비교하기 어려워 더할 수 없습니다.`,
    },
  },
  asked: {
    hint: "하나를 고르고 이유를 적어 주세요. 마감 전까지 고칠 수 있습니다.",
    unseen: "선택과 이유는 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
    named: "이름과 선택, 이유는 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
    anonymous:
      "익명 세션입니다. 누가 어떤 응답을 했는지 아무도 알아낼 수 없습니다. 다만 글투로 짐작할 수는 있고, 모두가 같은 답을 고르면 모두의 선택이 드러납니다.",
    reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 하나를 고르고 이유를 한두 문장 적어 주세요.",
    revealQuestion: "모두의 선택과 이유를 지금 공개할까요? 되돌릴 수 없습니다.",
    reasons: {
      beforeDiscussion: "응답이 마감되면 이유만 이름과 선택 없이 토론에 올립니다.",
      discussed:
        "방금 마감한 응답에서 나온 이유들입니다. 이름과 선택은 뺐습니다. 어떤 이유가 설득력이 있나요? 이 스레드에서 이야기한 뒤 응답을 한 번 더 받습니다.",
      seeAll: "이유 모두 보기",
      allTitle: "모든 이유",
    },
  },
};
