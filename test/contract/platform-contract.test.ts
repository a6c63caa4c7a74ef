/**
 * What every platform owes the core, asked alike of each of them and of the fake that stands in for
 * them in other tests.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Card } from "../../src/cards/card.ts";
import type { Destination, Sent } from "../../src/platform.ts";
import { words } from "../../src/text/text.ts";
import { askedMs, type Stand, stands } from "./stands.ts";

const cardOf = (text: string): Card => ({
  title: words("A card"),
  blocks: [{ type: "paragraph", text: words(text) }],
});

const messageOf = (sent: Sent): string => {
  if (sent.type !== "posted") throw new Error(`It was not posted: ${sent.type}`);
  return sent.message;
};

describe.each(stands)("%s", (_name, open) => {
  let stand: Stand;
  let where: Destination;
  beforeEach(async () => {
    stand = await open();
    where = { workspace: stand.workspace, channel: stand.channel };
  });
  afterEach(() => stand.close());

  /** The messages that say so. */
  const saying = async (text: string) => (await stand.seen()).filter((message) => message.words.includes(text));

  test("shows a post to everyone in the channel, and a reply in the thread of its root", async () => {
    const root = messageOf(await stand.platform.post(where, cardOf("the root"), "key-1"));
    messageOf(await stand.platform.post({ ...where, thread: root }, cardOf("the reply"), "key-2"));
    expect(await saying("the root")).toMatchObject([{ inThread: false, person: undefined }]);
    expect(await saying("the reply")).toMatchObject([{ inThread: true, person: undefined }]);
  });

  test("replaces what a message shows, and says so when the message is gone", async () => {
    const message = messageOf(await stand.platform.post(where, cardOf("before"), "key-1"));
    expect(await stand.platform.update(where, message, cardOf("after"))).toMatchObject({ type: "posted", message });
    expect(await saying("before")).toEqual([]);
    expect(await saying("after")).toHaveLength(1);
    const gone = { type: "gone", why: "message-gone" };
    expect(await stand.platform.update(where, stand.stray, cardOf("nowhere"))).toEqual(gone);
  });

  test("shows what is for one person to that person alone", async () => {
    const [first = "", second = ""] = stand.people;
    for (const person of [first, second])
      messageOf(await stand.platform.post({ ...where, person }, cardOf("for one"), `key-${person}`));
    expect((await saying("for one")).map(({ person }) => person)).toEqual([first, second]);
  });

  test("keeps to a wait that was asked for, and sends what waited once", async () => {
    const { later } = stand.fail;
    if (later === undefined) return;
    later();
    const sent = await stand.platform.post(where, cardOf("in time"), "key-1");
    if (sent.type !== "later") throw new Error(`It was not put off: ${sent.type}`);
    expect(sent.waitMs).toBeGreaterThanOrEqual(askedMs);
    expect(await saying("in time")).toEqual([]);
    stand.clock.advance(sent.waitMs);
    messageOf(await stand.platform.post(where, cardOf("in time"), "key-1"));
    expect(await saying("in time")).toHaveLength(1);
  });

  test("says of a post whose outcome is open that it is uncertain, or makes a second one harmless", async () => {
    const { uncertain } = stand.fail;
    if (stand.platform.capabilities.repeatablePosts) {
      for (let times = 0; times < 2; times += 1) messageOf(await stand.platform.post(where, cardOf("once"), "key-1"));
      expect(await saying("once")).toHaveLength(1);
      return;
    }
    uncertain?.();
    expect(await stand.platform.post(where, cardOf("once"), "key-1")).toEqual({ type: "uncertain" });
  });

  test("says in one word that it can't be said there any more", async () => {
    const { gone } = stand.fail;
    if (gone === undefined) return;
    gone();
    const sent = await stand.platform.post(where, cardOf("too late"), "key-1");
    expect(sent).toEqual({ type: "gone", why: expect.stringMatching(/^(channel-gone|not-a-member)$/u) });
    expect(await saying("too late")).toEqual([]);
  });

  test("names the people of a channel, without the bot", async () => {
    const members = await stand.platform.listMembers(where);
    expect(members?.map(({ person }) => person)).toEqual([...stand.people]);
  });

  test("says in which channels somebody is, of those that are asked about", async () => {
    const [person = ""] = stand.people;
    const among = ["nowhere", stand.channel];
    const { workspace } = stand;
    expect(await stand.platform.channelsOf({ workspace, person, among })).toEqual([stand.channel]);
    expect(await stand.platform.channelsOf({ workspace, person, among: [] })).toEqual([]);
  });

  test("hands a file to the person who asked for it, or to a thread, and knows what people are called", async () => {
    const root = messageOf(await stand.platform.post(where, cardOf("the root"), "key-1"));
    const { workspace, channel, people } = stand;
    const [person = ""] = people;
    const file = { title: "Which?", mediaType: "text/csv", bytes: new TextEncoder().encode("a,b\n") };
    await stand.platform.sendFile({ workspace, channel, person }, { ...file, name: "alone.csv" });
    await stand.platform.sendFile({ workspace, channel, person, thread: root }, { ...file, name: "all.csv" });
    expect(await stand.files()).toEqual(["alone.csv", "all.csv"]);
    const names = await stand.platform.namesOf({ workspace, channel, people: [person, "nobody"] });
    expect(names[person]).toMatch(/\S/u);
  });

  test("gives an address of the web or of its own page that leads to a message, or none", async () => {
    const message = messageOf(await stand.platform.post(where, cardOf("the root"), "key-1"));
    const { workspace, channel } = stand;
    const link = await stand.platform.linkTo({ workspace, channel, message });
    expect(link ?? "#thread=1").toMatch(/^(https?:\/\/|#thread=\d+$)/u);
  });

  test.each([
    "<!channel> @everyone <@U123>",
    "*bold* _it_ ~gone~ `code`",
    "[x](javascript:alert(1))",
    "<b>&amp; <script>1</script>",
    "# 1. - >",
  ])("shows text as it was typed: %s", async (typed) => {
    messageOf(await stand.platform.post(where, cardOf(`typed: ${typed}`), "key-1"));
    expect(await saying(`typed: ${typed}`)).toHaveLength(1);
  });

  test("says how the bot is addressed, and what it stands and falls with", () => {
    const { address, group } = stand.platform.capabilities;
    expect([address.name, group]).not.toContain("");
  });
});
