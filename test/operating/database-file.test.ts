/**
 * The SQLite file as an operator meets it: served by one program, read by one user, and told of in
 * a sentence where it can't be used.
 */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { backUp } from "../../src/operating/backup.ts";
import { openStore, openStoreBeside } from "../../src/store/open.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
});

const start = async (database: string, env: Readonly<Record<string, string>> = {}): Promise<Program> => {
  const program = await startProgram({ database, env });
  programs.push(program);
  return program;
};

/** Whoever runs the tests may be allowed everything. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

type User = { readonly uid?: number; readonly gid?: number };

/** What the program says, that should not start, and with which code it ends. */
const startInVain = (
  url: string,
  locale = "en",
  user: User = {},
): Promise<{ readonly code: unknown; readonly said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, PORT: "0", DATABASE_URL: url, WORKSHOP_LOCALE: locale };
    execFile(process.execPath, ["src/main.ts"], { env, timeout: 30_000, ...user }, (fault, stdout, stderr) =>
      resolve({ code: fault?.code, said: `${stdout}${stderr}` }),
    );
  });

const freshFile = (): string => join(temporaryFolder(), "data", "workshop.db");

describe("a second program on it", () => {
  test("is refused with a sentence, in the configured language, and the first goes on", async () => {
    const file = freshFile();
    const first = await start(file);
    const second = await startInVain(`file:${file}`);
    expect(second).toEqual({
      code: 1,
      said: expect.stringMatching(/^Another process serves this database already: .*DATABASE_URL/),
    });
    expect(second.said).toContain(file);
    expect(second.said).not.toContain("    at ");
    expect((await startInVain(`file:${file}`, "ko")).said).toMatch(
      /^다른 프로세스가 이미 쓰고 있는 데이터베이스입니다/,
    );
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200);
  });

  test("starts once the first was killed, whatever it left", async () => {
    const file = freshFile();
    for (let times = 0; times < 3; times += 1) {
      const program = await start(file);
      await program.kill();
    }
    const last = await start(file);
    expect((await fetch(`${last.address}/readyz`)).status).toBe(200);
  });

  test("is refused within one process too, until the first has closed it; what works beside it is not", async () => {
    const file = freshFile();
    const first = await openStore(`file:${file}`);
    await expect(openStore(`file:${file}`)).rejects.toMatchObject({ why: "served", file });
    await (await openStoreBeside(`file:${file}`)).store.close();
    expect(await backUp(file, join(dirname(file), "backup.db"))).toEqual({ type: "backed-up" });
    // Neither took the lock of the first away.
    expect((await startInVain(`file:${file}`)).said).toMatch(/^Another process serves this database already/);
    await first.store.close();
    await (await openStore(`file:${file}`)).store.close();
  });

  test("is refused by another name of the file too", async () => {
    const file = freshFile();
    const first = await openStore(`file:${file}`);
    const link = join(temporaryFolder(), "link.db");
    symlinkSync(file, link);
    await expect(openStore(`file:${link}`)).rejects.toMatchObject({ why: "served" });
    expect(readdirSync(dirname(link))).toEqual(["link.db"]);
    await first.store.close();
  });
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const modesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));

describe("while another program holds a lock on it", () => {
  const lockings: readonly (readonly [what: string, statement: string, made: boolean])[] = [
    ["a fresh file", "begin exclusive", false],
    ["one that was served", "begin immediate", true],
  ];

  const holdLock = async (file: string, statement: string, made: boolean): Promise<Sqlite.Database> => {
    if (made) await (await openStore(`file:${file}`)).store.close();
    else mkdirSync(dirname(file));
    const other = new Sqlite(file);
    other.exec(statement);
    return other;
  };

  test.each(lockings)("%s is told with what to do", async (_, statement, made) => {
    const file = freshFile();
    const other = await holdLock(file, statement, made);
    const { code, said } = await startInVain(`file:${file}`);
    expect(said).toMatch(/^Another program holds a lock on the database that DATABASE_URL names: .*start again/);
    expect(said).toContain(file);
    expect(code).toBe(1);
    other.close();
    await (await openStore(`file:${file}`)).store.close();
  });

  test.each(lockings)(
    "%s is opened once the lock is let go, without holding anybody up meanwhile",
    async (_, statement, made) => {
      const file = freshFile();
      const other = await holdLock(file, statement, made);
      const opening = openStore(`file:${file}`);
      for (let turns = 0; turns < 20; turns += 1) await setImmediate();
      other.close();
      await (await opening).store.close();
    },
  );
});

