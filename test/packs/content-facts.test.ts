/** What the built-in pack has to say, line by line: every fact and figure, in both languages. */
import { describe, expect, test } from "vitest";
import { assessmentContent } from "../../src/activities/assessment/content.ts";
import { checklistContent } from "../../src/activities/checklist/content.ts";
import { decisionFlowContent } from "../../src/activities/decision-flow/content.ts";
import { discussionContent } from "../../src/activities/discussion/content.ts";
import { referenceContent } from "../../src/activities/reference/content.ts";
import { roiContent } from "../../src/activities/roi/content.ts";
import { exampleOf, projectOf } from "../../src/activities/roi/figures.ts";
import { scenarioContent } from "../../src/activities/scenario/content.ts";
import { sortContent } from "../../src/activities/sort/content.ts";
import { worksheetContent } from "../../src/activities/worksheet/content.ts";
import { paybacks } from "../../src/analysis/payback.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { shipped, shippedPack, shippedPacks } from "../../testkit/shipped.ts";

const contentOf = async (id: string): Promise<unknown> => (await shipped(id)).content;

/** Every text of a content, in the order of the file, as one string a language. */
const textsOf = (value: unknown): { readonly en: string; readonly ko: string } => {
  if (typeof value !== "object" || value === null) return { en: "", ko: "" };
  if ("en" in value && "ko" in value) return { en: `${value.en}\n`, ko: `${value.ko}\n` };
  return Object.values(value)
    .map(textsOf)
    .reduce((before, { en, ko }) => ({ en: before.en + en, ko: before.ko + ko }), { en: "", ko: "" });
};

test("every shipped pack says everything in every language", async () => {
  const silent = (value: unknown): readonly unknown[] => {
    if (typeof value !== "object" || value === null) return [];
    if (!("en" in value)) return Object.values(value).flatMap(silent);
    return languageCodes.every((code) => code in value) ? [] : [value];
  };
  expect(silent(await shippedPacks)).toEqual([]);
});

/** A line of the facts: the activity, what its English says, what its Korean says. */
type Line = readonly [id: string, en: readonly string[], ko: readonly string[]];

const holds = (lines: readonly Line[]): void => {
  test.each(lines)("%s says %j and %j", async (id, en, ko) => {
    const texts = textsOf(await contentOf(id));
    for (const fact of en) expect(texts.en).toContain(fact);
    for (const fact of ko) expect(texts.ko).toContain(fact);
  });
};

const approaches = ["prompt-engineering", "rag", "tool-use", "fine-tuning", "hybrid"];

