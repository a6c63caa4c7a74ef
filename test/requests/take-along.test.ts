/** Taking decisions along: what stands in each file, who gets it, and what is never in it. */
import { parse } from "csv-parse/sync";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as wordsIn } from "mdast-util-to-string";
import { afterEach, describe, expect, test } from "vitest";
import { type ExportFormat, exportFormats } from "../../src/cards/export-formats.ts";
import { exportedFile } from "../../src/export/exported.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const { opened } of worlds.splice(0)) await opened.store.close();
});

const open = async (): Promise<World> => {
  const world = await openWorld();
  worlds.push(world);
  return world;
};

const hostile = ["=1+1", "@SUM(A1)", "# not a *heading* <b>", "</article><script>alert(1)</script>"] as const;

const decided = async (world: World, options = "", people = ["ann", "bob", "cho"]): Promise<Session> => {
  const session = await world.start("fay", `ask "Which database?" "Postgres" "SQLite" ${options}`);
  for (const [at, person] of people.entries())
    await world.respond(person, session, {
      choice: at === 2 ? "option-2" : "option-1",
      reason: `${hostile[at] ?? "plain"} of ${person}`,
      chance: "80",
    });
  for (const verb of ["end-round", "vote-again"]) await world.press("fay", session, verb);
  const again = await world.session(session.id);
  await world.respond("bob", again, { choice: "option-2", reason: `${hostile[3]} of bob`, chance: "60" });
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  const asked = await world.press("fay", session, "ask-decision");
  if (asked.type !== "form") throw new Error("A form was asked for");
  await world.workshop.submit(world.origin("fay"), asked.form.token, {
    text: "=SQLite it is",
    owner: "bob",
    date: "2026-12-24",
  });
  return world.session(session.id);
};

type Asked = {
  readonly pressed?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly origin?: Partial<Origin>;
};

const ask = async (
  world: World,
  format: ExportFormat,
  { pressed = "export", values, origin }: Asked = {},
): Promise<Reply> => {
  const who = world.origin("zoe", origin);
  const form = await world.workshop.press(who, pressed);
  if (form.type !== "form") return form;
  return world.workshop.submit(who, form.form.token, { format, ...values });
};

/** The file that is handed over in the end. */
const fileOf = async (world: World, format: ExportFormat, asked: Asked = {}): Promise<string> => {
  const before = world.platform.files.length;
  const reply = await ask(world, format, asked);
  expect(reply.type).toBe("card");
  await expect.poll(() => world.platform.files.length).toBe(before + 1);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(world.platform.files.at(-1)?.file.bytes);
};

