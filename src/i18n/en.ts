import { checklist } from "./en/checklist.ts";
import { commands } from "./en/commands.ts";
import { decisionFlow } from "./en/decision-flow.ts";
import { discussion } from "./en/discussion.ts";
import { operating } from "./en/operating.ts";
import { packs } from "./en/packs.ts";
import { page } from "./en/page.ts";
import { roi } from "./en/roi.ts";
import { scenario } from "./en/scenario.ts";
import { schedule } from "./en/schedule.ts";
import { session } from "./en/session.ts";
import { teams } from "./en/teams.ts";
import { worksheet } from "./en/worksheet.ts";
import type { Messages } from "./messages.ts";

export const en: Messages = {
  commands,
  session,
  schedule,
  scenario,
  checklist,
  discussion,
  decisionFlow,
  roi,
  worksheet,
  operating,
  packs,
  teams,
  page,
};
