/**
 * What every database must promise of finding sessions: what they are found by is kept with them,
 * goes with them, and is looked up alike.
 */
import { expect, test } from "vitest";
import { textOf } from "../../src/search/session-text.ts";
import { termsOf } from "../../src/search/terms.ts";
import type { SessionState } from "../../src/session/session.ts";
import type { SessionQuery } from "../../src/store/port/store.ts";
import type { World } from "../../testkit/world.ts";
import type { Open } from "../../testkit/worlds.ts";
import { restoreWritten, writtenBefore } from "../../testkit/written-before.ts";

const everyState: readonly SessionState[] = ["collecting", "ended", "discussing", "revealed", "closed", "cancelled"];

const find = async ({ opened }: World, question: string, more: Partial<SessionQuery> = {}) => {
  const query = { terms: termsOf(question), channels: ["c1"], states: everyState, limit: 9, ...more };
  return (await opened.store.in("w1").findSessions(query)).map(({ session }) => session.id);
};

/** Ends the round and reveals it. */
const reveal = async (world: World, id: string): Promise<void> => {
  const session = await world.session(id);
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
};

const decide = async (world: World, id: string, values: Readonly<Record<string, string>>): Promise<void> => {
  const asked = await world.press("fay", await world.session(id), "ask-decision");
  if (asked.type !== "form") throw new Error("A form was asked for");
  await world.workshop.submit(world.origin("fay"), asked.form.token, values);
};

export const testFinding = (open: Open): void => {
  test("a session is found by parts of its words, a reason and a decision once they may be seen", async () => {
    const world = await open();
    const { id } = await world.start("fay", 'ask "어느 데이터베이스로 할까요?" "포스트그레스" "SQLite 100%_\\\\"');
    const other = await world.start("fay", 'ask "Which ai tool?" "a" "b"');
    expect(await find(world, "데이터베")).toEqual([id]);
    expect(await find(world, "이스")).toEqual([id]);
    expect(await find(world, "sqlite 그레스")).toEqual([id]);
    expect(await find(world, "100%_\\\\")).toEqual([id]);
    expect(await find(world, "100%x")).toEqual([]);
    expect(await find(world, "AI")).toEqual([other.id]);
    expect(await find(world, '" OR text:*')).toEqual([]);
    await world.respond("ann", await world.session(id), { choice: "option-1", reason: "이미 잘 압니다 zebra'; --" });
    expect(await find(world, "zebra")).toEqual([]);
    await reveal(world, id);
    expect(await find(world, "zebra'; --")).toEqual([id]);
    expect(await find(world, "압니")).toEqual([id]);
    await decide(world, id, { text: "Taken until the giraffe comes", owner: "bob" });
    expect(await find(world, "GIRAFFE zebra")).toEqual([id]);
    await decide(world, id, { text: "Taken for good" });
    expect(await find(world, "giraffe")).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test("what is asked for besides is kept to, newest first, page by page, in one's own workspace", async () => {
    const world = await open();
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      ids.unshift((await world.start("fay", `ask "Question ${at}?" "a" "b"`)).id);
      world.clock.advance(at === 1 ? 0 : 1_000);
    }
    const [newest = "", second = "", , oldest = ""] = ids;
    await world.workshop.run(world.origin("fay"), "learn peft --share");
    await world.workshop.run(world.origin("fay", { channel: "c2" }), 'ask "Question elsewhere?" "a" "b"');
    const own = world.opened.store.in("w1");
    expect(await find(world, "question")).toEqual(ids);
    expect(await find(world, "")).toEqual(ids);
    expect(await find(world, "", { channels: ["c2", "c1"] })).toHaveLength(5);
    expect(await find(world, "", { channels: [] })).toEqual([]);
    const query = { terms: termsOf("question"), channels: ["c1"], states: everyState, limit: 3 };
    const last = (await own.findSessions(query)).at(-1);
    expect(await find(world, "question", { behind: last?.place ?? 0 })).toEqual([oldest]);
    const { startedAt } = await world.session(second);
    expect(await find(world, "question", { started: { from: startedAt, to: startedAt + 1 } })).toEqual(ids.slice(1, 3));
    await reveal(world, newest);
    await decide(world, newest, { text: "So be it", owner: "bob" });
    expect(await find(world, "", { decided: true, owner: "bob" })).toEqual([newest]);
    expect(await find(world, "", { decided: false })).toEqual(ids.slice(1));
    expect(await find(world, "", { owner: "ann" })).toEqual([]);
    expect(await find(world, "", { states: ["closed"] })).toEqual([newest]);
    expect(await own.listChannels()).toEqual(["c1", "c2"]);
    const foreign = world.opened.store.in("w2");
    expect(await foreign.findSessions({ ...query, terms: [] })).toEqual([]);
    expect(await foreign.listChannels()).toEqual([]);
  });

  test("what is deleted since it was over long ago is found no more", async () => {
    const world = await open();
    const session = await world.start("fay", 'ask "Which okapi?" "a" "b"');
    await world.press("fay", session, "cancel");
    expect(await find(world, "okapi")).toEqual([session.id]);
    world.clock.advance(40 * 86_400_000);
    await world.workshop.deleteOld(30);
    expect(await find(world, "okapi")).toEqual([]);
    expect(await world.opened.database.selectFrom("session_texts").selectAll().execute()).toEqual([]);
  });

  test.each(writtenBefore)("%s: what was there before is found once its texts were due", async (name) => {
    const database = await open.fresh();
    await restoreWritten(name, database);
    const world = await open(database);
    expect(await find(world, "")).toEqual([]);
    const [due] = await world.opened.store.claimDue(world.clock.now(), 1);
    if (due === undefined) throw new Error("Their texts were due");
    await world.opened.store.keepTexts(due, textOf, 3);
    expect(await find(world, "", { limit: 99 })).toHaveLength(2);
    world.clock.advance(60_000);
    await world.workshop.runDue();
    const found = await find(world, "", { limit: 99 });
    const rows = await world.opened.database.selectFrom("sessions").select(["id", "activity"]).execute();
    expect(found.length).toBe(rows.filter(({ activity }) => !activity.includes('"kind":"reference"')).length);
    expect(await find(world, "rag")).not.toEqual([]);
    expect(
      await world.opened.database.selectFrom("due_work").selectAll().where("kind", "=", "finding").execute(),
    ).toEqual([]);
    expect(world.faults).toEqual([]);
  });
};
