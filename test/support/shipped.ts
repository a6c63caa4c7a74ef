/** The shipped pack, read once. */
import { kinds } from "../../src/activities/kinds.ts";
import { loadPacks } from "../../src/packs/folder.ts";
import type { PackActivity } from "../../src/packs/pack.ts";

const loading = loadPacks(["packs"], kinds);

/** An activity of the shipped pack, by id. */
export const shipped = async (id: string): Promise<PackActivity> => {
  const loaded = await loading;
  if (loaded.type === "mistakes") throw new Error(JSON.stringify(loaded.mistakes));
  const found = loaded.packs.flatMap(({ activities }) => activities).find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`The shipped pack has no ${id}`);
  return found;
};

/** Everything a shipped activity's file says, as one string. */
export const contentOf = async (id: string): Promise<string> => JSON.stringify((await shipped(id)).content);
