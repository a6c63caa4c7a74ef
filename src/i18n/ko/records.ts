import type { RecordsMessages } from "../messages/records.ts";

export const records: RecordsMessages = {
  find: "찾기",
  findForm: {
    title: "세션 찾기",
    field: "찾을 내용",
    hint: "제목, 질문, 선택지, 결정, 공개된 이유에 나오는 낱말을 적어 주세요. 낱말의 일부만 적어도 됩니다.",
    submit: "찾기",
  },
  foundTitle: ({ words }) => `‘${words}’ 검색 결과`,
  foundNothing:
    "함께 있는 채널에서 찾은 것이 없습니다. 낱말을 줄이거나 짧게 적어 보세요. 이유는 공개된 뒤에 찾을 수 있습니다.",
  moreFound: ({ shown }) => `최근 ${shown}건만 보여 줍니다. 낱말을 더 적으면 범위가 좁아집니다.`,
  hereAlone: "참여 중인 다른 채널을 확인하지 못해 이 채널에서만 찾았습니다.",
  elsewhere: "다른 채널",
  parts: { question: "질문", option: "선택지", reason: "이유" },
  nothingToFind: "찾을 낱말이 없습니다. 제목의 일부처럼 낱말을 하나 이상 적어 주세요.",
  thread: "스레드로 가기",
  open: "열어 보기",
  decision: "결정",
  responses: ({ count }) => `응답 ${count}건`,
  filter: "골라 보기",
  filterForm: {
    title: "지난 세션 골라 보기",
    month: "달",
    owner: "담당자",
    decided: "결정",
    with: "결정이 있는 세션",
    without: "결정이 없는 세션",
    submit: "보기",
  },
  older: "이전 세션",
  newest: "최근 세션",
  noneLeft: "해당하는 세션이 없습니다.",
  lookUp: "지난 일 찾아보기",
};
