/**
 * Scenarios by each method, as values: what a form asks and refuses, what is kept, and what the
 * reveal makes of it.
 */
import { describe, expect, test } from "vitest";
import type { OpenActivity } from "../../src/activities/open-activity.ts";
import { scenario } from "../../src/activities/scenario/kind.ts";
import { bandOf } from "../../src/analysis/advice.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { MethodName } from "../../src/i18n/typed-words.ts";
import type { Response } from "../../src/session/session.ts";

const t = translatorFor("en");
const ko = translatorFor("ko");
const { methods: say, scenario: words } = t.messages;

const options = ["Memphis", "Nashville", "Chattanooga", "Knoxville"].map((label) => ({
  id: label.toLowerCase(),
  label: { typed: label },
}));

const opened = (method: MethodName, change: object = {}): OpenActivity =>
  scenario.open(
    { title: { typed: "Which?" }, method, options: method === "consent" ? [] : options, seeAlso: [], ...change },
    {},
  );

const answerOf = (open: OpenActivity, draft: Readonly<Record<string, unknown>>): unknown => {
  const checked = open.check({ reason: "because", ...draft }, t);
  if (checked.type === "mistakes") throw new Error(JSON.stringify(checked.mistakes));
  return checked.answer;
};

const mistakesOf = (open: OpenActivity, draft: Readonly<Record<string, unknown>>): unknown => {
  const checked = open.check(draft, t);
  return checked.type === "mistakes" ? checked.mistakes : {};
};

const given = (round: number, answers: readonly unknown[], from = 0): readonly Response[] =>
  answers.map((answer, index) => ({ round, participant: `p${from + index}`, revision: 1, answer, at: 0 }));

const revealed = (
  open: OpenActivity,
  responses: readonly Response[],
  { anonymous = false, round = 1, speak = t } = {},
): string =>
  plainCard({
    title: [],
    blocks: open.reveal({ session: "s", anonymous, discussion: false, round, responses }, speak),
  });

const ranks = (...places: readonly string[]) =>
  Object.fromEntries(places.map((option, index) => [`rank-${index + 1}`, option]));
const points = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).map(([option, value]) => [`points-${option}`, value]));

/** A draft that is right, by method. */
const drafts: Readonly<Record<MethodName, Readonly<Record<string, unknown>>>> = {
  single: { choice: "memphis", chance: "80" },
  approval: { approved: ["memphis", "nashville"] },
  ranked: ranks("memphis", "nashville"),
  score: points({ memphis: "5", nashville: "3", chattanooga: "0", knoxville: "1" }),
  dots: points({ memphis: "3", nashville: "2" }),
  consent: { choice: "object", "safe-enough": "a way back" },
};
/** Another one. */
const others: Readonly<Record<MethodName, Readonly<Record<string, unknown>>>> = {
  single: { choice: "knoxville" },
  approval: { approved: ["knoxville"] },
  ranked: ranks("knoxville", "memphis"),
  score: points({ memphis: "0", nashville: "1", chattanooga: "5", knoxville: "5" }),
  dots: points({ knoxville: "5" }),
  consent: { choice: "consent" },
};
const names = ["single", "approval", "ranked", "score", "dots", "consent"] as const;

