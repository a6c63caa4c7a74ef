/**
 * Every limit of Slack's that what this adapter draws must keep, as published for Block Kit and the
 * Web API in November 2026. Lengths count UTF-16 code units.
 */
export const limits = {
  message: {
    blocksMax: 50,
    /**
     * Well below the total at which Slack refuses a message's blocks as too long; longer cards go
     * on in a further message.
     */
    lengthMax: 10_000,
    /** Slack cuts at 40,000 and asks for less than 4,000. */
    textMax: 3_900,
  },
  view: { blocksMax: 100, titleMax: 24, buttonMax: 24, metadataMax: 3_000 },
  header: { textMax: 150 },
  text: { textMax: 3_000 },
  actions: { elementsMax: 25 },
  button: { accessibleMax: 75, textMax: 75, valueMax: 2_000 },
  confirm: { titleMax: 100, textMax: 300, buttonMax: 30 },
  option: { textMax: 75, descriptionMax: 75 },
  radio: { optionsMax: 10 },
  checkboxes: { optionsMax: 10 },
  select: { optionsMax: 100 },
  input: { labelMax: 2_000, hintMax: 2_000, lengthMax: 3_000 },
  /** Slack's own pages say six points where newer specifications say twelve or twenty. */
  chart: { titleMax: 50, labelMax: 20, pointsMax: 6, perMessageMax: 2 },
  table: { rowsMax: 100, columnsMax: 20, perMessageMax: 1 },
} as const;
