/** A store whose every call goes through a gate, where the process may die before or after it. */
import type { Store, WorkspaceStore } from "../../src/store/store.ts";

/**
 * Lets a call through; may throw before it is made, or after it was, so that it had its effect
 * without anyone knowing.
 */
export type Gate = <T>(verb: string, call: () => Promise<T>) => Promise<T>;

export const fragileStore = (store: Store, gate: Gate): Store => {
  const through =
    <Given extends readonly unknown[], T>(verb: string, call: (...given: Given) => Promise<T>) =>
    (...given: Given): Promise<T> =>
      gate(verb, () => call(...given));
  const fragileWorkspace = (own: WorkspaceStore): WorkspaceStore => ({
    loadSession: through("loadSession", own.loadSession),
    recallSession: through("recallSession", own.recallSession),
    listSessions: through("listSessions", own.listSessions),
    loadResponses: through("loadResponses", own.loadResponses),
    findCardOfMessage: through("findCardOfMessage", own.findCardOfMessage),
    loadResponse: through("loadResponse", own.loadResponse),
    findMade: through("findMade", own.findMade),
    loadParticipantKey: through("loadParticipantKey", own.loadParticipantKey),
    loadLanguage: through("loadLanguage", own.loadLanguage),
    saveLanguage: through("saveLanguage", own.saveLanguage),
    loadSchedule: through("loadSchedule", own.loadSchedule),
    listSchedules: through("listSchedules", own.listSchedules),
    listOccurrences: through("listOccurrences", own.listOccurrences),
    commit: through("commit", own.commit),
    commitStarts: through("commitStarts", own.commitStarts),
  });
  return {
    in: (workspace) => fragileWorkspace(store.in(workspace)),
    claimDue: through("claimDue", store.claimDue),
    dropDue: through("dropDue", store.dropDue),
    erase: through("erase", store.erase),
    commitSchedule: through("commitSchedule", store.commitSchedule),
    listOutdatedSchedules: through("listOutdatedSchedules", store.listOutdatedSchedules),
    listBacklogs: through("listBacklogs", store.listBacklogs),
    claimDeliveries: through("claimDeliveries", store.claimDeliveries),
    settleDelivery: through("settleDelivery", store.settleDelivery),
    noteTries: through("noteTries", store.noteTries),
    nextDeliveryAt: through("nextDeliveryAt", store.nextDeliveryAt),
    listUndelivered: through("listUndelivered", store.listUndelivered),
    deleteOld: through("deleteOld", store.deleteOld),
    ping: store.ping,
    close: store.close,
  };
};
