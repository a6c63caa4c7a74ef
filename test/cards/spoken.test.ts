/**
 * What cards say is true where it stands: of what the kind asks, of the state, of what can be done
 * next.
 */
import { describe, expect, test } from "vitest";
import type { Button, Card } from "../../src/cards/card.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const en = translatorFor("en").messages;

const cardIn = async (world: World, { id }: Session, slot: CardSlotName, language: Language = "en"): Promise<Card> => {
  const session = await world.session(id);
  const view = await loadView(world.opened.store.in("w1"), session, translatorFor(language));
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  if (card === undefined) throw new Error(`There is no ${slot}`);
  return card;
};

const buttonsOf = (card: Card): readonly Button[] =>
  card.blocks.flatMap((block) => (block.type === "buttons" ? block.buttons : []));

/** The labels of the buttons that stand out, what can't be taken back left out. */
const filledOn = (card: Card): readonly string[] =>
  buttonsOf(card)
    .filter(({ style }) => style === "primary")
    .map(({ label }) => label);

const introOf = async (world: World, session: Session, language: Language): Promise<string> => {
  const reply = await world.workshop.press(world.origin("ann", { language }), `respond:${session.id}:1`);
  // The heading is the activity's own.
  return reply.type === "form" ? plainCard({ title: [], blocks: reply.form.intro.slice(1) }) : "";
};

describe.each([
  ["before-fine-tuning", /choice|reason|pick |선택|이유/i],
  ["paradigm-shift", /choice|reason|pick |note|선택|이유|메모/i],
  ["which-approach", /choice|pick |선택/i],
  ["approach-roi", /choice|reason|pick |name,|선택|이유/i],
  ["cost-analysis", /choice|reason|pick |선택|이유/i],
  ["rag-or-tools", /choice|reason|pick |선택|이유/i],
])("%s", (id, ofOthers) => {
  test.each(["en", "ko"] as const)("is asked for in its own words, in %s", async (language) => {
    const world = await openWorld();
    for (const flags of ["", " --anonymous"]) {
      const session = await world.start("fay", `start ${id} --discuss${flags}`);
      const read = async (slot: CardSlotName): Promise<string> =>
        plainCard(await cardIn(world, session, slot, language));
      expect(await read("ballot/1")).not.toMatch(ofOthers);
      expect(await read("reminder/1/1")).not.toMatch(ofOthers);
      expect(await introOf(world, session, language)).not.toMatch(ofOthers);
      await world.press("fay", session, "end-round");
      expect(await read("discussion/1").catch(() => "")).not.toMatch(ofOthers);
      const controls = await cardIn(world, session, "controls/fay", language);
      const questions = buttonsOf(controls).map(({ confirm }) => confirm?.question ?? "");
      expect(questions.join("\n")).not.toMatch(ofOthers);
      await world.press("fay", session, "cancel");
    }
  });
});

test("a round that nobody answered says so once it is over, never that nobody has yet", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  for (const slot of ["case", "ballot/1"] as const)
    expect(plainCard(await cardIn(world, session, slot))).toContain(en.session.nobodyYet);
  await world.press("fay", session, "end-round");
  for (const slot of ["case", "ballot/1", "controls/fay"] as const) {
    const card = plainCard(await cardIn(world, session, slot));
    expect(card).toContain(en.session.nobody);
    expect(card).not.toContain(en.session.nobodyYet);
  }
});

test("the menu says nothing that a session started from it makes untrue", async () => {
  const world = await openWorld();
  const menu = await world.workshop.run(world.origin("fay"), "");
  expect(menu.type === "card" ? plainCard(menu.card) : "").not.toMatch(/no session is open/i);
});

const answer = (choice: string) => ({ choice, reason: "because", chance: "" });
const verbs = en.session.controls.verbs;

