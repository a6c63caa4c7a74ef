/** Times the commits of a store and tells of each. */
import type { Observe } from "../requests/observation.ts";
import type { Store, WorkspaceStore } from "../store/store.ts";

/** The same store. `now` is a clock that never goes back, in milliseconds. */
export const watchCommits = (store: Store, now: () => number, observe: Observe): Store => ({
  ...store,
  in: (workspace) => {
    const own = store.in(workspace);
    const commit: WorkspaceStore["commit"] = async (change) => {
      const from = now();
      try {
        const committed = await own.commit(change);
        observe({ type: "committed", outcome: committed.type, ms: now() - from });
        return committed;
      } catch (fault) {
        observe({ type: "committed", outcome: "fault", ms: now() - from });
        throw fault;
      }
    };
    return { ...own, commit };
  },
});
