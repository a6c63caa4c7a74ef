/** The shipped packs, read once. */
import { kinds } from "../src/activities/kinds.ts";
import { loadPacks } from "../src/packs/folder.ts";
import type { PackActivity } from "../src/packs/pack.ts";

/** Every pack that is shipped. */
export const shippedPacks = loadPacks(["packs"], kinds).then((loaded) => {
  if (loaded.type === "mistakes") throw new Error(JSON.stringify(loaded.mistakes));
  return loaded.packs;
});

/** The one that teaches. */
export const shippedPack = shippedPacks.then((packs) => {
  const pack = packs.find(({ id }) => id === "ai-approach");
  if (pack === undefined) throw new Error("No pack is shipped");
  return pack;
});

/** An activity of a shipped pack, by id. */
export const shipped = async (id: string): Promise<PackActivity> => {
  const found = (await shippedPacks).flatMap(({ activities }) => activities).find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`No shipped pack has ${id}`);
  return found;
};

/** Everything a shipped activity's file says, as one string. */
export const contentOf = async (id: string): Promise<string> => JSON.stringify((await shipped(id)).content);
