/** The words the product has given up, in what people read: none of them comes back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (folder: string): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");

test.each([
  ["미세 조정", "혼합", "똑똑한 프롬프트", "말하는 사람", "시작한 사람:", "서로 볼 수 없음", "저마다 선택과 이유를"],
  ["자 가운데", "왜 이것이고", "두 사람씩 짝지었을 때 같은 선택을 한 짝이", '"네"', "아직요", '"마침"', "라운드"],
  [
    "가장 엇갈린 것부터",
    "절반이 넘게",
    "모델로 따져 보면",
    "견주",
    "지나온 길",
    "걸림돌",
    "가장 나은 접근",
    "비용을 셉니다",
  ],
  ["cron 식으로", "전체를 차례로", "알림 예약", "셋보다", "잘 모르겠음 가운데", "만 원", "억 원"],
])("no Korean sentence says %s any more", (...gone) => {
  for (const word of gone) expect(read("src/i18n/ko")).not.toContain(word);
  // A bare 접근 is access; the ways to choose from are 접근법.
  expect(read("src/i18n/ko")).not.toMatch(/접근(?!법)/u);
});

test.each([
  ["Read up on it", "What can be run", "A prompt every Monday", "Exercise of several activities"],
  ["on the first such day", "By a cron line", "Every ${what", "What the models give", "To read on"],
  ["Call it off", "alled off", "Started by", "Not yet", '"Yes",\n', "of all pairs of participants chose", "reckon"],
])("no English sentence says %s any more", (...gone) => {
  for (const word of gone) expect(read("src/i18n/en")).not.toContain(word);
});

test.each(["packs/ai-approach", "packs/everyday"])(
  "no file of %s speaks of what an approach is reckoned at",
  (folder) => {
    expect(read(folder)).not.toMatch(/reckon|its kin|cheaper and more flexible/iu);
  },
);
