/**
 * What Slack alone makes necessary to say: why somebody who can see a session may not take part in
 * it.
 */
export type SlackMessages = {
  /** To a person of another organisation, where those are refused. */
  readonly externalRefused: string;
  /** To a guest, where guests are refused. */
  readonly guestRefused: string;
};
