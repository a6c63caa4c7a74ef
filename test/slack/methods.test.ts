/**
 * A question of the team's own by each method, through Slack's protocol, with as many options as
 * there may be, as long as they may be.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { methodStories } from "../../testkit/method-stories.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { session: say, scenario, methods } = t.messages;

  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({ locale: language });
  });
  afterAll(() => world.close());

  const reveal = async (): Promise<void> => {
    const fay = world.person(0);
    await fay.press(say.controls.verbs["end-round"]);
    await expect.poll(fay.reads, { timeout: 20_000 }).toContain(`\n${say.controls.verbs.reveal}\n`);
    await fay.press(say.controls.verbs.reveal);
  };

  test.each(methodStories(t))(
    "$method is asked, answered and revealed",
    async ({ method, options, filled, headline }) => {
      world.server.messages.length = 0;
      const quoted = options.map((option) => `"${option}"`).join(" ");
      await world.person(0).command(`ask "Which?" ${quoted} --method ${method}`);
      await expect.poll(world.person(0).reads, { timeout: 20_000 }).toContain(say.controls.title);
      for (const [index, values] of filled.entries()) {
        const person = world.person(index);
        await person.press(say.respond);
        const answer = await person.submit({
          ...values,
          [method === "single" ? scenario.reason : methods.reason]: "r",
        });
        expect(answer.body).toMatchObject({ response_action: "update" });
        expect(person.reads()).toContain(methods.receipt);
      }
      await world.person(3).press(methods.cannotJudge.option);
      await reveal();
      await expect.poll(world.person(1).reads, { timeout: 20_000 }).toContain(headline);
      expect(world.person(1).reads()).toContain(methods.cannotJudge.counted({ count: 1 }));
    },
  );

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