describe.each(names)("%s", (method) => {
  const open = opened(method);

  test("keeps an answer, shows it again in the form, and says it on the receipt", () => {
    const answer = answerOf(open, drafts[method]);
    const again = open.check(open.draftOf(answer), t);
    expect(again).toEqual({ type: "answer", answer });
    const values = open.form(open.draftOf(answer), t, { earlier: answer }).fields;
    expect(values.some(({ type }) => type === "choice" || type === "choices")).toBe(true);
    const receipt = plainCard({ title: [], blocks: open.confirmation(answer, t) });
    expect(receipt).toContain(say.receipt);
    expect(receipt).toContain(method === "consent" ? say.consent.stances.object : "Memphis");
    expect(open.inShort(answer, t)).not.toBe(undefined);
  });

  test("is answered by one who can't judge: a response, and no vote", () => {
    const before = {};
    const draft = open.pressed("cannot-judge", before, t);
    expect(open.isOnePress("cannot-judge")).toBe(true);
    const answer = open.check(draft, t);
    expect(answer).toEqual({ type: "answer", answer: { cannotJudge: true, reason: "", confidence: null } });
    if (answer.type === "mistakes") return;
    expect(open.draftOf(answer.answer)).toMatchObject(draft);
    const vote = answerOf(open, drafts[method]);
    for (const speak of [t, ko]) {
      const text = revealed(open, given(1, [vote, vote, vote, answer.answer]), { speak });
      expect(text).toContain(speak.messages.methods.cannotJudge.counted({ count: 1 }));
      expect(open.inShort(answer.answer, speak)).toBe(speak.messages.methods.cannotJudge.option);
    }
    expect(revealed(open, given(1, [answer.answer]))).toContain(say.nobodyJudged);
  });

  test("refuses an empty answer at its field, and one without a reason where that is owed", () => {
    const mistakes = mistakesOf(open, {});
    expect(Object.keys(Object(mistakes)).length).toBeGreaterThan(1);
    expect(mistakes).toMatchObject({ reason: words.giveReason });
    expect(mistakesOf(opened(method, { reasons: "none" }), { ...drafts[method], reason: "r" })).toEqual({});
  });

  test("tells nothing of choices among so few that it would", () => {
    const answer = answerOf(open, drafts[method]);
    const text = revealed(open, given(1, [answer, answer]), { anonymous: true });
    expect(text).toContain(words.tooFew({ count: 2 }));
    expect(text).not.toContain("Memphis");
    const none = { cannotJudge: true, reason: "", confidence: null };
    const mixed = revealed(open, given(1, [answer, answer, none]), { anonymous: true });
    expect(mixed).toContain(words.tooFew({ count: 2 }));
    expect(mixed).not.toContain(words.chartTitle);
  });

  test("loses a participant's words, and nothing that is counted", () => {
    const answer = answerOf(open, drafts[method]);
    const bare = open.withoutWords(answer);
    expect(JSON.stringify(bare)).not.toMatch(/because|a way back/u);
    const counted = (one: unknown) =>
      revealed(open, given(1, [one, one, one]))
        .split(words.reasonsTitle)[0]
        ?.trim();
    expect(counted(bare)).toBe(counted(answer));
  });

  test("asks whoever answers otherwise for their reason anew, and for what moved them", () => {
    const first = answerOf(open, drafts[method]);
    const asked = { earlier: first, previous: first, discussed: ["It is near", "It is near", "It is large"] };
    const idsFor = (draft: object) => open.form({ ...draft }, t, asked).fields.map(({ id }) => id);
    expect(idsFor(open.draftOf(first))).not.toContain("moved");
    expect(idsFor(others[method])).toEqual(expect.arrayContaining(["moved", "keep-reason"]));
    const field = open.form(others[method], t, asked).fields.find(({ id }) => id === "moved");
    const labels = field?.type === "choice" ? field.options.map(({ label }) => label) : [];
    expect(labels).toEqual(["It is near", "It is large", words.movedBy.talk, words.movedBy.again]);
    const answered = (draft: object) => open.check({ reason: "anew", ...draft }, t, asked);
    expect(answered({ ...others[method], moved: "talk" })).toMatchObject({ answer: { moved: "talk" } });
    for (const moved of ["<!channel>", "reason-x", { id: "talk" }])
      expect(answered({ ...others[method], moved })).not.toHaveProperty("answer.moved");
    expect(answered({ ...drafts[method], moved: "talk" })).not.toHaveProperty("answer.moved");
    // The old reason, left where it stood, is no reason for another answer.
    const left = { ...others[method], "reason-earlier": "because" };
    expect(open.check(left, t, asked)).toMatchObject({ type: "mistakes" });
    expect(open.check({ ...left, "keep-reason": true }, t, asked)).toMatchObject({ answer: { reason: "because" } });
  });

  test("is the same in whatever order answers come", () => {
    const answers = [drafts[method], others[method], others[method]].map((draft) => answerOf(open, draft));
    const one = revealed(open, given(1, answers), { anonymous: true });
    expect(revealed(open, given(1, answers.toReversed()), { anonymous: true })).toBe(one);
  });
});

test("what was stored before there were methods still opens, and is counted", () => {
  const before = scenario.open({ title: { typed: "Which?" }, options, seeAlso: [] }, {});
  const answer = { choice: "memphis", reason: "near", confidence: 80 };
  expect(revealed(before, given(1, [answer, answer]))).toContain(words.figure({ count: 2, percent: "100%" }));
  expect(answerOf(before, { choice: "memphis", reason: "near", confidence: "80" })).toEqual(answer);
});

