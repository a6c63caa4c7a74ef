/**
 * Nobody is given away by subtraction. Every world of a few people, answers and two rounds is
 * revealed: those who stay silent, answer again or are new, those who keep or change their choice
 * and their reason. Worlds that show the same, and in which as many people bear the same marks,
 * can't be told apart; in them, the choices of any one or two people who can be recognised by
 * their marks must be as open as the tally of everyone leaves them.
 */
import { scenario } from "../src/activities/scenario/kind.ts";
import { plainCard } from "../src/cards/plain.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import type { MethodName } from "../src/i18n/typed-words.ts";
import type { Response } from "../src/session/session.ts";
import type { Findings } from "./findings.ts";

type Sizes = {
  readonly peopleMax: number;
  /** How many of the method's answers people take from. */
  readonly answers: number;
  readonly discussion: boolean;
  readonly method: MethodName;
  /** Whether those who change their answer say what moved them. */
  readonly tellsWhy?: boolean;
};

/** What one person did; a choice is the number of an answer. */
type Life = {
  readonly first: number | null;
  readonly second: number | null;
  readonly rewrote: boolean;
  /** What they say moved them, where they changed their answer. */
  readonly by?: "talk" | "again";
};

type World = readonly Life[];

const t = translatorFor("en");
const both = (text: string) => ({ en: text, ko: text });
const names = ["a", "b", "c"];
const cannot = { cannotJudge: true };

/** What may be answered by a method, without the reason; of so many, the first ones are taken. */
const answersBy: Readonly<Record<MethodName, readonly object[]>> = {
  single: [{ choice: "a" }, { choice: "b" }, { choice: "c" }, cannot],
  approval: [{ approved: ["a"] }, { approved: ["a", "b"] }, cannot, { approved: ["b", "c"] }],
  ranked: [{ ranking: ["a", "b", "c"] }, { ranking: ["b", "a"] }, cannot, { ranking: ["c"] }],
  score: [{ scores: { a: 5, b: 0, c: 1 } }, { scores: { a: 1, b: 4, c: 1 } }, cannot],
  dots: [{ dots: { a: 5 } }, { dots: { a: 2, b: 3 } }, cannot, { dots: { c: 5 } }],
  consent: [
    { stance: "consent", safeEnough: "" },
    { stance: "object", safeEnough: "if" },
    cannot,
    { stance: "stand-aside", safeEnough: "" },
  ],
};

export const auditSmallWorlds = (sizes: Sizes): Findings => {
  const { peopleMax, discussion, method } = sizes;
  const lives = livesOf(sizes);
  const publish = publisherFor(method, discussion);
  const alike = new Map<string, Alike>();
  let worlds = 0;
  let shifts = 0;
  const walk = (world: World, from: number): void => {
    if (world.length > 0) {
      worlds += 1;
      const shown = publish(world);
      const tellsShift = shown.includes(t.messages.scenario.shiftTitle({ from: 1, to: 2 }));
      if (tellsShift) shifts += 1;
      // Between the rounds nobody is told who moved; where the shift is shown, movers may be known
      // as well.
      const movesKnown = tellsShift || !discussion;
      note(alike, world, { shown, movesKnown, of: "choice" });
      if (sizes.tellsWhy === true) note(alike, world, { shown, movesKnown, of: "why" });
    }
    if (world.length < peopleMax)
      for (const [index, life] of lives.entries()) if (index >= from) walk([...world, life], index);
  };
  walk([], 0);
  const wrong = [...alike].flatMap(([seen, found]) => tooNarrow(found).map((what) => `${what} in ${seen}`));
  return { counts: { worlds, "kinds of worlds": alike.size, "with a shift shown": shifts }, wrong: wrong.slice(0, 20) };
};

const livesOf = ({ answers, discussion, tellsWhy = false }: Sizes): readonly Life[] => {
  const whys = tellsWhy ? ([{ by: "talk" }, { by: "again" }, {}] as const) : [{}];
  const choices = Array.from({ length: answers }, (_, index) => index);
  const rewriting = discussion ? [false, true] : [false];
  return [
    ...choices.map((first) => ({ first, second: null, rewrote: false })),
    ...choices.map((second) => ({ first: null, second, rewrote: true })),
    ...choices.flatMap((first) =>
      choices.flatMap((second) =>
        rewriting.flatMap((rewrote) =>
          (first === second ? [{}] : whys).map((why) => ({ first, second, rewrote, ...why })),
        ),
      ),
    ),
  ];
};