describe("for other users of the machine", () => {
  const all = {
    "workshop.db": "600",
    "workshop.db-serving": "600",
    "workshop.db-shm": "600",
    "workshop.db-wal": "600",
  };

  test("a fresh database, what lies beside it and its folder are closed", async () => {
    const file = freshFile();
    await start(file);
    expect(modeOf(dirname(file))).toBe("700");
    expect(modesIn(dirname(file))).toEqual(all);
  });

  test("one that stood open is closed when it is opened next", async () => {
    const file = freshFile();
    const first = await start(file);
    await first.kill();
    chmodSync(dirname(file), 0o755);
    for (const name of readdirSync(dirname(file))) chmodSync(join(dirname(file), name), 0o644);
    await start(file);
    expect(modeOf(dirname(file))).toBe("700");
    expect(modesIn(dirname(file))).toEqual(all);
  });

  test("a folder with other things in it stays as it is", async () => {
    const file = freshFile();
    mkdirSync(dirname(file));
    chmodSync(dirname(file), 0o755);
    writeFileSync(join(dirname(file), "package.json"), "{}");
    await (await openStore(`file:${file}`)).store.close();
    expect(modeOf(dirname(file))).toBe("755");
    expect(modeOf(file)).toBe("600");
  });

  test("a backup is closed", async () => {
    const file = freshFile();
    await (await openStore(`file:${file}`)).store.close();
    const copy = join(temporaryFolder(), "backup.db");
    await backUp(file, copy);
    expect(modeOf(copy)).toBe("600");
  });
});

/** A database whose first pages say that they are one, and whose others are noise. */
const damage = async (file: string): Promise<void> => {
  await (await openStore(`file:${file}`)).store.close();
  const size = statSync(file).size;
  const bytes = Buffer.alloc(size, 0xa5);
  const connection = new Sqlite(file);
  const head = connection.serialize().subarray(0, 100);
  connection.close();
  head.copy(bytes);
  writeFileSync(file, bytes);
};

describe("where it can't be used", () => {
  test.each<[string, (file: string) => unknown, RegExp]>([
    [
      "isn't one",
      (file) => writeFileSync(file, "this is a letter, not a database ".repeat(99)),
      /isn’t a SQLite database/,
    ],
    ["is damaged", damage, /is damaged.*backup/],
    ["is a folder", (file) => mkdirSync(file), /can’t be made.*folder/],
  ])("a file that %s is told with DATABASE_URL, its path and what to do", async (_, make, sentence) => {
    const file = join(temporaryFolder(), "workshop.db");
    await make(file);
    const { code, said } = await startInVain(`file:${file}`);
    expect(said).toMatch(sentence);
    for (const part of ["DATABASE_URL", file]) expect(said).toContain(part);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });

  test("a folder that can't be made is told so", async () => {
    const blocked = join(temporaryFolder(), "a-file");
    writeFileSync(blocked, "");
    expect((await startInVain(`file:${blocked}/data/workshop.db`)).said).toMatch(
      /DATABASE_URL names a file that can’t be made/,
    );
  });

  test("what the user may not read or write is told so", async () => {
    // On a file system that nobody may write to, whoever runs the tests.
    await expect(openStore("file:/sys/workshop/workshop.db")).rejects.toMatchObject({
      why: expect.stringMatching(/^(not-allowed|no-folder)$/),
    });
  });

  test.each<[string, (folder: string, file: string) => void]>([
    ["a file of another user's", (_, file) => writeFileSync(file, "", { mode: 0 })],
    ["a folder that is closed to writing", (folder) => chmodSync(folder, 0o555)],
  ])("%s is told so", async (_, make) => {
    const folder = temporaryFolder();
    const file = join(folder, "workshop.db");
    chmodSync(folder, 0o755);
    make(folder, file);
    const { said } = await startInVain(`file:${file}`, "en", nobody);
    expect(said).toMatch(/^The database that DATABASE_URL names can’t be opened: .*read and write it and its folder/);
  });

  test("one of a newer version is told so", async () => {
    const file = join(temporaryFolder(), "workshop.db");
    const { store, database } = await openStore(`file:${file}`);
    await database.executeQuery(
      CompiledQuery.raw("insert into kysely_migration (name, timestamp) values ('9999-future', 'x')"),
    );
    await store.close();
    expect((await startInVain(`file:${file}`)).said).toMatch(/DATABASE_URL.*newer version.*9999-future.*Start that/);
    expect((await startInVain(`file:${file}`, "ko")).said).toMatch(/^DATABASE_URL이.*새로운 버전.*9999-future/);
  });
});
