/** English: all it says, reads and names. */
import type { Locale } from "../locale.ts";
import { addressed } from "./addressed.ts";
import { assessment } from "./assessment.ts";
import { checklist } from "./checklist.ts";
import { commands } from "./commands.ts";
import { decisionFlow } from "./decision-flow.ts";
import { discussion } from "./discussion.ts";
import { methods } from "./methods.ts";
import { operating } from "./operating.ts";
import { packs } from "./packs.ts";
import { records } from "./records.ts";
import { reference } from "./reference.ts";
import { reviews } from "./reviews.ts";
import { roi } from "./roi.ts";
import { roles } from "./roles.ts";
import { scenario } from "./scenario.ts";
import { schedule } from "./schedule.ts";
import { session } from "./session.ts";
import { settings } from "./settings.ts";
import { sort } from "./sort.ts";
import { stats } from "./stats.ts";
import { typed } from "./typed.ts";
import { worksheet } from "./worksheet.ts";

const messages: Locale["messages"] = {
  commands,
  session,
  schedule,
  scenario,
  methods,
  assessment,
  checklist,
  discussion,
  decisionFlow,
  roi,
  roles,
  sort,
  worksheet,
  reference,
  records,
  stats,
  reviews,
  settings,
  operating,
  packs,
};

export const en: Locale = {
  name: "English",
  messages,
  addressed,
  typed,
  amounts: {},
  people: [
    { id: "alex", name: "Alex Rivera", colour: 2 },
    { id: "priya", name: "Priya Nair", colour: 4 },
    { id: "tom", name: "Tom Becker", colour: 5 },
  ],
};
