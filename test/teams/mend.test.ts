/**
 * A question of the team's own in Teams: an option is added from the ballot, the question gets
 * other words, and whoever had responded is told.
 */
import { afterEach, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

const worlds: TeamsWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

const asked = {
  en: { locale: "en-US", line: 'ask "Which *db*?" "Postgres" "<at>x</at>" --open' },
  ko: { locale: "ko-KR", line: "질문 「Which *db*?」 「Postgres」 「<at>x</at>」 --제안" },
} as const;

test.each(["en", "ko"] as const)("from the ballot and the controls, in %s", async (language) => {
  const { session: say, scenario } = translatorFor(language).messages;
  const { back } = teamsMessages(language);
  const world = await openTeamsWorld({ kind: "channel", locale: asked[language].locale, people: 3 });
  worlds.push(world);
  const { server, people, program } = world;
  const [fay, ann, bob] = people;
  if (!fay || !ann || !bob) throw new Error("Three people are needed");
  await fay.say(asked[language].line);
  await until(fay.reads, say.controls.title);

  await ann.press("Postgres");
  await ann.press(say.responseForm.submit, { [scenario.reason]: "r1" });
  await until(fay.reads, say.responded({ count: 1 }));
  await bob.press(say.optionForm.button);
  const same = await bob.press(say.optionForm.submit, { [say.optionForm.field]: " POSTGRES " });
  expect(same).toContain(scenario.own.mend.sameOption({ option: "Postgres" }));
  const added = await bob.press(say.optionForm.submit, { [say.optionForm.field]: "Duck *DB*" });
  expect(added).toContain(say.optionForm.added({ option: "Duck *DB*" }));
  await until(ann.reads, say.mending.newsTitle);
  expect(bob.reads()).not.toContain(say.mending.newsTitle);

  await bob.press(back);
  await bob.press("Duck *DB*");
  await fay.press(say.controls.verbs.mend);
  await fay.press(say.mending.submit, { [scenario.own.question]: "Which store?" });
  await until(ann.reads, say.mending.reworded({ was: "Which *db*?", now: "Which store?" }));
  const stale = await bob.press(say.responseForm.submit, { [scenario.reason]: "r2" });
  expect(stale).toContain(say.mending.stale);
  expect(JSON.stringify(bob.cards())).toContain('"value":"r2"');
  const done = await bob.press(say.responseForm.submit, { [scenario.reason]: "r2" });
  expect(done).toContain(say.recorded.first);

  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, `[${say.controls.verbs.reveal}]`);
  await fay.press(say.controls.verbs.reveal);
  await fay.press(say.controls.verbs.reveal);
  await until(ann.reads, scenario.reasonsOf({ option: "Duck *DB*", count: 1 }));
  expect(server.mistakes).toEqual([]);
  expect(program.output()).not.toContain("fault");
});
