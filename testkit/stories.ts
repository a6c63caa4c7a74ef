/** What is said and chosen in the story that every platform runs, in both languages. */
import type { Translator } from "../src/i18n/translator.ts";

export const stories = {
  ko: {
    locale: "ko-KR",
    start: "시작 startup-support-chatbot --토론",
    rag: "FAQ 기반 RAG",
    tuning: "파인튜닝",
    moved: "1명: 파인튜닝 → FAQ 기반 RAG",
    decision: "FAQ 기반 RAG로 2주 안에 시험판을 냅니다",
  },
  en: {
    locale: "en-US",
    start: "start startup-support-chatbot --discuss",
    rag: "RAG over the FAQ",
    tuning: "Fine-tuning",
    moved: "1 person moved: Fine-tuning → RAG over the FAQ",
    decision: "We ship a trial with RAG over the FAQ within two weeks",
  },
} as const;

/** The worksheet `cost-analysis` filled in, by the labels of its fields. */
export const costFigures = (t: Translator): Readonly<Record<string, string>> => ({
  [t.pick({ en: "Present approach", ko: "현재 방식" })]: "Fine-tuning",
  [t.pick({ en: "Yearly cost", ko: "연간 비용" })]: "4000",
  [t.pick({ en: "Performance", ko: "현재 성능" })]: "80",
  [t.pick({ en: "Alternative approach", ko: "대안" })]: "RAG",
  [t.pick({ en: "Expected yearly cost", ko: "예상 연간 비용" })]: "2000",
  [t.pick({ en: "Expected performance", ko: "예상 성능" })]: "80",
});
