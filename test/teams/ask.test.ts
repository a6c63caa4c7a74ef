/**
 * A question of the team's own in Teams, in both languages: by a mention, alone with the bot, and
 * from a message's menu.
 */
import { afterEach, describe, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Kind } from "../../testkit/teams/payloads.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

const hostile = "<script>alert(1)</script> <at>Ann</at> **x** [y](javascript:alert(1))";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const open = async (kind: Kind, locale: string): Promise<TeamsWorld> => {
  const world = await openTeamsWorld({ kind, locale, people: 3 });
  closers.push(world.close);
  return world;
};

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 15_000 }).toContain(sentence);

const spoken = {
  en: { locale: "en-US", line: 'ask "Ship **it**?" "Post|gres" "SQLite" --for 2d', form: "ask" },
  ko: {
    locale: "ko-KR",
    line: "/워크숍 질문 「Ship **it**?」 「Post|gres」 「SQLite」 --동안 2일",
    form: "워크숍 질문",
  },
} as const;

describe.each(["ko", "en"] as const)("in %s", (language) => {
  const { locale, line, form } = spoken[language];
  const { session: say, scenario, commands } = translatorFor(language).messages;
  const { own } = scenario;

  test("asked by a mention, answered, revealed and decided", async () => {
    const world = await open("channel", locale);
    const [fay, ann] = [world.person(0), world.person(1)];
    await fay.say(line);
    await until(fay.reads, say.controls.title);
    await until(ann.reads, "SQLite");
    for (const [person, option] of [
      [fay, "Post|gres"],
      [ann, "SQLite"],
    ] as const) {
      await person.press(option);
      await person.press(say.responseForm.submit, { [scenario.reason]: hostile });
    }
    await until(ann.reads, say.responded({ count: 2 }));
    await fay.press(say.controls.verbs["end-round"]);
    await until(fay.reads, say.controls.verbs.reveal);
    await fay.press(say.controls.verbs.reveal);
    await fay.press(say.controls.verbs.reveal).catch(() => undefined);
    await until(ann.reads, scenario.reasonsOf({ option: "Post|gres", count: 1 }));
    expect(world.server.mistakes).toEqual([]);
  });

  test("asked alone with the bot: the form folds, and holds what was filled in", async () => {
    const world = await open("personal", locale);
    const fay = world.person(0);
    await fay.say(form);
    await until(fay.reads, own.questionHint);
    expect(fay.reads()).not.toContain(own.reasonRule.none);
    await fay.press(commands.startForm.fold, { [own.question]: "Lunch?" });
    const refused = await fay.press(commands.startForm.submit, {
      [own.options]: "noodles",
      [commands.startForm.endOther]: "someday",
    });
    expect(refused).toContain(own.optionsCount({ count: 1, min: 2, max: 10 }));
    expect(refused).toContain(commands.badEnd);
    expect(JSON.stringify(fay.cards())).toContain('"value":"Lunch?"');
    await fay.press(commands.startForm.submit, {
      [own.options]: "noodles\nrice",
      [commands.startForm.endOther]: "",
      [commands.startForm.end]: commands.startForm.ends.spans["2d"],
      [own.reasons]: own.reasonRule.none,
    });
    await until(fay.reads, scenario.askedBare.hint);
    await fay.press("rice");
    await until(fay.reads, say.responded({ count: 1 }));
    expect(world.server.mistakes).toEqual([]);
  });

  test("asked about a message: a dialog quotes it and links it, and what is missing stays in it", async () => {
    const world = await open("channel", locale);
    const [fay, ann] = [world.person(0), world.person(1)];
    const link = "https://teams.microsoft.com/l/message/19:decisions@thread.tacv2/1700000000000";
    const message = {
      id: "1700000000000",
      body: { contentType: "html", content: '<p>Ask&nbsp;<at id="0">Ann</at>:<br>1 &lt; 2? &amp;lt; **x**</p>' },
      linkToMessage: `${link}?tenantId=t-1&groupId=g-1&parentMessageId=1700000000000&teamName=A%20B&createdTime=1`,
    };
    // Where the app isn't, nothing is kept and nothing begins.
    expect(await fay.decide(message)).toBe(teamsMessages(language).notHere);
    await fay.say("");
    await until(fay.reads, commands.menuIntro);
    expect(await fay.decide(message)).toContain(own.question);
    expect(await fay.inDialog(commands.startForm.submit, { [own.question]: " " })).toContain(own.questionMissing);
    expect(await fay.inDialog(commands.startForm.fold)).toContain(commands.startForm.end);
    expect(await fay.inDialog(commands.startForm.submit, { [own.question]: "Do we?" })).toBe("");
    await until(ann.reads, "Do we?");
    await until(ann.reads, "1 < 2? &lt; **x**");
    expect(JSON.stringify(ann.cards())).toContain(`${link}?tenantId=t-1&groupId=g-1&parentMessageId=1700000000000)`);
    await fay.decide({ ...message, linkToMessage: "https://evil.example/l/message/19:a/1700000000000" });
    await fay.inDialog(commands.startForm.submit, { [own.question]: "Without a link?" });
    await until(ann.reads, "Without a link?");
    expect(JSON.stringify(ann.cards())).not.toContain("evil.example");
    expect(world.server.mistakes).toEqual([]);
  });
});
