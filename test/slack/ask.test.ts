/**
 * A question of the team's own in Slack, over signed HTTP and in both languages: asked in a line,
 * in a form, from a message and from the Home.
 */
import { afterEach, expect, test } from "vitest";
import { slackMessages } from "../../adapters/slack/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Person, wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

const hostile = "<script>alert(1)</script> <!channel> *x* <@U1> &lt;!here&gt;";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const open = async (locale: string): Promise<SlackWorld> => {
  const world = await openSlackWorld({ locale, people: 3 });
  closers.push(world.close);
  return world;
};

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

const lines = {
  en: { locale: "en-US", line: `ask “${hostile}?” “Postgres” “SQLite” —for 2d`, name: "/workshop" },
  ko: { locale: "ko-KR", line: `질문 「${hostile}?」 「Postgres」 「SQLite」 --동안 2일`, name: "/워크숍" },
} as const;

test.each(["ko", "en"] as const)("asked in one line in %s, answered, revealed and decided", async (language) => {
  const { locale, line, name } = lines[language];
  const { session: say, scenario } = translatorFor(language).messages;
  const { server, people } = await open(locale);
  const [fay, ann, bob] = people;
  if (!fay || !ann || !bob) throw new Error("Three people are needed");
  // A workspace may have registered the bot's name in its own language.
  await fay.command(line, name);
  await until(fay.reads, say.controls.title);
  await until(ann.reads, `${hostile}?`);
  const respond = async (person: Person, option: string): Promise<void> => {
    await person.press(option);
    await person.submit({ [scenario.reason]: hostile });
  };
  await respond(fay, "Postgres");
  await respond(ann, "SQLite");
  await respond(bob, "Postgres");
  await until(ann.reads, say.responded({ count: 3 }));
  await fay.press(say.controls.verbs["end-round"]);
  await until(fay.reads, say.controls.verbs.reveal);
  await fay.press(say.controls.verbs.reveal);
  await until(ann.reads, scenario.reasonsOf({ option: "Postgres", count: 2 }));
  await until(fay.reads, say.controls.verbs["record-decision"]);
  await fay.press(say.controls.verbs["record-decision"]);
  await fay.submit({ [say.decision.text]: `Postgres ${hostile}` });
  await until(bob.reads, `Postgres ${hostile}`);
  for (const { text } of server.messages) expect(text).not.toMatch(/<[!@#]/);
});

test.each(["ko", "en"] as const)("asked in a form in %s: what is missing stands at its field", async (language) => {
  const { commands, scenario, session: say } = translatorFor(language).messages;
  const { people } = await open(lines[language].locale);
  const [fay, ann] = people;
  if (!fay || !ann) throw new Error("Two people are needed");
  const { own } = scenario;
  await fay.command(language === "ko" ? '질문 "점심?" "국수" --동안 곧' : 'ask "Lunch?" "noodles" --for soon');
  const shown = JSON.stringify(fay.view()?.blocks);
  expect(shown).toContain(own.optionsCount({ count: 1, min: 2, max: 10 }));
  expect(shown).toContain(commands.startForm.endOther);
  const refused = await fay.submit({ [own.question]: " " });
  expect(refused.body).toMatchObject({
    response_action: "errors",
    errors: {
      question: own.questionMissing,
      options: own.optionsCount({ count: 1, min: 2, max: 10 }),
      end: commands.badEnd,
    },
  });
  await fay.command(language === "ko" ? "질문" : "ask");
  expect(wordsIn(fay.view()?.blocks)).not.toContain(commands.startForm.language);
  await fay.step(commands.startForm.fold);
  await fay.submit({
    [own.question]: "Lunch?",
    [own.options]: `${hostile}\nrice`,
    [own.reasons]: own.reasonRule.none,
    [commands.startForm.end]: commands.startForm.ends.spans["2d"],
    [commands.startForm.anonymous]: "on",
  });
  await until(ann.reads, scenario.askedBare.hint);
  await ann.press(hostile);
  await until(fay.reads, say.responded({ count: 1 }));
});

test("asked about a message: quoted as background, linked, and nothing in it is live", async () => {
  const { people, server } = await open("en-US");
  const [fay, ann] = people;
  if (!fay || !ann) throw new Error("Two people are needed");
  const { scenario } = translatorFor("en").messages;
  await fay.decide({
    ts: "1700000000.000100",
    thread_ts: "1700000000.000000",
    text: "Ask <@U1|ann> in <#C1|general> &lt;b&gt; <!channel> <https://a.b|here>",
  });
  expect(JSON.stringify(fay.view()?.blocks)).toContain("Ask @ann in #general <b> @channel here (https://a.b)");
  await fay.submit({ [scenario.own.question]: "Do we?" });
  await until(ann.reads, "Ask @ann in #general <b> @channel here (https://a.b)");
  const card = server.messages.find(({ blocks }) => JSON.stringify(blocks).includes(scenario.own.source));
  const link = `https://t.slack.com/archives/${server.channel}/p1700000000000100?thread_ts=1700000000.000000&cid=${server.channel}`;
  expect(JSON.stringify(card?.blocks)).toContain(JSON.stringify(link));
});

test.each(["the Home", "the shortcut"])(
  "asked from %s: the channel is asked for, and must be one of both",
  async (from) => {
    const { people, server } = await open("en-US");
    const [fay, ann] = people;
    if (!fay || !ann) throw new Error("Two people are needed");
    const { commands, scenario, session: say } = translatorFor("en").messages;
    if (from === "the shortcut") await fay.askAnywhere();
    else {
      await fay.openHome();
      await expect.poll(() => wordsIn(server.homes.get(fay.id)?.blocks)).toContain(commands.ask);
      await fay.press(commands.ask);
    }
    const values = { [scenario.own.question]: "Do we?" };
    const refused = await fay.submit({ ...values, [slackMessages("en").channel]: "CELSEWHERE" });
    expect(refused.body).toMatchObject({ response_action: "errors" });
    expect((await fay.submit({ ...values, [slackMessages("en").channel]: server.channel })).body).toEqual({});
    await until(ann.reads, "Do we?");
    await until(fay.reads, say.controls.title);
  },
);

test("a scenario is started from the Home, in a channel that is chosen there", async () => {
  const { people, server } = await open("en-US");
  const [fay, ann] = people;
  if (!fay || !ann) throw new Error("Two people are needed");
  const { commands, session: say } = translatorFor("en").messages;
  await fay.openHome();
  await expect.poll(() => wordsIn(server.homes.get(fay.id)?.blocks)).toContain(commands.start);
  await fay.press(commands.start);
  const values = {
    [slackMessages("en").channel]: server.channel,
    [commands.startForm.activity]: "A support chatbot for a start-up",
  };
  expect((await fay.submit(values)).body).toEqual({});
  await until(ann.reads, "A support chatbot for a start-up");
  await until(fay.reads, say.controls.title);
});