describe("1. scenarios", () => {
  holds([
    ["legal-contract-analysis", ["legal team", "analyses contracts"], ["법무팀", "계약서를 분석"]],
    ["legal-contract-analysis", ["risks in contracts by itself", "95% or more"], ["위험 요소를 스스로", "95% 이상"]],
    [
      "legal-contract-analysis",
      ["legal terms exactly", "cite earlier rulings"],
      ["법률 용어를 정확", "판례를 반드시 인용"],
    ],
    ["legal-contract-analysis", ["15,000 past contracts"], ["계약서 15,000건"]],
    ["legal-contract-analysis", ["database of related rulings", "legal experts"], ["판례 데이터베이스", "법률 전문가"]],
    [
      "legal-contract-analysis",
      ["accuracy is high", "enough data", "field of its own"],
      ["높은 정확도", "데이터가 충분", "전문 분야"],
    ],
    ["startup-support-chatbot", ["start-up", "customer support"], ["스타트업", "고객 문의"]],
    ["startup-support-chatbot", ["24 hours a day", "80% accuracy is enough"], ["24시간", "80%면 충분"]],
    ["startup-support-chatbot", ["within one month", "Limited budget"], ["한 달 안에", "예산이 빠듯"]],
    ["startup-support-chatbot", ["KRW 3 million"], ["300만원"]],
    [
      "startup-support-chatbot",
      ["1,500 customer questions", "50 FAQ documents"],
      ["고객 문의 1,500건", "FAQ 문서 50건"],
    ],
    ["startup-support-chatbot", ["user guide"], ["사용 설명서"]],
    [
      "startup-support-chatbot",
      ["budget is small", "time is short", "in the FAQ"],
      ["예산이 적고", "한 달 안에", "FAQ에 있습니다"],
    ],
    ["medical-diagnosis-assistant", ["99% accuracy", "real time"], ["정확도 99%", "실시간"]],
    [
      "medical-diagnosis-assistant",
      ["1,000,000 CT scans", "specialists’ readings"],
      ["CT 영상 100만 건", "전문의 판독"],
    ],
    ["medical-diagnosis-assistant", ["KRW 200 million"], ["2억원"]],
    ["shop-recommendation", ["Personalised", "Updated in real time"], ["맞춤", "실시간 갱신"]],
    ["shop-recommendation", ["500,000 purchases", "KRW 10 million"], ["구매 이력 50만 건", "1,000만원"]],
    ["trading-latency", ["Real-time processing in bulk", "very low latency"], ["초저지연 실시간 대량 처리"]],
    ["trading-latency", ["Trade data", "Market data", "within milliseconds"], ["거래 데이터", "시장 데이터", "밀리초"]],
  ]);

  test.each([
    ["legal-contract-analysis", "hybrid"],
    ["startup-support-chatbot", "rag"],
    ["medical-diagnosis-assistant", undefined],
    ["shop-recommendation", undefined],
  ])("%s offers the five approaches in order and recommends %s, and asks the technical lead", async (id, option) => {
    const content = scenarioContent.parse(await contentOf(id));
    expect(content.options.map((one) => one.id)).toEqual(approaches);
    expect(content.recommendation?.option).toBe(option);
    expect(content.question).toMatchObject({
      en: expect.stringContaining("technical lead"),
      ko: expect.stringContaining("기술 책임자"),
    });
  });

  test.each([
    [
      "legal-contract-analysis",
      ["RAG over the rulings database", "legal database API", "on contracts", "RAG + fine-tuning"],
    ],
    ["startup-support-chatbot", ["RAG over the FAQ", "ticket system"]],
  ])("%s names its options for the case", async (id, labels) => {
    const { options } = scenarioContent.parse(await contentOf(id));
    for (const label of labels) expect(options.map((one) => one.label.en).join("\n")).toContain(label);
  });
});

describe("2. checklists", () => {
  test.each([
    ["before-fine-tuning", 8],
    ["alternatives-first", 3],
    ["paradigm-shift", 5],
  ])("%s has %i items", async (id, count) => {
    expect(checklistContent.parse(await contentOf(id)).items).toHaveLength(count);
  });

  test("the last one is a self-check", async () => {
    expect(checklistContent.parse(await contentOf("paradigm-shift")).audience).toBe("self-check");
  });

  holds([
    [
      "before-fine-tuning",
      ["optimised our prompts", "RAG can’t solve", "Tool use can’t solve"],
      ["프롬프트", "RAG로는", "도구 사용으로도"],
    ],
    ["before-fine-tuning", ["behaviour specific to our domain"], ["특화된 동작이 정말로"]],
    ["before-fine-tuning", ["10,000 or more high-quality examples"], ["10,000건 이상"]],
    ["before-fine-tuning", ["initial investment of KRW 5 million or more"], ["500만원 이상"]],
    ["before-fine-tuning", ["people to look after the model"], ["꾸준히 관리할 사람"]],
    ["before-fine-tuning", ["decisive for the business"], ["사업에 결정적인"]],
    ["before-fine-tuning", ["All eight", "may be considered"], ["여덟 항목이 모두", "검토해 볼 수"]],
    [
      "alternatives-first",
      ["fresh information or a large body of documents", "**RAG**"],
      ["최신 정보나 방대한 문서", "**RAG**"],
    ],
    [
      "alternatives-first",
      ["Live data or external systems", "**Tool use**"],
      ["실시간 데이터나 외부 시스템", "**도구 사용**"],
    ],
    [
      "alternatives-first",
      ["Several of these needs at once", "**Hybrid**"],
      ["여러 요구가 한꺼번에", "**하이브리드**"],
    ],
    ["paradigm-shift", ["why fine-tuning was popular", "falls short"], ["왜 인기가 있었고", "한계"]],
    ["paradigm-shift", ["how RAG works and what it is good at"], ["RAG가 어떻게 작동하고 무엇을 잘하는지"]],
    ["paradigm-shift", ["how tool use is applied"], ["도구 사용을 어떻게 적용"]],
    ["paradigm-shift", ["criteria for choosing", "for a situation"], ["상황에 따라", "고르는 기준"]],
    ["paradigm-shift", ["cost efficiency in view"], ["비용 대비 효율"]],
  ]);
});

