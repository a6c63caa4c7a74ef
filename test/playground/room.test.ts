/** The playground's room, on each database. */
import { describe, expect, test } from "vitest";
import { makeRoom, type NewMessage } from "../../adapters/playground/room.ts";
import { playgroundTables } from "../../adapters/playground/tables.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { openWorlds } from "../../testkit/worlds.ts";

const said = (text: string, key: string | null = null): NewMessage => ({
  key,
  channel: "random",
  thread: null,
  author: "minji",
  person: null,
  body: { type: "text", text },
  at: Date.UTC(2026, 10, 23),
});

/** As it was written before charts said what their width stands for. */
const chartOfBefore = (unit: string, ...values: readonly number[]) => ({
  type: "chart",
  chart: { title: "Chart", unit, bars: values.map((value) => ({ label: "", value, figure: "" })) },
});

describe.each(everyDatabase)("on $name", (databases) => {
  const open = openWorlds(databases);

  test("a message under one key stands once, also when two processes add it at once", async () => {
    const one = await open();
    const rooms = [one, await open(one.file)].map(({ opened }) => makeRoom(opened.database));
    for (let turn = 0; turn < 10; turn += 1) {
      const ids = await Promise.all(rooms.map((room) => room.add(said("once", `key-${turn}`))));
      expect(new Set(ids).size).toBe(1);
    }
    expect(await rooms[0]?.listFor("alex")).toHaveLength(10);
    expect(await rooms[0]?.isRoot("random", "999999999999999")).toBe(false);
    expect((await rooms[0]?.listFor("alex"))?.[0]).toMatchObject({ at: Date.UTC(2026, 10, 23), private: false });
  });

  test("its version is another after each change, and the same after none", async () => {
    const { opened } = await open();
    const room = makeRoom(opened.database);
    const versions = [await room.version()];
    const first = await room.add(said("first"));
    versions.push(await room.version());
    await room.replaceCard(first, { title: [], blocks: [] });
    versions.push(await room.version());
    await room.replaceCard(first, { title: [], blocks: [] });
    versions.push(await room.version());
    await room.add(said("second"));
    await room.remove(first);
    versions.push(await room.version());
    expect(new Set(versions).size).toBe(5);
    await room.listFor("alex");
    expect(await room.version()).toBe(versions.at(-1));
  });

  test("charts of cards that were kept before they said their scale are given it", async () => {
    const { opened } = await open();
    const card = { title: [], blocks: [chartOfBefore("responses", 2, 1), chartOfBefore("%", 296.2, 0)] };
    const { key: _, ...row } = said("");
    const body = JSON.stringify({ type: "card", card });
    const database = playgroundTables(opened.database);
    await database
      .insertInto("playground_messages")
      .values({ ...row, key: null, body })
      .execute();
    const listed = await makeRoom(database).listFor("alex");
    expect(listed.at(-1)?.body).toMatchObject({
      card: { blocks: [{ chart: { scale: { from: 0, to: 3 } } }, { chart: { scale: { from: 0, to: 296.2 } } }] },
    });
  });
});
