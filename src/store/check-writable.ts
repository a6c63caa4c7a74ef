/**
 * Finds out whether the database still takes writes, by one that needs new pages; it leaves nothing
 * behind.
 */
import { randomUUID } from "node:crypto";
import type { Write } from "./group-commit.ts";

/** Longer than a page, so that a full disk can't hide behind the free part of the last one. */
const filler = "x".repeat(8_192);

/** Throws what the database says. What a cut-off check left is taken away by the next. */
export const checkWritable = async (write: Write): Promise<void> => {
  const intent = `${randomUUID()}/${filler}`;
  const row = { workspace: "", intent, person: "", revision: 0, round: null, session: "" };
  await write("check-writable", (database) => database.insertInto("intents").values(row).execute());
  await write("check-writable", (database) => database.deleteFrom("intents").where("workspace", "=", "").execute());
};