describe("3. the decision flow", () => {
  test.each([
    ["start", undefined, undefined, "simple-prompt"],
    ["simple-prompt", "prompt-engineering", "external-knowledge", undefined],
    ["external-knowledge", "rag", "live-data-or-tools", undefined],
    ["live-data-or-tools", "tool-use", "specialised-behaviour", undefined],
    ["specialised-behaviour", "enough-data", "review-requirements", undefined],
    ["enough-data", "can-invest", "collect-data-or-other", undefined],
    ["can-invest", "fine-tuning", "rag-plus-tools", undefined],
  ])("%s leads to %s with yes, to %s with no", async (id, yes, no, next) => {
    const { start, nodes } = decisionFlowContent.parse(await contentOf("which-approach"));
    expect(start).toBe("start");
    expect(nodes).toHaveLength(7);
    const node = nodes.find((one) => one.id === id);
    expect([node?.yes, node?.no, node?.next]).toEqual([yes, no, next]);
  });

  test("has seven outcomes, five of them in their approach's colour", async () => {
    const { outcomes } = decisionFlowContent.parse(await contentOf("which-approach"));
    expect(outcomes.map(({ id, colour }) => [id, colour])).toEqual([
      ["prompt-engineering", "green"],
      ["rag", "blue"],
      ["tool-use", "orange"],
      ["fine-tuning", "red"],
      ["rag-plus-tools", "purple"],
      ["collect-data-or-other", undefined],
      ["review-requirements", undefined],
    ]);
  });

  holds([
    [
      "which-approach",
      ["simple prompt", "outside knowledge", "live data or tools"],
      ["간단한 프롬프트", "외부 지식", "실시간 데이터나 도구"],
    ],
    [
      "which-approach",
      ["very specialised behaviour", "10,000 or more", "carry the cost"],
      ["매우 특화된 동작", "10,000건 이상", "비용을 감당"],
    ],
  ]);
});

describe("4. the ROI model", () => {
  const costs = {
    "prompt-engineering": ["development 50/0", "api 30/1", "maintenance 10/1"],
    rag: ["development 200/0", "api 80/1", "infrastructure 50/1", "maintenance 30/1"],
    "tool-use": ["development 150/0", "api 100/1", "tools 40/1", "maintenance 20/1"],
    "fine-tuning": [
      "development 500/0",
      "first-training 300/0",
      "retraining 200/6",
      "inference 150/1",
      "maintenance 100/1",
    ],
  };

  test("has the cost items with their periods in months, in 만원 over 12 months, each approach in its colour", async () => {
    const content = roiContent.parse(await contentOf("approach-roi"));
    const items = content.approaches.map(({ id, costs: own }) => [
      id,
      own.map((cost) => `${cost.id} ${cost.amount}/${cost.everyMonths}`),
    ]);
    expect(Object.fromEntries(items)).toEqual(costs);
    expect(content.approaches.map(({ colour }) => colour)).toEqual(["green", "blue", "orange", "red"]);
    expect(content).toMatchObject({ horizonMonths: 12, currency: { code: "KRW", scale: 10_000 } });
  });

  test("its worked example costs what the facts say", async () => {
    const content = roiContent.parse(await contentOf("approach-roi"));
    const example = { domain: "customer-service", complexity: "medium", examples: 5000, required: 85, budget: 2000 };
    expect(content.example).toEqual(example);
    const costs = paybacks(projectOf(content, exampleOf(content))).map(({ cost }) => cost);
    expect(costs.slice(0, 4)).toEqual([530, 2120, 2070, 4200]);
  });

  holds([
    [
      "approach-roi",
      ["Maintenance is taken as paid every month", "change the period of every item"],
      ["유지 보수 비용은 매달", "주기를 바꿀 수"],
    ],
    ["approach-roi", ["assumptions, not measurements"], ["가정입니다"]],
    ["approach-roi", ["month 6 and month 12"], ["6개월째와 12개월째"]],
  ]);
});