describe("how likely one is right", () => {
  const open = opened("single");
  const field = (draft: object, asked: object = {}) =>
    open.form({ ...draft }, t, asked).fields.find(({ id }) => id === "chance");
  const old = { choice: "memphis", reason: "near", confidence: 80 };

  test("is asked from 0 to 100, with a pure guess and five chips that follow the options", () => {
    expect(field({})).toMatchObject({ min: 0, max: 100, hint: words.confidenceHint({ options: 4, guess: 25 }) });
    expect(field({})).toMatchObject({ chips: [25, 40, 55, 70, 85].map((value) => ({ value })) });
    expect(field({ chance: "40" }, { pressed: "chance-70" })).toMatchObject({ value: 70 });
  });

  test("takes less than a coin toss, and nothing outside the scale", () => {
    expect(answerOf(open, { choice: "memphis", chance: "35" })).toMatchObject({ chance: 35 });
    for (const chance of ["101", "-1", "7.5", "much"])
      expect(mistakesOf(open, { choice: "memphis", reason: "r", chance })).toEqual({ chance: words.badConfidence });
  });

  test("a form that was opened before asks on the scale of before", () => {
    expect(answerOf(open, { choice: "memphis", confidence: "60" })).toMatchObject({ confidence: 60 });
    expect(mistakesOf(open, { choice: "memphis", reason: "r", confidence: "35" })).toHaveProperty("chance");
  });

  test("what was said on the scale of before stays until a chance is given or the choice changes", () => {
    const again = (draft: object) => open.check({ "reason-earlier": "near", ...draft }, t, { earlier: old });
    expect(again({ choice: "memphis", chance: "" })).toEqual({ type: "answer", answer: old });
    expect(again({ choice: "memphis", chance: "30" })).toEqual({
      type: "answer",
      answer: { choice: "memphis", reason: "near", chance: 30 },
    });
    expect(again({ choice: "nashville", reason: "far", chance: "" })).toMatchObject({ answer: { chance: null } });
    expect(field({ choice: "memphis" }, { earlier: old })).toMatchObject({
      hint: expect.stringContaining(words.confidenceKept({ percent: "80%" })),
    });
  });

  test("two scales are shown apart, and the earlier one is named", () => {
    const answers = [old, { ...old, confidence: 60 }, { choice: "memphis", reason: "", chance: 30 }];
    const text = revealed(open, given(1, answers));
    expect(text).toContain(words.confidenceOf({ mean: "30%", given: 1 }));
    expect(text).toContain(words.confidenceBefore({ option: "Memphis", mean: "70%", given: 2 }));
  });
});

test("from ten responses, what was chosen more often than foreseen is named, where that is asked", () => {
  const open = opened("single", { foresees: true });
  expect(open.form({}, t).fields.map(({ id }) => id)).toContain("foreseen");
  expect(
    opened("single")
      .form({}, t)
      .fields.map(({ id }) => id),
  ).not.toContain("foreseen");
  expect(mistakesOf(open, { choice: "memphis", reason: "r", foreseen: "101" })).toHaveProperty("foreseen");
  expect(answerOf(opened("single"), { choice: "memphis", foreseen: "40" })).not.toHaveProperty("foreseen");
  const cast = (count: number) => [
    ...Array.from({ length: count - 3 }, () => answerOf(open, { choice: "memphis", foreseen: "80" })),
    ...Array.from({ length: 3 }, () => answerOf(open, { choice: "nashville", foreseen: "20" })),
  ];
  const sentence = words.foreseen.surprising({ option: "Nashville", share: "30%", foreseen: "20%" });
  for (const anonymous of [false, true]) expect(revealed(open, given(1, cast(10)), { anonymous })).toContain(sentence);
  expect(revealed(open, given(1, cast(9)))).not.toContain("foresaw");
});

test("a proposal has no options of its own, and any other question has", () => {
  expect(scenario.content.safeParse({ title: { en: "Which?" }, method: "consent" }).success).toBe(true);
  const content = { title: { en: "Which?" }, options: options.map(({ id }) => ({ id, label: { en: id } })) };
  expect(scenario.content.safeParse({ ...content, method: "consent" }).success).toBe(false);
  expect(scenario.content.safeParse({ title: { en: "Which?" }, method: "ranked" }).success).toBe(false);
  for (const method of ["single", "approval", "ranked", "score", "dots"])
    expect(scenario.content.safeParse({ ...content, method }).success).toBe(true);
});

