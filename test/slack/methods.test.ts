/**
 * A question of the team's own by each method, through Slack's protocol, from the line to the
 * decision, with as many options as there may be, as long as they may be.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Answered, methodStories } from "../../testkit/method-stories.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, methods } = t.messages;

  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ locale: language, people: 6 });
  });
  afterAll(() => world.close());

  const until = (index: number, sentence: string): Promise<void> =>
    expect.poll(world.person(index).reads, { timeout: 20_000 }).toContain(sentence);

  /** Presses a control once it is there. */
  const lead = async (verb: keyof typeof say.controls.verbs): Promise<void> => {
    const label = say.controls.verbs[verb];
    await until(0, `\n${label}\n`);
    await world.person(0).press(label);
  };

  const reveal = async (): Promise<void> => {
    await lead("end-round");
    await lead("reveal");
  };

  const answer = async (index: number, why: string, { button, values }: Answered, again = false): Promise<void> => {
    const person = world.person(index);
    await until(index, `\n${button}\n`);
    await person.press(button);
    const taken = await person.submit({ ...values, [why]: `because ${index}${again ? ", convinced" : ""}` });
    expect(taken.body).toMatchObject({ response_action: "update" });
    expect(person.reads()).toContain(methods.receipt);
  };

  test.each(methodStories(t))("$method: asked in a line, two rounds, revealed, decided", async (story) => {
    const { line, added, why, answers, change, headline, decision } = story;
    world.server.messages.length = 0;
    await world.person(0).command(line);
    await until(0, say.controls.title);
    const [first, ...rest] = answers;
    if (first === undefined) throw new Error("Somebody answers first");
    await answer(0, why, first);
    if (added !== undefined) {
      await world.person(1).press(say.optionForm.button);
      await world.person(1).submit({ [say.optionForm.field]: added });
      await until(0, say.mending.newsTitle);
      await until(1, `\n${added}\n`);
    }
    for (const [index, one] of rest.entries()) await answer(index + 1, why, one);
    await world.person(5).press(methods.cannotJudge.option);
    await lead("end-round");
    await lead("discuss");
    await until(1, "because 2");
    await lead("vote-again");
    await until(1, `\n${say.ballotTitle({ round: 2 })}\n`);
    await answer(change.index, why, change.answer, true);
    // The controls of the first round still stand there.
    const root = world.server.messages.find(({ person, thread }) => person === undefined && thread === undefined);
    for (const verb of ["end-round", "reveal"] as const)
      await world.person(0).mention(t.typed.threadVerbs[verb][0], root?.ts);
    await until(1, headline);
    await until(1, scenario.shiftTitle({ from: 1, to: 2 }));
    await until(1, methods.cannotJudge.counted({ count: 1 }));
    await lead("record-decision");
    await world.person(0).submit({ [say.decision.text]: decision });
    await until(4, decision);
  });

  test("dots show what is left as they are laid, and too many are refused at their field", async () => {
    world.server.messages.length = 0;
    await world.person(0).command('ask "Which?" "Postgres" "SQLite" --method dots');
    await expect.poll(world.person(0).reads, { timeout: 20_000 }).toContain(say.controls.title);
    const ann = world.person(1);
    await ann.press(say.respond);
    await ann.change("Postgres", "3");
    expect(ann.reads()).toContain(methods.dots.left({ left: 2, dots: 5 }));
    const refused = await ann.submit({ Postgres: "4", SQLite: "3", [methods.reason]: "r" });
    expect(refused.body).toMatchObject({
      response_action: "errors",
      errors: { "points-option-2": methods.dots.over({ over: 2, dots: 5 }) },
    });
  });

  test("an objection to a proposal is asked what would make it safe enough", async () => {
    world.server.messages.length = 0;
    await world.person(0).command('ask "We ship on Fridays" --method consent');
    await expect.poll(world.person(0).reads, { timeout: 20_000 }).toContain(say.controls.title);
    const ann = world.person(1);
    await ann.press(methods.consent.stances.object);
    const refused = await ann.submit({ [methods.reason]: "no way back" });
    expect(refused.body).toMatchObject({ response_action: "errors" });
    const taken = await ann.submit({ [methods.reason]: "no way back", [methods.consent.safeEnough]: "a backup" });
    expect(taken.body).toMatchObject({ response_action: "update" });
    await reveal();
    await expect.poll(ann.reads, { timeout: 20_000 }).toContain(methods.consent.objected({ count: 1 }));
    expect(ann.reads()).toContain("a backup");
  });
});