describe("5. exercises", () => {
  test("cost-analysis asks for six figures and computes the seventh", async () => {
    const { fields, computed } = worksheetContent.parse(await contentOf("cost-analysis"));
    expect(fields.map(({ id, type }) => `${id} ${type}`)).toEqual([
      "present_approach text",
      "present_cost number",
      "present_performance percent",
      "alternative_approach text",
      "expected_cost number",
      "expected_performance percent",
    ]);
    expect(computed).toMatchObject([
      {
        label: { en: "ROI improvement (performance per cost)", ko: "ROI 개선 (비용 대비 성능)" },
        formula: "(expected_performance / expected_cost) / (present_performance / present_cost)",
        unit: { en: "times", ko: "배" },
      },
    ]);
  });

  test("choose-technology starts the two scenarios that have no official answer", async () => {
    const { id, exercises } = await shippedPack;
    expect(id).toBe("ai-approach");
    expect(exercises).toMatchObject([
      { id: "choose-technology", activities: ["medical-diagnosis-assistant", "shop-recommendation"] },
    ]);
  });
});

describe("6. discussion prompts", () => {
  test.each([
    ["fine-tuning-alternatives", "What would be the alternative?", "파인튜닝을 고민"],
    ["rag-or-tools", "which fits which situation?", "어떤 상황에"],
    ["fine-tuning-future", "over for good, or will it come back in particular fields?", "특정 분야에서"],
  ])("%s asks %s", async (id, en, ko) => {
    const { prompt } = discussionContent.parse(await contentOf(id));
    expect(prompt.en).toContain(en);
    expect(prompt.ko).toContain(ko);
  });
});

describe("7. reference cards", () => {
  holds([
    ["peft", ["about 0.1%", "90% saved", "a tenth", "a twentieth"], ["약 0.1%", "90% 절약", "10분의 1", "20분의 1"]],
    [
      "peft",
      ["Quantisation and LoRA", "75% of the GPU memory", "nearly the quality"],
      ["양자화와 LoRA", "GPU 메모리를 75%", "가까운 품질"],
    ],
    ["peft", ["Adapts the rank by itself"], ["랭크를 스스로 조절"]],
    [
      "peft",
      ["original model stays", "small adapter, kept apart"],
      ["원래 모델은 그대로", "따로 보관하는 작은 어댑터"],
    ],
    [
      "peft",
      ["Rank 16, alpha 32", "query and value projections", "dropout 0.1"],
      ["랭크(rank) 16", "알파(alpha) 32", "쿼리(query)와 값(value)", "드롭아웃(dropout) 0.1"],
    ],
    [
      "hybrid-routing",
      ["by intent", "General chat or a simple task\nThe base model alone"],
      ["의도에 따라", "기본 모델만으로"],
    ],
    [
      "hybrid-routing",
      ["A question of knowledge\nRetrieve, then generate"],
      ["지식을 묻는 질문", "검색한 뒤 그 맥락으로"],
    ],
    ["hybrid-routing", ["An action\nTools"], ["도구 호출"]],
    [
      "hybrid-routing",
      ["specialised task\nA specialised model, loaded when first needed"],
      ["특화 모델, 처음 필요할 때"],
    ],
    [
      "paradigm-overview",
      ["2020–2022", "Mainstream\nFine-tuning", "Mindset\n“Build our own model”"],
      ["2020~2022년", "주류\n파인튜닝", "사고방식\n“우리만의 모델"],
    ],
    [
      "paradigm-overview",
      ["2024", "RAG + tool use + smart prompting", "“Use existing models well”"],
      ["2024년", "RAG + 도구 사용 + 스마트 프롬프팅", "있는 모델을 잘 쓰자"],
    ],
    [
      "paradigm-overview",
      ["Cost\nhigh\nlow", "Complexity\nhigh\nmedium", "Flexibility\nlow\nhigh"],
      ["비용\n높음\n낮음", "복잡도\n높음\n중간", "유연성\n낮음\n높음"],
    ],
    ["paradigm-overview", ["from owning to using"], ["소유에서 활용으로"]],
    ...["peft", "paradigm-overview", "key-message"].map(
      (id): Line => [id, ["As of 2024, from the course"], ["2024년 기준", "교육 과정"]],
    ),
    [
      "key-message",
      ["last resort", "In 2024", "more efficient and more flexible", "can solve most problems"],
      ["마지막 수단", "2024년에는", "더 효율적이고 유연한", "대부분의 문제를 풀 수"],
    ],
  ]);
});