describe("a ranking", () => {
  const open = opened("ranked");

  test("has no option twice, and says so at the second field", () => {
    expect(mistakesOf(open, { ...ranks("memphis", "nashville", "memphis"), reason: "r" })).toEqual({
      "rank-3": say.ranked.twice,
    });
  });

  test("of Tennessee's capital: Nashville first, where instant-runoff would give Knoxville", () => {
    const votes: readonly (readonly [number, readonly string[]])[] = [
      [42, ["memphis", "nashville", "chattanooga"]],
      [26, ["nashville", "chattanooga", "knoxville"]],
      [15, ["chattanooga", "knoxville", "nashville"]],
      [17, ["knoxville", "chattanooga", "nashville"]],
    ];
    const answers = votes.flatMap(([count, ranking]) =>
      Array.from({ length: count }, () => ({ ranking, reason: "", confidence: null })),
    );
    const text = revealed(open, given(1, answers), { anonymous: true });
    expect(text).toContain(say.ranked.leads({ options: ["Nashville"] }));
    expect(text).toContain(say.ranked.condorcet({ option: "Nashville" }));
    expect(text).toContain(say.ranked.runoff({ options: ["Knoxville"] }));
    expect(text).toContain("1 Memphis | – | 42 | 42 | 42");
  });

  test("in a circle says that nobody beats all, and a tie as a tie", () => {
    const circle = [
      ["memphis", "nashville", "chattanooga"],
      ["nashville", "chattanooga", "memphis"],
      ["chattanooga", "memphis", "nashville"],
    ].map((ranking) => ({ ranking, reason: "", confidence: null }));
    const text = revealed(open, given(1, circle));
    expect(text).toContain(say.ranked.noCondorcet);
    expect(text).toContain(say.ranked.leads({ options: ["Memphis", "Nashville", "Chattanooga"] }));
  });

  test("pressed on the ballot, an option comes first and the others after it", () => {
    expect(open.pressed("nashville", ranks("memphis", "nashville", "knoxville"), t)).toEqual(
      ranks("nashville", "memphis", "knoxville"),
    );
  });
});

describe("dots", () => {
  const open = opened("dots");

  test("beyond the five are refused at the option with which there are too many", () => {
    const draft = { ...points({ memphis: "4", nashville: "1", knoxville: "2" }), reason: "r" };
    expect(mistakesOf(open, draft)).toEqual({ "points-knoxville": say.dots.over({ over: 2, dots: 5 }) });
  });

  test("show what is left as the draft changes", () => {
    const outro = (draft: Readonly<Record<string, unknown>>) =>
      plainCard({ title: [], blocks: open.form(draft, t).outro ?? [] });
    expect(outro({})).toContain(say.dots.left({ left: 5, dots: 5 }));
    expect(outro(points({ memphis: "3" }))).toContain(say.dots.left({ left: 2, dots: 5 }));
    expect(outro(points({ memphis: "5", nashville: "2" }))).toContain(say.dots.over({ over: 2, dots: 5 }));
  });

  test("are as many as the question says", () => {
    const ten = opened("dots", { dots: 10 });
    expect(answerOf(ten, points({ memphis: "10" }))).toMatchObject({ dots: { memphis: 10 } });
  });
});

describe("consent", () => {
  const open = opened("consent", { reasons: "none" });

  test("an objection needs its reason and what would make it safe enough, even where none gives reasons", () => {
    expect(mistakesOf(open, { choice: "object" })).toEqual({
      reason: words.giveReason,
      "safe-enough": say.consent.safeEnoughMissing,
    });
    expect(open.isOnePress("consent")).toBe(true);
    expect(open.isOnePress("stand-aside")).toBe(true);
    expect(open.isOnePress("object")).toBe(false);
    const asked = (choice: string) => open.form({ choice }, t).fields.map(({ id }) => id);
    expect(asked("consent")).toEqual(["choice"]);
    expect(asked("object")).toEqual(["choice", "reason", "safe-enough"]);
  });

  test("is carried when nobody objects; objections stand first, with what would help", () => {
    const consenting = answerOf(open, { choice: "consent", reason: "" });
    expect(revealed(open, given(1, [consenting, consenting]))).toContain(say.consent.carried);
    const objecting = answerOf(open, { choice: "object", reason: "no way back", "safe-enough": "a backup" });
    const text = revealed(open, given(1, [consenting, objecting]));
    expect(text).toContain(say.consent.objected({ count: 1 }));
    expect(text).toContain(`${say.consent.safeEnoughIs}: a backup`);
    expect(text.indexOf(words.reasonsOf({ option: say.consent.stances.object, count: 1 }))).toBeLessThan(
      text.indexOf(words.reasonsOf({ option: say.consent.stances.consent, count: 1 })),
    );
    const aside = answerOf(open, { choice: "stand-aside", reason: "" });
    expect(revealed(open, given(1, [aside]))).toContain(say.consent.undecided);
  });
});

