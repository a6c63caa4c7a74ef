/** A store whose every call goes through a gate, where the process may die before or after it. */
import type { Store, WorkspaceStore } from "../../src/store/port/store.ts";

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
  const fragileWorkspace = (store: WorkspaceStore): WorkspaceStore => ({
    loadSession: through("loadSession", store.loadSession),
    recallSession: through("recallSession", store.recallSession),
    listSessions: through("listSessions", store.listSessions),
    findSessions: through("findSessions", store.findSessions),
    findReplacing: through("findReplacing", store.findReplacing),
    listReviews: through("listReviews", store.listReviews),
    listChannels: through("listChannels", store.listChannels),
    loadResponses: through("loadResponses", store.loadResponses),
    findCardOfMessage: through("findCardOfMessage", store.findCardOfMessage),
    findMessageOf: through("findMessageOf", store.findMessageOf),
    loadResponse: through("loadResponse", store.loadResponse),
    loadDraft: through("loadDraft", store.loadDraft),
    saveDraft: through("saveDraft", store.saveDraft),
    dropDraft: through("dropDraft", store.dropDraft),
    findMade: through("findMade", store.findMade),
    loadParticipantKey: through("loadParticipantKey", store.loadParticipantKey),
    loadLanguage: through("loadLanguage", store.loadLanguage),
    saveLanguage: through("saveLanguage", store.saveLanguage),
    loadCalibration: through("loadCalibration", store.loadCalibration),
    forgetCalibration: through("forgetCalibration", store.forgetCalibration),
    loadSettings: through("loadSettings", store.loadSettings),
    saveSettings: through("saveSettings", store.saveSettings),
    loadSchedule: through("loadSchedule", store.loadSchedule),
    listSchedules: through("listSchedules", store.listSchedules),
    listOccurrences: through("listOccurrences", store.listOccurrences),
    commit: through("commit", store.commit),
    commitStarts: through("commitStarts", store.commitStarts),
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
    keepTexts: through("keepTexts", store.keepTexts),
    deleteOld: through("deleteOld", store.deleteOld),
    ping: store.ping,
    close: store.close,
  };
};