test("LoRA’s setting stands as code, and what came later is said apart, each with an address and a date", async () => {
  const { open } = await shipped("peft");
  const code = open.opening(translatorFor("en")).find(({ type }) => type === "code");
  expect(code).toMatchObject({
    text: expect.stringMatching(/r=16,\n.*alpha=32,\n.*"q_proj", "v_proj".*\n.*dropout=0\.1/),
  });
  const { sections } = referenceContent.parse(await contentOf("since-2024"));
  for (const { heading, items } of sections)
    for (const { en } of heading === undefined ? [] : items) expect(en).toMatch(/\b202[56]\b.*\]\(https:\/\//);
});

describe("8. the assessment", () => {
  test("rests on the flow, the model and both checklists, on the five approaches", async () => {
    const content = assessmentContent.parse(await contentOf("our-project"));
    expect(content).toMatchObject({
      flow: "which-approach",
      roi: "approach-roi",
      checklists: [{ activity: "before-fine-tuning" }, { activity: "alternatives-first" }],
      several: "hybrid",
    });
    expect(content.options.map(({ id }) => id)).toEqual([
      "prompt-engineering",
      "rag",
      "tool-use",
      "fine-tuning",
      "hybrid",
    ]);
  });
});

describe("9. sorting requests", () => {
  test("its four routes are those of the hybrid card, and six to ten requests use each of them", async () => {
    const { routes, items } = sortContent.parse(await contentOf("which-route"));
    expect(routes.map(({ id }) => id)).toEqual(["base-model", "retrieval", "tools", "specialised"]);
    expect(items.length).toBeGreaterThanOrEqual(6);
    expect(items.length).toBeLessThanOrEqual(10);
    expect(new Set(items.map(({ route }) => route))).toEqual(new Set(routes.map(({ id }) => id)));
  });

  holds([
    ["which-route", ["Refund this order", "leave policy", "Thanks"], ["환불", "휴가 규정", "고마워요"]],
    [
      "which-route",
      ["general chat or a simple task", "a question of knowledge"],
      ["일상적인 대화", "지식을 묻는 질문"],
    ],
    ["which-route", ["an action", "a highly specialised task"], ["무언가를 해 달라는 요청", "매우 특화된 작업"]],
  ]);
});

/** The field's own Korean, as people who work in it say it. */
test("the whole pack says it in the field's own Korean", async () => {
  const { title, activities } = await shippedPack;
  const korean = textsOf([title, activities.map(({ content }) => content)]).ko;
  for (const term of [
    "파인튜닝",
    "하이브리드",
    "프롬프트 엔지니어링",
    "RAG",
    "도구 사용",
    "스마트 프롬프팅",
    "접근법",
    "PEFT",
  ])
    expect(korean).toContain(term);
  expect(korean).not.toMatch(/미세 ?조정|혼합|똑똑한|접근(?!법)|구호|견주|만 원|억 원/u);
  // The last resort is the source's own word; paths are 경로.
  expect(korean.replaceAll("마지막 수단", "")).not.toMatch(/수단|(?<!\p{L})길(?:로|을|이|은)/u);
});
