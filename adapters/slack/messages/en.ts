import type { SlackMessages } from "./messages.ts";

export const en: SlackMessages = {
  externalRefused:
    "Only people of this workspace can take part here, and your account belongs to another organisation. Nothing was saved. If you should take part, please ask the person who invited you.",
  pressAgain: "That took too long, so Slack didn’t open the form. Nothing was saved. Please press it again.",
  again: "Try again",
  channel: "Channel",
  notThere:
    "Please choose a channel that both you and Workshop are in. To add it to one, type /invite @Workshop there.",
  guestRefused:
    "Guests of this workspace can’t take part here. Nothing was saved. If you should take part, please ask the person who invited you.",
  unserved: {
    "not-installed":
      "This app isn’t installed in your workspace, so nothing was saved. Please ask an administrator of your workspace to install it again; whoever runs the app has the link.",
    sealed:
      "This app can’t open its access to your workspace any more, so nothing was saved. Please tell whoever runs it: its secret was changed. Either they put the earlier secret back, or an administrator of your workspace installs the app again.",
    foreign: "This app serves another workspace, so nothing was saved. Please ask whoever runs it to let yours in too.",
  },
};