describe("a session with names", () => {
  test("as Markdown is a record by MADR's headings, with who disagreed and what moved, as it was typed", async () => {
    const world = await open();
    const session = await decided(world);
    const written = await fileOf(world, "markdown", { pressed: `export:${session.id}` });
    expect(written).toMatch(/^---\nstatus: accepted\ndate: 2026-11-23\ndecision-makers: BOB Name\n/u);
    const { children } = fromMarkdown(written.replace(/^---\n.*?\n---\n/su, ""));
    const headings = children.flatMap((node) => (node.type === "heading" && node.depth < 3 ? [wordsIn(node)] : []));
    expect(headings).toEqual([
      "Which database?",
      "Context and Problem Statement",
      "Considered Options",
      "Decision Outcome",
      "Pros and Cons of the Options",
      "Who Disagreed, and What Moved",
      "More Information",
    ]);
    const said = children.map((node) => wordsIn(node)).join("\n");
    expect(said).toContain("=SQLite it is");
    expect(said).toContain("ANN Name · Postgres · 80% likely right — =1+1 of ann");
    expect(said).toContain("Round 2: BOB Name, from Postgres to SQLite");
    expect(said).toContain("# not a *heading* <b> of cho");
    expect(children.filter(({ type }) => type === "html")).toEqual([]);
    expect(world.platform.files.at(-1)).toMatchObject({
      to: { workspace: "w1", channel: "c1", person: "zoe" },
      file: { name: expect.stringMatching(/^decision-2026-11-23-.*\.md$/u), mediaType: "text/markdown" },
    });
  });

  test("as CSV has a row a response, columns by name, and no cell that a spreadsheet would compute", async () => {
    const world = await open();
    await decided(world);
    const written = await fileOf(world, "csv");
    expect(written.startsWith("\ufeff")).toBe(true);
    const rows: Record<string, string>[] = parse(written, { bom: true, columns: true });
    expect(rows.map(({ round, person, answer }) => [round, person, answer])).toEqual([
      ["1", "ann", "Postgres"],
      ["1", "bob", "Postgres"],
      ["2", "bob", "SQLite"],
      ["1", "cho", "SQLite"],
    ]);
    expect(rows[0]).toMatchObject({
      title: "Which database?",
      name: "ANN Name",
      reason: "'=1+1 of ann",
      "field.chance": "80",
      decision: "'=SQLite it is",
      decision_owner: "BOB Name",
      decision_date: "2026-12-24",
    });
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
  });

  test("as JSON is what its schema says, complete", async () => {
    const world = await open();
    const session = await decided(world);
    const { sessions } = exportedFile.parse(JSON.parse(await fileOf(world, "json")));
    expect(sessions).toMatchObject([
      {
        id: session.id,
        options: ["Postgres", "SQLite"],
        leading: ["SQLite"],
        responded: 3,
        decision: { text: "=SQLite it is", owner: "bob", ownerName: "BOB Name", date: "2026-12-24" },
        moved: [{ round: 2, person: "bob", from: "Postgres", to: "SQLite" }],
      },
    ]);
    expect(sessions[0]?.responses).toHaveLength(4);
  });

  test.each(languageCodes)(
    "as a page, in %s, holds charts in words and nothing that runs or loads",
    async (language) => {
      const world = await open();
      await decided(world);
      const written = await fileOf(world, "html", { origin: { language } });
      expect(written).toContain(`<html lang="${language}">`);
      expect(written).toMatch(/<svg[^>]* role="img" aria-label="[^"]*Postgres [^"]*33%/u);
      expect(written).toContain("&lt;/article&gt;&lt;script&gt;alert(1)&lt;/script&gt; of bob");
      expect(written).not.toMatch(/<script|<img|<link|src=|url\(|@import/u);
      expect(written).toContain("prefers-color-scheme: dark");
      expect(written).toContain("@media print");
    },
  );
});

describe("a session without names", () => {
  test.each(exportFormats)(
    "as %s tells of nobody who answered what: no id, no hash, no reason beside a choice",
    async (format) => {
      const world = await open();
      const session = await decided(world, "--anonymous", ["ann", "bob", "cho", "dan"]);
      const kept = await world.opened.store.in("w1").loadResponses(session.id);
      const written = await fileOf(world, format);
      for (const { participant } of kept) expect(written).not.toContain(participant);
      expect(written).not.toMatch(/(?<!of )\b(ann|cho|dan)\b|(ANN|CHO|DAN) Name/u);
      if (format === "csv") {
        const rows: Record<string, string>[] = parse(written, { bom: true, columns: true });
        for (const { person, name, answer, at } of rows) expect([person, name, answer, at].join("")).toBe("");
      }
      if (format === "json")
        expect(JSON.parse(written).sessions[0]).toMatchObject({ responses: [], moved: [], leading: [] });
    },
  );

  test("of too few people no reason is told", async () => {
    const world = await open();
    const session = await world.start("fay", 'ask "Which?" "a" "b" --anonymous');
    for (const person of ["ann", "bob"]) await world.respond(person, session, { choice: "option-1", reason: "zebra" });
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
    for (const format of exportFormats) expect(await fileOf(world, format)).not.toContain("zebra");
  });
});

test("what isn't revealed, elsewhere or not there is exported by nobody", async () => {
  const world = await open();
  expect(await ask(world, "json")).toMatchObject({ type: "refused", code: "nothing-to-export" });
  const session = await world.start("fay", 'ask "Which?" "a" "b"');
  await world.respond("ann", session, { choice: "option-1", reason: "zebra" });
  expect(await ask(world, "json")).toMatchObject({ code: "nothing-to-export" });
  expect(await ask(world, "json", { pressed: `export:${session.id}` })).toMatchObject({ code: "not-found" });
  const forged = { type: "export", nonce: "forged", session: session.id };
  expect(await world.workshop.submit(world.origin("fay"), forged, { format: "json" })).toMatchObject({
    code: "not-found",
  });
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  world.platform.channels.set("zoe", []);
  const elsewhere = { origin: { channel: "c2" }, pressed: `export:${session.id}` };
  expect(await ask(world, "json", elsewhere)).toMatchObject({ code: "not-found" });
  expect(await ask(world, "json", { ...elsewhere, origin: { workspace: "w2" } })).toMatchObject({ code: "not-found" });
  expect(await world.workshop.submit(world.origin("fay"), forged, { format: "exe" })).toMatchObject({
    code: "bad-request",
  });
  expect(world.platform.files).toEqual([]);
});

test("a session's file goes to its thread where that is asked, a channel's is of one month, and a failure is told", async () => {
  const world = await open();
  const session = await decided(world);
  world.outbox.wake();
  await world.outbox.settled();
  await fileOf(world, "json", { pressed: `export:${session.id}`, values: { inThread: true } });
  expect(world.platform.files.at(-1)?.to).toMatchObject({ thread: `${session.id}/case` });
  expect(await ask(world, "json", { values: { month: "2026-10" } })).toMatchObject({ code: "nothing-to-export" });
  await fileOf(world, "json", { values: { month: "2026-11", inThread: true } });
  expect(world.platform.files.at(-1)?.to).not.toHaveProperty("thread");
  world.platform.isAway = true;
  await ask(world, "json");
  await expect.poll(() => world.platform.told.join()).toContain("could not be handed over");
});
