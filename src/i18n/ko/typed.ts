/** What people type in Korean. */
import type { TypedWords } from "../typed-words.ts";

export const typed: TypedWords = {
  commands: {
    ask: ["질문"],
    start: ["시작"],
    schedule: ["예약"],
    schedules: ["예약목록"],
    list: ["목록"],
    learn: ["읽기", "학습"],
    history: ["기록"],
    help: ["도움말"],
  },
  options: {
    anonymous: ["익명"],
    discuss: ["토론"],
    until: ["마감"],
    for: ["동안"],
    lang: ["언어"],
    from: ["활동"],
    zone: ["시간대"],
    skip: ["제외"],
  },
  share: ["공유"],
  threadVerbs: {
    "end-round": ["마감"],
    discuss: ["토론"],
    "vote-again": ["재투표"],
    reveal: ["공개"],
    close: ["종료"],
    cancel: ["취소"],
    controls: ["진행"],
  },
  rhythms: {
    weekly: ["매주"],
    biweekly: ["격주"],
    monthly: ["매월", "매달"],
    weekdays: ["평일"],
    cron: ["크론"],
  },
  weekdays: {
    names: [
      ["월", "월요일"],
      ["화", "화요일"],
      ["수", "수요일"],
      ["목", "목요일"],
      ["금", "금요일"],
      ["토", "토요일"],
      ["일", "일요일"],
    ],
    lettersMin: null,
  },
  first: ["첫", "첫째", "첫번째"],
  units: { minute: ["분"], hour: ["시간"], day: ["일"], week: ["주"] },
  greetings: ["안녕", "안녕하세요"],
};
