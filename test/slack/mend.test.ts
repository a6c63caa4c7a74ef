/**
 * A question of the team's own in Slack: an option is added from the ballot, the question gets
 * other words, and whoever had responded is told.
 */
import { afterEach, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

const asked = {
  en: { locale: "en-US", line: 'ask "Which *db*?" "Postgres" "<!channel>" --open', edit: "edit" },
  ko: { locale: "ko-KR", line: "질문 「Which *db*?」 「Postgres」 「<!channel>」 --제안", edit: "수정" },
} as const;

test.each(["en", "ko"] as const)("from the ballot, the controls and the thread, in %s", async (language) => {
  const { session: say, scenario } = translatorFor(language).messages;
  const world: SlackWorld = await openSlackWorld({ mode: "http", locale: asked[language].locale, people: 3 });
  closers.push(world.close);
  const { server, people } = world;
  const [fay, ann, bob] = people;
  if (!fay || !ann || !bob) throw new Error("Three people are needed");
  await fay.command(asked[language].line);
  await until(fay.reads, say.controls.title);

  await ann.press("Postgres");
  await ann.submit({ [scenario.reason]: "r1" });
  await until(ann.reads, say.responded({ count: 1 }));
  await bob.press(say.optionForm.button);
  const same = await bob.submit({ [say.optionForm.field]: " POSTGRES " });
  expect(JSON.stringify(same.body)).toContain(scenario.own.mend.sameOption({ option: "Postgres" }));
  await bob.submit({ [say.optionForm.field]: "Duck *DB*" });
  await until(bob.reads, say.optionForm.added({ option: "Duck *DB*" }));
  await until(ann.reads, say.mending.newsTitle);
  const told = server.messages.filter(({ blocks }) => wordsIn(blocks).includes(say.mending.newsTitle));
  // Once, and not in the channel.
  expect(told.map(({ channel }) => channel === server.channel)).toEqual([false]);

  // A form that was open meanwhile is shown the new option first, with what was typed.
  await until(fay.reads, "\nDuck *DB*\n");
  await bob.press("Duck *DB*");
  const root = server.messages.find(({ person, thread }) => person === undefined && thread === undefined);
  await fay.mention(asked[language].edit, root?.ts);
  await until(fay.reads, say.controls.title);
  await fay.press(say.controls.verbs.mend);
  await fay.submit({ [scenario.own.question]: "Which store?" });
  await until(ann.reads, say.mending.reworded({ was: "Which *db*?", now: "Which store?" }));
  const stale = await bob.submit({ [scenario.reason]: "r2" });
  expect(JSON.stringify(stale.body)).toContain(say.mending.stale);
  expect(JSON.stringify(stale.body)).toContain("r2");
  const done = await bob.submit({ [scenario.reason]: "r2" });
  expect(JSON.stringify(done.body)).toContain(say.recorded.first);

  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, `${say.controls.verbs.reveal}`);
  await fay.press(say.controls.verbs.reveal);
  await until(ann.reads, scenario.reasonsOf({ option: "Duck *DB*", count: 1 }));
  for (const { text } of server.messages) expect(text).not.toMatch(/<!channel>/);
});
