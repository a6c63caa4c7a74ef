/** Korean: all it says, reads and names. */
import type { Locale } from "../locale.ts";
import type { Messages } from "../messages.ts";
import { checklist } from "./checklist.ts";
import { commands } from "./commands.ts";
import { decisionFlow } from "./decision-flow.ts";
import { discussion } from "./discussion.ts";
import { operating } from "./operating.ts";
import { packs } from "./packs.ts";
import { page } from "./page.ts";
import { reference } from "./reference.ts";
import { roi } from "./roi.ts";
import { scenario } from "./scenario.ts";
import { schedule } from "./schedule.ts";
import { session } from "./session.ts";
import { teams } from "./teams.ts";
import { typed } from "./typed.ts";
import { worksheet } from "./worksheet.ts";

const messages: Messages = {
  commands,
  session,
  schedule,
  scenario,
  checklist,
  discussion,
  decisionFlow,
  roi,
  worksheet,
  reference,
  operating,
  packs,
  teams,
  page,
};

export const ko: Locale = {
  name: "한국어",
  messages,
  typed,
  amounts: {
    // Intl would say "KRW 2120만"; the won stands right behind the number.
    KRW: (amount) => `${amount}원`,
  },
  people: [
    { id: "minji", name: "김민지", colour: 0 },
    { id: "jihoon", name: "박지훈", colour: 1 },
    { id: "sora", name: "이소라", colour: 3 },
  ],
};
