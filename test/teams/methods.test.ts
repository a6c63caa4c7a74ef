/**
 * A question of the team's own by each method, through Teams' protocol, from the line to the
 * decision, with as many options as there may be, as long as they may be.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Answered, methodStories } from "../../testkit/method-stories.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, methods } = t.messages;
  const { submit } = say.responseForm;
  const { back } = teamsMessages(language);

  let world: TeamsWorld;
  beforeAll(async () => {
    world = await openTeamsWorld({ locale: language, people: 6 });
  });
  afterAll(async () => {
    await world.close();
    expect(world.server.mistakes).toEqual([]);
  });

  const until = (index: number, sentence: string): Promise<void> =>
    expect.poll(world.person(index).reads, { timeout: 20_000 }).toContain(sentence);

  const ask = async (line: string): Promise<void> => {
    world.server.messages.length = 0;
    await world.person(0).say(line);
    await until(0, say.controls.title);
  };

  /** Presses a control once it is there. */
  const lead = async (verb: keyof typeof say.controls.verbs): Promise<void> => {
    const label = say.controls.verbs[verb];
    await until(0, `[${label}]`);
    await world.person(0).press(label);
  };

  /** The reveal is asked back for. */
  const reveal = async (): Promise<void> => {
    await lead("end-round");
    await lead("reveal");
    await lead("reveal");
  };

  const answer = async (index: number, why: string, { button, values }: Answered, again = false): Promise<void> => {
    const person = world.person(index);
    if (button === say.respond) await until(index, `[${button}]`);
    await person.press(button);
    expect(await person.press(submit, { ...values, [why]: `because ${index}${again ? ", convinced" : ""}` })).toContain(
      methods.receipt,
    );
  };

  test.each(methodStories(t))("$method: asked in a line, two rounds, revealed, decided", async (story) => {
    const { line, added, why, answers, change, headline, decision } = story;
    await ask(line);
    const [first, ...rest] = answers;
    if (first === undefined) throw new Error("Somebody answers first");
    await answer(0, why, first);
    if (added !== undefined) {
      await world.person(1).press(say.optionForm.button);
      const said = await world.person(1).press(say.optionForm.submit, { [say.optionForm.field]: added });
      expect(said).toContain(say.optionForm.added({ option: added }));
      await world.person(1).press(back);
      await until(0, say.mending.newsTitle);
      // On the session's card and on the ballot, as an option there.
      const times = () => world.person(4).reads().split(added).length - 1;
      await expect.poll(times, { timeout: 20_000 }).toBe(3);
    }
    for (const [index, one] of rest.entries()) await answer(index + 1, why, one);
    await world.person(5).press(methods.cannotJudge.option);
    await lead("end-round");
    await lead("discuss");
    await until(1, "because 2");
    await lead("vote-again");
    await until(1, say.ballotTitle({ round: 2 }));
    await answer(change.index, why, change.answer, true);
    await reveal();
    await until(1, headline);
    await until(1, scenario.shiftTitle({ from: 1, to: 2 }));
    await until(1, methods.cannotJudge.counted({ count: 1 }));
    await lead("record-decision");
    await world.person(0).press(say.decision.save, { [say.decision.text]: decision });
    await until(4, decision);
  });

  test("an objection to a proposal is asked what would make it safe enough", async () => {
    await ask('ask "We ship on Fridays" --method consent');
    const ann = world.person(1);
    await ann.press(methods.consent.stances.object);
    expect(await ann.press(submit, { [methods.reason]: "no way back" })).toContain(methods.consent.safeEnoughMissing);
    const values = { [methods.reason]: "no way back", [methods.consent.safeEnough]: "a backup" };
    expect(await ann.press(submit, values)).toContain(methods.receipt);
    await reveal();
    await until(1, methods.consent.objected({ count: 1 }));
  });
});
