/**
 * Every limit of Teams' that what this adapter draws and sends must keep, as published in November
 * 2026. Lengths count UTF-16 code units.
 */
export const limits = {
  /**
   * Teams refuses a message of more than about 28 KB; the store's rules allow six actions on a
   * card.
   */
  card: { bytesMax: 28_000, actionsMax: 6, actionsPerSetMax: 5 },
  /**
   * In bytes of UTF-8. `besideMax` is what a page's actions with their fallbacks take, and what
   * stands around it.
   */
  page: { bytesMin: 8_000, besideMax: 6_000 },
  table: { bytesMax: 7_000, columnsMax: 8, columnsOnPhonesMax: 2, cellMax: 200 },
  text: { textMax: 2_500, linesMax: 30, summaryMax: 200 },
  button: { titleMax: 60 },
  choice: { titleMax: 200, expandedMax: 7 },
  chart: { titleMax: 80, labelMax: 40, barsMax: 12 },
  /** Mentions beyond these are drawn as plain names, so that a long list calls nobody. */
  mention: { perCardMax: 10, nameMax: 40 },
  refresh: { idsMax: 60 },
  /** A list of people to choose from, in bytes of UTF-8: about eighty of them. */
  people: { bytesMax: 14_000 },
  /** Per bot and conversation: about 7 a second, 60 in 30 seconds. */
  rate: { perSecondMax: 7, perHalfMinuteMax: 60 },
} as const;
