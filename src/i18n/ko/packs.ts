import type { Measured, PacksMessages, ValueSort } from "../messages/packs.ts";

const sorts: Readonly<Record<ValueSort, string>> = {
  text: "글",
  number: "숫자",
  "whole-number": "정수",
  truth: "true 또는 false",
  list: "목록(하이픈으로 시작하는 줄, 또는 [ ])",
  block: "키와 값의 묶음(줄마다 하나씩, 또는 { })",
  other: "다른 형식의 값",
};

const measured = (count: number, of: Measured): string => {
  if (of === "number") return String(count);
  return of === "list" ? `${count}개` : `${count}자`;
};

export const packs: PacksMessages = {
  heading: ({ count }) => `팩에서 잘못된 곳을 ${count}군데 찾았습니다.`,
  problems: {
    "yaml-indent": () => "들여쓰기가 맞지 않습니다. 탭 대신 빈칸을 쓰고, 같은 단계의 줄끼리 맞춰 주세요.",
    "yaml-escape": () => "큰따옴표 안에서는 역슬래시의 뜻이 달라집니다. 두 번 적거나 작은따옴표를 써 주세요.",
    "yaml-missing": () => "빠진 것이 있습니다. 닫는 따옴표나 괄호, 쉼표, 콜론 뒤의 빈칸을 확인해 주세요.",
    "yaml-start": () => "이 문자로는 값을 시작할 수 없습니다. 값을 따옴표로 감싸 주세요.",
    "yaml-key": () => "키로 쓸 수 없습니다. 키는 한 줄에 짧게 적고, 콜론이 든 글은 따옴표로 감싸 주세요.",
    "yaml-nesting": () =>
      "괄호 안에서는 줄을 나눠 쓰는 형식을 쓸 수 없습니다. 안쪽도 괄호로 적거나 바깥 괄호를 빼 주세요.",
    "yaml-directive": () => "%로 시작하는 줄은 YAML에서 다른 뜻으로 쓰입니다. 빼 주세요.",
    "yaml-unexpected": () => "여기에 올 수 없는 내용입니다. 앞쪽의 따옴표, 괄호, 들여쓰기를 확인해 주세요.",
    alias: () => "YAML 별칭(*이름)은 쓸 수 없습니다. 내용을 그대로 적어 주세요.",
    tag: () => "YAML 태그(!이름)는 쓸 수 없습니다. 값만 적어 주세요.",
    "too-large": ({ kib }) => `파일이 너무 큽니다. ${kib}KiB까지 읽습니다.`,
    "too-deep": ({ depth }) => `너무 깊이 들어가 있습니다. ${depth}단계까지 읽습니다.`,
    "too-full": () => "파일에 든 것이 너무 많습니다. 여기까지만 읽으니, 여러 활동으로 나눠 주세요.",
    "one-document": () => "여기서 두 번째 문서(---)가 시작됩니다. 파일 하나에는 문서 하나만 적어 주세요.",
    "same-key": () => "같은 키가 두 번 나옵니다. 키는 한 번씩만 적어 주세요.",
    more: ({ count }) => `이 밖에 ${count}군데가 더 있습니다. 위의 것부터 고쳐 주세요.`,
    "too-many-files": ({ count }) => `파일이 너무 많습니다. ${count}개까지 읽습니다.`,
    "forbidden-key": ({ key }) => `키로 쓸 수 없는 이름입니다: ${key}. 다른 이름을 써 주세요.`,
    "not-read": () => "파일을 읽을 수 없습니다. 파일이 있는지, 읽을 권한이 있는지 확인해 주세요.",
    "no-pack-file": () => "폴더에 pack.yaml 파일이 없습니다.",
    "no-packs": () => "여기에서 팩을 찾지 못했습니다. pack.yaml이 든 폴더가 있어야 합니다.",
    missing: () => "빠져 있습니다.",
    "quote-it": () => "글이 와야 합니다. 값을 따옴표로 감싸 주세요.",
    "wrong-type": ({ expected }) => `값의 형식이 다릅니다. 필요한 형식: ${sorts[expected]}`,
    "too-short": ({ of, least }) =>
      of === "text" && least === 1 ? "비어 있습니다. 내용을 적어 주세요." : `${measured(least, of)} 이상이어야 합니다.`,
    "too-long": ({ of, most }) => `${measured(most, of)} 이하여야 합니다.`,
    "bad-id": () => "id가 아닙니다. 영문 소문자로 시작해 소문자, 숫자, 하이픈으로 64자까지 적어 주세요.",
    "bad-name": () => "수식에 쓰는 이름이 아닙니다. 영문 소문자로 시작해 소문자, 숫자, 밑줄로 41자까지 적어 주세요.",
    "bad-currency": () => "통화는 EUR, KRW처럼 영문 대문자 세 글자로 적어 주세요.",
    "unknown-key": ({ key }) => `알 수 없는 키입니다: ${key} (철자를 확인해 주세요)`,
    "one-of": ({ values }) => `이 가운데 하나여야 합니다: ${values.join(", ")}`,
    "option-ids-unique": () => "id가 같은 선택지가 둘 있습니다.",
    "option-id-taken": () => "cannot-judge는 모든 질문에 기본으로 있는 답의 id입니다. 다른 id를 써 주세요.",
    "recommendation-is-an-option": () => "권장 답안이 선택지에 없습니다.",
    "id-is-file-name": ({ file }) => `id와 파일 이름이 같아야 합니다: ${file}`,
    "duplicate-id": ({ id, other }) => `이미 쓰고 있는 id입니다: ${id} (${other})`,
    "flow-duplicate": ({ id }) => `흐름의 노드와 결론에 같은 id가 두 번 쓰였습니다: ${id}`,
    "flow-no-target": ({ id }) => `흐름에 이런 노드나 결론이 없습니다: ${id}`,
    "flow-missing-branch": ({ id, branch }) => `질문에 ${branch} 갈래가 빠져 있습니다: ${id}`,
    "flow-next-and-branches": ({ id }) => `next와 yes, no는 함께 쓸 수 없습니다: ${id}`,
    "flow-unreachable": ({ id }) => `흐름 어디에서도 갈 수 없는 곳입니다: ${id}`,
    "flow-cycle": ({ ids }) => `흐름이 제자리를 돕니다: ${ids.join(" → ")}`,
    "flow-unanswered": ({ id }) => `이 답으로는 다음 질문에서 경로가 끊깁니다: ${id}. 이 질문에도 답해 주세요.`,
    "not-asked": ({ id }) => `이 답으로는 이 질문에 이르지 않습니다: ${id}. 빼 주세요.`,
    "no-such-activity": ({ id }) => `응답을 받을 수 있는 활동 가운데 이런 id가 팩에 없습니다: ${id}`,
    "no-such-link": ({ id, kind }) => `팩에 이런 활동이 없습니다: ${id} (종류: ${kind})`,
    "row-length": ({ columns }) => `열마다 하나씩, 칸이 ${columns}개 있어야 합니다.`,
    "not-declared": ({ id }) => `이 파일에 없는 이름입니다: ${id}. 철자를 확인해 주세요.`,
    "formula-unreadable": ({ part }) =>
      `수식을 읽을 수 없는 곳이 있습니다: ${part} (앞뒤의 기호와 괄호를 확인해 주세요)`,
    "formula-forbidden": ({ part }) =>
      `수식에 쓸 수 없는 표현입니다: ${part} (숫자, 필드 id, + - * / ( ), 비교, ? : 만 쓸 수 있습니다)`,
    "formula-mismatch": ({ part }) =>
      `숫자와 조건이 뒤섞여 있습니다: ${part} (계산은 숫자끼리 하고, ? 앞에는 비교식을 적어 주세요)`,
    "formula-unknown": ({ id }) => `숫자 필드 가운데 이런 id가 없습니다: ${id} (철자를 확인해 주세요)`,
    "formula-too-long": () => "수식이 너무 복잡합니다. 계산 값을 여러 개로 나눠 주세요.",
    "formula-no-number": () => "수식의 결과가 숫자가 아니라 조건입니다. ? 와 : 뒤에 각 경우의 숫자를 적어 주세요.",
    "formula-slow": () => "수식을 계산하는 데 너무 오래 걸립니다. 더 간단하게 고쳐 주세요.",
    other: () => "여기에 쓸 수 없는 값입니다. docs/packs.md의 예시와 비교해 보세요.",
  },
};
