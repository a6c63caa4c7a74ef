/**
 * A question of the team's own by each method, through Teams' protocol, with as many options as
 * there may be, as long as they may be.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { methodStories } from "../../testkit/method-stories.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, methods } = t.messages;
  const { submit } = say.responseForm;

  let world: TeamsWorld;
  beforeAll(async () => {
    world = await openTeamsWorld({ locale: language });
  });
  afterAll(async () => {
    await world.close();
    expect(world.server.mistakes).toEqual([]);
  });

  const until = (index: number, sentence: string): Promise<void> =>
    expect.poll(world.person(index).reads, { timeout: 20_000 }).toContain(sentence);

  const ask = async (line: string): Promise<void> => {
    world.server.messages.length = 0;
    await world.person(0).say(`ask ${line}`);
    await until(0, say.controls.title);
  };

  const reveal = async (): Promise<void> => {
    const fay = world.person(0);
    await fay.press(say.controls.verbs["end-round"]);
    await until(0, `[${say.controls.verbs.reveal}]`);
    await fay.press(say.controls.verbs.reveal);
    await fay.press(say.controls.verbs.reveal);
  };

  test.each(methodStories(t))(
    "$method is asked, answered and revealed",
    async ({ method, options, filled, headline }) => {
      await ask(`"Which?" ${options.map((option) => `"${option}"`).join(" ")} --method ${method}`);
      for (const [index, values] of filled.entries()) {
        const person = world.person(index);
        await person.press(say.respond);
        const why = method === "single" ? scenario.reason : methods.reason;
        expect(await person.press(submit, { ...values, [why]: "r" })).toContain(methods.receipt);
      }
      await world.person(3).press(methods.cannotJudge.option);
      await reveal();
      await until(1, headline);
      await until(1, methods.cannotJudge.counted({ count: 1 }));
    },
  );

  test("an objection to a proposal is asked what would make it safe enough", async () => {
    await ask('"We ship on Fridays" --method consent');
    const ann = world.person(1);
    await ann.press(methods.consent.stances.object);
    expect(await ann.press(submit, { [methods.reason]: "no way back" })).toContain(methods.consent.safeEnoughMissing);
    const values = { [methods.reason]: "no way back", [methods.consent.safeEnough]: "a backup" };
    expect(await ann.press(submit, values)).toContain(methods.receipt);
    await reveal();
    await until(1, methods.consent.objected({ count: 1 }));
  });
});
