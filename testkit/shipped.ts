/** The shipped pack, read once. */
import { kinds } from "../src/activities/kinds.ts";
import { loadPacks } from "../src/packs/folder.ts";
import type { PackActivity } from "../src/packs/pack.ts";

/** The shipped pack itself. */
export const shippedPack = loadPacks(["packs"], kinds).then((loaded) => {
  if (loaded.type === "mistakes") throw new Error(JSON.stringify(loaded.mistakes));
  const [pack] = loaded.packs;
  if (pack === undefined) throw new Error("No pack is shipped");
  return pack;
});

/** An activity of the shipped pack, by id. */
export const shipped = async (id: string): Promise<PackActivity> => {
  const found = (await shippedPack).activities.find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`The shipped pack has no ${id}`);
  return found;
};

/** Everything a shipped activity's file says, as one string. */
export const contentOf = async (id: string): Promise<string> => JSON.stringify((await shipped(id)).content);
