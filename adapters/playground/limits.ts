/** What the playground takes from its page, and shows there. Lengths count UTF-16 code units. */
export const limits = {
  request: { bytesMax: 65_536 },
  said: { lengthMax: 4_000 },
  /** Of all channels together; the newest ones. */
  shown: { messagesMax: 2_000 },
} as const;