test("scores tell the mean, the median and how far they range", () => {
  const open = opened("score");
  const scores = (memphis: string) =>
    answerOf(open, points({ memphis, nashville: "1", chattanooga: "1", knoxville: "1" }));
  const text = revealed(open, given(1, [scores("5"), scores("5"), scores("2")]));
  expect(text).toContain(say.score.leads({ options: ["Memphis"], mean: "4" }));
  expect(text).toContain(`Memphis: ${say.score.figure({ mean: "4", median: "5", least: 2, most: 5 })}`);
  expect(mistakesOf(open, { ...points({ memphis: "6", nashville: "1" }), reason: "r" })).toEqual({
    "points-memphis": say.score.missing,
    "points-chattanooga": say.score.missing,
    "points-knoxville": say.score.missing,
  });
});

describe("the band of an agreement", () => {
  /** Every way in which so many may answer, whoever they are. */
  const worlds = <Answer>(answers: readonly Answer[], count: number): readonly (readonly Answer[])[] =>
    count === 0
      ? [[]]
      : answers.flatMap((answer, index) =>
          worlds(answers.slice(index), count - 1).map((rest) => [answer, ...rest] as const),
        );
  const base = { reason: "", confidence: null };
  const choices = (count: number) => options.slice(0, count).map(({ id }) => ({ choice: id, ...base }));

  test.each([
    ["single", 2, choices(2)],
    ["single", 4, choices(4)],
    ["approval", 2, [["memphis"], ["nashville"], ["memphis", "nashville"]].map((approved) => ({ approved, ...base }))],
    ["ranked", 2, [["memphis"], ["nashville"]].map((ranking) => ({ ranking, ...base }))],
    ["score", 2, [0, 2, 5].map((memphis) => ({ scores: { memphis, nashville: 1 }, ...base }))],
    ["dots", 2, [0, 2, 5].map((memphis) => ({ dots: { memphis, nashville: 5 - memphis }, ...base }))],
    ["consent", 0, ["consent", "stand-aside", "object"].map((stance) => ({ stance, safeEnough: "", ...base }))],
  ] as const)("of %s with %i options never tells a reader what all others answered", (method, count, answers) => {
    const open = opened(method, { options: options.slice(0, count) });
    const { tellFrom } = open.agreement(given(1, [])) ?? { tellFrom: 0 };
    for (const own of answers) {
      const bands = Map.groupBy(worlds<object>([...answers], tellFrom - 1), (others) =>
        bandOf(open.agreement(given(1, [own, ...others]))?.share ?? 0),
      );
      for (const [band, left] of bands) expect([band, left.length > 1]).toEqual([band, true]);
    }
  });
});

describe("between the rounds", () => {
  test("a single choice moves from what to what", () => {
    const open = opened("single");
    const [one, other] = ["memphis", "nashville"].map((choice) => ({ choice, reason: "", confidence: null }));
    const text = revealed(open, [...given(1, [one, one]), ...given(2, [other])], { round: 2 });
    expect(text).toContain(words.moved({ count: 1, from: "Memphis", to: "Nashville" }));
  });

  test.each([
    ["approval", { approved: ["memphis"] }, { approved: ["memphis", "nashville"] }, "Nashville: 0 (0%) → 1 (50%)"],
    ["dots", { dots: { memphis: 5 } }, { dots: { nashville: 5 } }, "Nashville: 0 (0%) → 5 (50%)"],
  ] as const)("of %s it is said how many changed, and each figure before and after", (method, one, other, line) => {
    const open = opened(method);
    const before = { ...one, reason: "", confidence: null };
    const after = { ...other, reason: "", confidence: null };
    const text = revealed(open, [...given(1, [before, before]), ...given(2, [after])], { round: 2 });
    expect(text).toContain(say.changed({ count: 1 }));
    expect(text).toContain(say.kept({ count: 1 }));
    expect(text).toContain(line);
  });

  test("an anonymous session gives no figure from which one's change follows", () => {
    const open = opened("approval");
    const before = { approved: ["memphis"], reason: "", confidence: null };
    const after = { approved: ["nashville"], reason: "", confidence: null };
    const rounds = (changed: number) => [
      ...given(
        1,
        Array.from({ length: 6 }, () => before),
      ),
      ...given(
        2,
        Array.from({ length: changed }, () => after),
      ),
    ];
    expect(revealed(open, rounds(1), { round: 2, anonymous: true })).toContain(words.shiftWithheld);
    expect(revealed(open, rounds(3), { round: 2, anonymous: true })).toContain("Memphis: 6 (100%) → 3 (50%)");
  });
});
