/** Times the commits of a store and tells of each. */
import type { Observe } from "../requests/observation.ts";
import type { Committed } from "../store/port/change.ts";
import type { Store } from "../store/port/store.ts";

/** The same store. `now` is a clock that never goes back, in milliseconds. */
export const watchCommits = (watched: Store, now: () => number, observe: Observe): Store => ({
  ...watched,
  in: (workspace) => {
    const store = watched.in(workspace);
    const timed = async <Answer extends Committed>(commit: () => Promise<Answer>): Promise<Answer> => {
      const from = now();
      try {
        const committed = await commit();
        observe({ type: "committed", outcome: committed.type, ms: now() - from });
        return committed;
      } catch (fault) {
        observe({ type: "committed", outcome: "fault", ms: now() - from });
        throw fault;
      }
    };
    return {
      ...store,
      commit: (change) => timed(() => store.commit(change)),
      commitStarts: (starts) => timed(() => store.commitStarts(starts)),
    };
  },
});