describe("after a round", () => {
  const advice = en.session.controls.advice;
  const controlsAfter = async (words: string, choices: readonly string[]): Promise<Card> => {
    const world = await openWorld();
    const session = await world.start("fay", `start ${words}`);
    for (const [index, choice] of choices.entries()) await world.respond(`p${index}`, session, answer(choice));
    await world.press("fay", session, "end-round");
    return cardIn(world, session, "controls/fay");
  };
  const many = (of: number, others: number) => [
    ...Array.from({ length: of }, () => "rag"),
    ...Array.from({ length: others }, () => "hybrid"),
  ];

  test.each([
    ["few took it", "startup-support-chatbot --discuss", many(1, 9), advice.clarify, verbs["vote-again"]],
    ["opinions are split", "startup-support-chatbot --discuss", many(5, 5), advice.discuss, verbs.discuss],
    ["no talk is planned", "startup-support-chatbot", many(5, 5), en.session.controls.thinkAgain, verbs["vote-again"]],
    ["most took it", "startup-support-chatbot --discuss", many(9, 1), advice.reveal, verbs.reveal],
  ])("what is advised is what is filled, where %s", async (_, words, choices, sentence, filled) => {
    const card = await controlsAfter(words, choices);
    expect(plainCard(card)).toContain(sentence);
    expect(filledOn(card)).toEqual([filled]);
  });

  test.each([
    ["hardly at all", ["prompt-engineering", "rag", "tool-use", "fine-tuning", "hybrid", "rag", "hybrid"], "clarify"],
    ["in part", ["rag", "rag", "rag", "rag", "hybrid", "hybrid", "hybrid"], "discuss"],
    ["mostly", ["rag", "rag", "rag", "rag", "rag", "rag", "hybrid"], "reveal"],
  ] as const)("without a recommended option it goes by agreement: people agree %s", async (_, choices, band) => {
    const card = await controlsAfter("medical-diagnosis-assistant --discuss", choices);
    const filled = { clarify: verbs["vote-again"], discuss: verbs.discuss, reveal: verbs.reveal };
    expect(plainCard(card)).toContain(en.session.controls.agreementAdvice[band]);
    expect(filledOn(card)).toEqual([filled[band]]);
  });

  test("where nothing can be advised nothing is filled, and no discussion is spoken of that isn't planned", async () => {
    for (const flags of ["", " --discuss"]) {
      const card = await controlsAfter(`medical-diagnosis-assistant${flags}`, ["rag", "hybrid", "rag"]);
      expect(plainCard(card)).toContain(en.session.controls.tooFewToAdvise);
      expect(filledOn(card)).toEqual([]);
    }
    expect(en.session.controls.noAdvice({ discussion: false })).not.toMatch(/discuss/i);
  });

  test.each(["before-fine-tuning", "which-approach", "approach-roi", "cost-analysis", "rag-or-tools"])(
    "%s, where nothing is chosen, is revealed without advice",
    async (id) => {
      const card = await controlsAfter(id, []);
      expect(plainCard(card)).not.toMatch(/advice|recommended|judge/i);
      expect(filledOn(card)).toEqual([verbs.reveal]);
    },
  );
});

describe("every reason", () => {
  const items = ["rag", "tool-use", "hybrid"];
  const revealWith = async (flags: string, notes: readonly string[]): Promise<Card> => {
    const world = await openWorld();
    const session = await world.start("fay", `start alternatives-first${flags}`);
    for (const [index, note] of notes.entries()) {
      const verdicts = Object.fromEntries(items.map((item) => [`verdict-${item}`, "yes"]));
      await world.respond(`p${index}`, session, { ...verdicts, "note-rag": note });
    }
    await world.press("fay", session, "end-round");
    await world.press("fay", session, "reveal");
    return cardIn(world, session, "reveal");
  };
  const label = en.checklist.asked.reasons?.seeAll;

  test("is offered by the name that the kind has for it, where there is one to be read", async () => {
    expect(label).toBe("See all notes");
    expect(buttonsOf(await revealWith("", ["a note", "", ""])).map((button) => button.label)).toEqual([label]);
    expect(buttonsOf(await revealWith("", ["", "", ""]))).toEqual([]);
  });

  test("isn't offered where too few of an anonymous session could have written them", async () => {
    expect(buttonsOf(await revealWith(" --anonymous", ["a note", "another"]))).toEqual([]);
  });
});
