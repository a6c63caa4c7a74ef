/** Worlds on databases of one kind, closed after each test. */
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Databases } from "./databases.ts";
import { openWorld, type World } from "./world.ts";

export type Open = {
  /** A world on this database, or on an empty one. A second one on the same is beside the first. */
  (database?: string): Promise<World>;
  readonly fresh: () => Promise<string>;
};

/** For a test file or a `describe`: starts the databases before its tests and stops them after. */
export const openWorlds = (databases: Databases): Open => {
  const closing: (() => Promise<void>)[] = [];
  let started: Awaited<ReturnType<Databases["start"]>> | undefined;
  beforeAll(async () => {
    started = await databases.start();
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(async () => {
    await started?.stop();
  });
  const fresh = async (): Promise<string> => {
    if (started === undefined) throw new Error(`${databases.name} was not started`);
    return started.fresh();
  };
  const served = new Set<string>();
  const open = async (database?: string): Promise<World> => {
    const world = await openWorld(database ?? (await fresh()), database !== undefined && served.has(database));
    served.add(world.file);
    closing.push(world.opened.store.close);
    return world;
  };
  return Object.assign(open, { fresh });
};
