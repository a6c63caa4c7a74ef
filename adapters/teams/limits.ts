/** Every limit of Teams' that what this adapter draws and sends must keep, as published in November 2026. Lengths count UTF-16 code units. */
export const limits = {
  /** Teams refuses a message of more than about 28 KB; the store's rules allow six actions on a card. */
  card: { bytesMax: 28_000, actionsMax: 6, actionsPerSetMax: 5 },
  /** What a page holds beside its actions, in bytes of UTF-8: six actions with their fallbacks take less than the rest. */
  page: { bytesMax: 20_000, tableRowsMax: 8, columnsMax: 8 },
  text: { textMax: 4_000, linesMax: 40, summaryMax: 200 },
  button: { titleMax: 60 },
  choice: { titleMax: 200, expandedMax: 7 },
  chart: { titleMax: 80, labelMax: 40, barsMax: 12 },
  /** Mentions beyond these are drawn as plain names, so that a long list calls nobody. */
  mention: { perCardMax: 20, nameMax: 60 },
  refresh: { idsMax: 60 },
  /** A list of people to choose from; beyond it, the first ones. */
  people: { shownMax: 100 },
  /** Per bot and conversation: about 7 a second, 60 in 30 seconds. */
  rate: { perSecondMax: 7, perHalfMinuteMax: 60 },
} as const;
