/** The activities that can be started, of all packs; ids are unique over all of them. */
import type { Exercise, Pack, PackActivity } from "./pack.ts";

export type Library = {
  readonly activities: readonly PackActivity[];
  readonly exercises: readonly Exercise[];
  readonly find: (id: string) => PackActivity | undefined;
};

export const makeLibrary = (packs: readonly Pack[]): Library => {
  const activities = packs.flatMap((pack) => pack.activities);
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return { activities, exercises: packs.flatMap((pack) => pack.exercises), find: (id) => byId.get(id) };
};