const isMover = ({ first, second }: Life): boolean => first !== null && second !== null && first !== second;

const lastOf = ({ first, second }: Life): number => second ?? first ?? 0;

/**
 * What anyone can read after the reveal. A reason says no more than whether it was shown before,
 * and without a discussion none was.
 */
const publisherFor = (method: MethodName, discussion: boolean): ((world: World) => string) => {
  const open = scenario.open(
    {
      title: both("t"),
      team: both("t"),
      requirements: [both("r")],
      data: [both("d")],
      question: both("q"),
      method,
      options: method === "consent" ? [] : names.map((id) => ({ id, label: both(id) })),
    },
    {},
  );
  const answerOf = (choice: number, reason: string) => ({ ...answersBy[method][choice], reason, confidence: null });
  return (world) => {
    const responses = world.flatMap(({ first, second, rewrote, by }, index): readonly Response[] => {
      const base = { participant: `p${index}`, revision: 1, at: 0 };
      return [
        ...(first === null ? [] : [{ ...base, round: 1, answer: answerOf(first, "old") }]),
        ...(second === null
          ? []
          : [
              {
                ...base,
                round: 2,
                answer: { ...answerOf(second, discussion && rewrote ? "new" : "old"), ...(by && { moved: by }) },
              },
            ]),
      ];
    });
    const session = { session: "s", anonymous: true, discussion, round: 2, responses };
    const blocks = [...open.reveal(session, t), ...open.allReasons(session, t)];
    return plainCard({ title: [], blocks });
  };
};

/**
 * Of worlds that look alike: the tallies they have, and what the people of each small group chose.
 */
type Alike = { readonly tallies: Set<string>; readonly groups: Map<string, Set<string>> };

/** The people of a world by what they can be recognised by. */
const groupsOf = (world: World, movesKnown: boolean): ReadonlyMap<string, readonly Life[]> =>
  Map.groupBy(world, ({ first, second, rewrote }) => {
    const rounds = `${first === null ? "" : "first "}${second === null ? "" : "second "}`;
    const moved = movesKnown && first !== null && second !== null && first !== second ? "moved " : "";
    return `${rounds}${moved}${rewrote ? "new" : "old"}`;
  });

/** What is to stay open of people: what they chose, or why those changed it who did. */
type Secret = "choice" | "why";

type Noted = { readonly shown: string; readonly movesKnown: boolean; readonly of: Secret };

const note = (alike: Map<string, Alike>, all: World, { shown, movesKnown, of }: Noted): void => {
  const world = of === "choice" ? all : all.filter(isMover);
  const groups = groupsOf(world, movesKnown);
  const sizes = [...groupsOf(all, movesKnown)].map(([marks, { length }]) => `${length} ${marks}`).sort();
  const seen = `${of} of ${sizes.join(", ")}\n${shown}`;
  const found = alike.get(seen) ?? { tallies: new Set(), groups: new Map() };
  alike.set(seen, found);
  found.tallies.add(saidBy(world, of));
  for (const [marks, people] of groups) {
    if (people.length > 2) continue;
    const chosen = found.groups.get(marks) ?? new Set();
    found.groups.set(marks, chosen.add(saidBy(people, of)));
  }
};

/** A letter a person. */
const saidBy = (people: readonly Life[], of: Secret): string =>
  people
    .map((life) => (of === "choice" ? String(lastOf(life)) : (life.by?.charAt(0) ?? "-")))
    .sort()
    .join("");

/** The small groups whose choices are narrower than the tally leaves them. */
const tooNarrow = ({ tallies, groups }: Alike): readonly string[] =>
  [...groups].flatMap(([marks, chosen]) => {
    const [some = ""] = chosen;
    const open = new Set([...tallies].flatMap((tally) => partsOf(tally, some.length)));
    return [...open].every((part) => chosen.has(part)) ? [] : [`those who are “${marks}” chose ${[...chosen].join()}`];
  });

/** What so many people may have chosen, as far as a tally tells. */
const partsOf = (tally: string, size: number): readonly string[] => {
  if (size === 0) return [""];
  return [...tally].flatMap((choice, index) =>
    partsOf(tally.slice(index + 1), size - 1).map((rest) => `${choice}${rest}`),
  );
};
