import type { MethodsMessages } from "../messages/methods.ts";

const people = (count: number): string => `${count.toLocaleString("ko")}명`;
const list = (labels: readonly string[]): string => labels.join(", ");
const until = "마감 전까지 고칠 수 있습니다.";
const leads = (what: string, options: readonly string[], figure: string): string =>
  options.length > 1 ? `공동 1위: ${list(options)} (각각 ${figure})` : `${what}: ${list(options)} (${figure})`;

export const methods: MethodsMessages = {
  field: "응답 방식",
  suggestions: {
    general: "선택지가 둘이면 하나 고르기, 넷보다 많으면 괜찮은 것 모두 고르기, 제안이면 동의 구하기가 어울립니다.",
    proposal: "선택지가 없으면 예/아니요로 답합니다. 제안이라면 동의 구하기가 어울립니다.",
    two: "선택지가 둘이면 하나 고르기로 충분합니다.",
    many: "선택지가 넷보다 많으면 괜찮은 것 모두 고르기가 표를 덜 흩어지게 합니다.",
  },
  noOptions: "제안에는 선택지가 따로 없습니다. 비워 두거나 다른 방식을 골라 주세요.",
  names: {
    single: "하나 고르기",
    approval: "괜찮은 것 모두 고르기",
    ranked: "순위 매기기",
    score: "0~5점 주기",
    dots: "점 나눠 주기",
    consent: "제안에 동의 구하기",
  },
  about: {
    single: "하나씩 고르고, 가장 많이 고른 것을 봅니다.",
    approval: "괜찮은 것을 모두 고르고, 가장 많은 사람이 고른 것을 봅니다.",
    ranked: "1순위부터 차례로 고르고, 둘씩 비교합니다.",
    score: "선택지마다 점수를 주고, 평균을 비교합니다.",
    dots: "각자 점 5개를 나눠 주고, 합계를 비교합니다.",
    consent: "동의, 물러섬, 이의 가운데 답하고, 이의가 없으면 통과합니다.",
  },
  hints: {
    approval: {
      reasoned: `괜찮은 선택지를 모두 고르고 이유를 적어 주세요. ${until}`,
      bare: `괜찮은 선택지를 모두 골라 주세요. ${until}`,
    },
    ranked: {
      reasoned: `원하는 순서대로 고르고 이유를 적어 주세요. 끝까지 매기지 않아도 됩니다. ${until}`,
      bare: `원하는 순서대로 골라 주세요. 끝까지 매기지 않아도 됩니다. ${until}`,
    },
    score: {
      reasoned: `선택지마다 0~5점을 주고 이유를 적어 주세요. ${until}`,
      bare: `선택지마다 0~5점을 주세요. ${until}`,
    },
    dots: {
      reasoned: `선택지에 점을 나눠 주고 이유를 적어 주세요. ${until}`,
      bare: `선택지에 점을 나눠 주세요. ${until}`,
    },
    consent: {
      reasoned: `동의, 물러섬, 이의 가운데 하나를 고르고 이유를 적어 주세요. ${until}`,
      bare: `동의, 물러섬, 이의 가운데 하나를 골라 주세요. 이의에는 이유가 필요합니다. ${until}`,
    },
  },
  asked: {
    reasoned: {
      unseen: "답과 이유는 결과를 공개할 때까지 아무에게도 보이지 않습니다.",
      named: "이름과 답, 이유는 결과를 공개할 때 모두에게 보이고 그 전에는 아무에게도 보이지 않습니다.",
      anonymous:
        "익명 세션입니다. 누가 어떤 응답을 했는지 아무도 알아낼 수 없습니다. 다만 글투로 짐작할 수는 있고, 모두가 똑같이 답하면 모두의 답이 드러납니다.",
      reminder: "아직 응답을 받고 있는 세션입니다. 응답하지 않았다면 잠깐 시간을 내 주세요.",
      revealQuestion: "모두의 답과 이유를 지금 공개할까요? 되돌릴 수 없습니다.",
    },
    bare: {
      unseen: "답은 공개 전까지 아무도 볼 수 없습니다.",
      named: "이름과 답은 공개할 때 모두에게 보이고, 그 전에는 보이지 않습니다.",
      anonymous:
        "익명 세션입니다. 누가 어떻게 답했는지 끝까지 아무도 알 수 없습니다. 다만 모두가 똑같이 답하면 서로의 답을 알게 됩니다.",
      reminder: "아직 응답을 받고 있습니다. 응답하지 않았다면 지금 답해 주세요.",
      revealQuestion: "모두의 답을 지금 공개할까요? 되돌릴 수 없습니다.",
    },
  },
  cannotJudge: {
    option: "판단하기 어렵습니다",
    counted: ({ count }) => `${people(count)}은 판단하기 어렵다고 답했습니다. 표로는 세지 않았습니다.`,
    reasonsOf: ({ count }) => `판단하기 어려움 (${people(count)})`,
  },
  reason: "이유",
  reasonHint: "그렇게 답한 까닭을 적어 주세요.",
  receipt: "내 답",
  nobodyJudged: "표를 낸 사람이 없습니다.",
  changed: ({ count }) => `${people(count)}이 답을 바꿨습니다.`,
  kept: ({ count }) => `${people(count)}은 답을 바꾸지 않았습니다.`,
  beforeAfter: ({ option, before, after }) => `${option}: ${before} → ${after}`,
  single: {
    leads: ({ options, count, total }) => leads("가장 많이 고른 선택지", options, `${total}명 중 ${count}명`),
  },
  approval: {
    field: "괜찮은 선택지",
    fieldHint: "몇 개든 고를 수 있습니다.",
    missing: "하나 이상 고르거나, 판단하기 어렵다고 답해 주세요.",
    unknown: "이 질문에 있는 선택지만 골라 주세요.",
    leads: ({ options, count, total }) =>
      leads("가장 많은 사람이 괜찮다고 한 선택지", options, `${total}명 중 ${count}명`),
    unit: "고른 사람",
  },
  ranked: {
    place: ({ place }) => `${place}순위`,
    placeHint: "중간까지만 매겨도 됩니다. 고르지 않은 것은 맨 뒤로 봅니다.",
    none: "여기까지",
    missing: "1순위를 고르거나, 판단하기 어렵다고 답해 주세요.",
    twice: "이미 다른 순위에 있습니다. 다른 선택지를 골라 주세요.",
    leads: ({ options }) => (options.length > 1 ? `공동 1위: ${list(options)}` : `1위: ${list(options)}`),
    unit: "앞선 선택지 수",
    beats: ({ count, others }) => `${others}개 중 ${count}개에 앞섬`,
    condorcet: ({ option }) => `둘씩 비교하면 다른 모든 선택지보다 앞에 둔 사람이 더 많습니다: ${option}`,
    noCondorcet:
      "둘씩 비교했을 때 나머지를 모두 이기는 선택지는 없습니다. 비긴 짝이 있거나 다수가 서로 물고 물립니다. 슐체 방식은 그중 가장 센 다수를 따릅니다.",
    runoff: ({ options }) => `꼴찌부터 하나씩 빼는 즉석 결선 방식이라면 결과가 다릅니다: ${list(options)}`,
    pairs: "둘씩 비교: 가로줄을 세로줄보다 앞에 둔 사람 수",
    pairsOf: ({ option }) => `둘씩 비교: ${option}`,
    pair: ({ option, before, behind }) => `${option} 상대로 앞 ${before}명, 뒤 ${behind}명`,
    agreement: ({ percent }) => `의견 일치도 ${percent} (켄들의 W)`,
  },
  score: {
    points: { least: "0점 – 전혀 아님", most: "5점 – 아주 좋음" },
    fieldHint: "0점은 전혀 아님, 5점은 아주 좋음입니다.",
    missing: "0~5점을 주거나, 판단하기 어렵다고 답해 주세요.",
    leads: ({ options, mean }) => leads("평균이 가장 높은 선택지", options, `${mean}점`),
    unit: "평균 점수",
    figure: ({ mean, median, least, most }) =>
      `${mean}점 (중앙값 ${median}, ${least === most ? `모두 ${least}` : `${least}~${most}`})`,
    agreement: ({ percent }) => `의견 일치도 ${percent} (점수가 모인 정도)`,
  },
  dots: {
    left: ({ left, dots }) => `점 ${dots}개 중 ${left}개 남음`,
    over: ({ over, dots }) => `점이 ${over}개 많습니다. 모두 ${dots}개까지 줄 수 있으니 줄여 주세요.`,
    missing: "점을 하나 이상 주거나, 판단하기 어렵다고 답해 주세요.",
    leads: ({ options, count, total }) => leads("점을 가장 많이 받은 선택지", options, `${total}개 중 ${count}개`),
    unit: "점",
    figure: ({ count, percent }) => `${count.toLocaleString("ko")}개 (${percent})`,
    agreement: ({ percent }) => `의견 일치도 ${percent} (점이 같은 선택지에 모인 정도)`,
  },
  consent: {
    field: "내 답",
    stances: { consent: "동의", "stand-aside": "물러섬", object: "이의 있음" },
    stanceHints: {
      consent: "지금은 이만하면 좋고, 해 봐도 안전합니다.",
      "stand-aside": "찬성하지는 않지만 막지도 않습니다.",
      object: "지금 하기에 부족하거나, 해 보기에 안전하지 않습니다.",
    },
    safeEnough: "무엇을 바꾸면 안전할까요?",
    safeEnoughHint: "동의할 수 있게 될 변화를 적어 주세요.",
    safeEnoughMissing: "무엇을 바꾸면 해 볼 만큼 안전해지는지 적어 주세요.",
    tooLong: ({ over, max }) =>
      `${over.toLocaleString("ko")}자 줄여 주세요. ${max.toLocaleString("ko")}자까지 쓸 수 있습니다.`,
    safeEnoughIs: "이러면 안전합니다",
    amend: "고쳐서 다시 묻기",
    version: ({ version }) => `제안 ${version}판입니다. 모두에게 새로 묻고, 지난 답은 여기에 세지 않습니다.`,
    saidBefore: "지난 판 (달라진 곳은 굵은 글씨):",
    saysNow: "이번 판:",
    carried: "통과: 이의가 없습니다.",
    objected: ({ count }) => `통과하지 못함: 이의가 ${count}건 있습니다.`,
    undecided: "정해지지 않음: 동의하거나 이의를 낸 사람이 없습니다.",
  },
};
