import { checklist } from "./ko/checklist.ts";
import { commands } from "./ko/commands.ts";
import { decisionFlow } from "./ko/decision-flow.ts";
import { discussion } from "./ko/discussion.ts";
import { operating } from "./ko/operating.ts";
import { packs } from "./ko/packs.ts";
import { page } from "./ko/page.ts";
import { roi } from "./ko/roi.ts";
import { scenario } from "./ko/scenario.ts";
import { schedule } from "./ko/schedule.ts";
import { session } from "./ko/session.ts";
import { teams } from "./ko/teams.ts";
import { worksheet } from "./ko/worksheet.ts";
import type { Messages } from "./messages.ts";

export const ko: Messages = {
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
