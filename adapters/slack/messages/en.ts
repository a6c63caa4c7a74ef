import type { SlackMessages } from "./messages.ts";

export const en: SlackMessages = {
  externalRefused:
    "Only people of this workspace can take part here, and your account belongs to another organisation. Nothing was saved. If you should take part, please ask the person who invited you.",
  guestRefused:
    "Guests of this workspace can’t take part here. Nothing was saved. If you should take part, please ask the person who invited you.",
};
