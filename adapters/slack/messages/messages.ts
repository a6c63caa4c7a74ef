/**
 * What Slack alone makes necessary to say: why somebody who can see a session may not take part in
 * it, and why nothing can be done in a workspace.
 */
export type SlackMessages = {
  /** To a person of another organisation, where those are refused. */
  readonly externalRefused: string;
  /** To a guest, where guests are refused. */
  readonly guestRefused: string;
  /** To whoever asks for something where the app can't act: what happened, and who does what. */
  readonly unserved: {
    readonly "not-installed": string;
    /** The token was encrypted with a secret that isn't there any more. */
    readonly sealed: string;
    /** The program serves one workspace, which is another one. */
    readonly foreign: string;
  };
  /** Slack lets a form be opened for three seconds, which were over. */
  readonly pressAgain: string;
  /** On the button that says a command once more, when the app has been invited. */
  readonly again: string;
  /** Asks where to start what was begun outside of any channel. */
  readonly channel: string;
  /** The app or the person isn't in the chosen channel. */
  readonly notThere: string;
};
