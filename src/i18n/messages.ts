/**
 * Everything the product says, as one type of functions with named arguments: a sentence missing in
 * a language doesn't compile.
 */
import type { AddressedMessages } from "./messages/addressed.ts";
import type { AssessmentMessages } from "./messages/assessment.ts";
import type { ChecklistMessages } from "./messages/checklist.ts";
import type { CommandsMessages } from "./messages/commands.ts";
import type { DecisionFlowMessages } from "./messages/decision-flow.ts";
import type { DiscussionMessages } from "./messages/discussion.ts";
import type { MethodsMessages } from "./messages/methods.ts";
import type { OperatingMessages } from "./messages/operating.ts";
import type { PacksMessages } from "./messages/packs.ts";
import type { RecordsMessages } from "./messages/records.ts";
import type { ReferenceMessages } from "./messages/reference.ts";
import type { ReviewsMessages } from "./messages/reviews.ts";
import type { RoiMessages } from "./messages/roi.ts";
import type { RolesMessages } from "./messages/roles.ts";
import type { ScenarioMessages } from "./messages/scenario.ts";
import type { ScheduleMessages } from "./messages/schedule.ts";
import type { SessionMessages } from "./messages/session.ts";
import type { SettingsMessages } from "./messages/settings.ts";
import type { SortMessages } from "./messages/sort.ts";
import type { StatsMessages } from "./messages/stats.ts";
import type { WorksheetMessages } from "./messages/worksheet.ts";

export type Messages = {
  /** The words of commands, their help, menus and refusals. */
  readonly commands: CommandsMessages;
  /** What names the command that people are to type. */
  readonly addressed: AddressedMessages;
  /** The cards and forms every activity shares. */
  readonly session: SessionMessages;
  /** Who is asked, who decides, who is told. */
  readonly roles: RolesMessages;
  /** Recurring starts. */
  readonly schedule: ScheduleMessages;
  readonly scenario: ScenarioMessages;
  readonly methods: MethodsMessages;
  readonly assessment: AssessmentMessages;
  readonly checklist: ChecklistMessages;
  readonly discussion: DiscussionMessages;
  readonly decisionFlow: DecisionFlowMessages;
  readonly roi: RoiMessages;
  readonly sort: SortMessages;
  readonly worksheet: WorksheetMessages;
  readonly reference: ReferenceMessages;
  /** What is kept of sessions. */
  readonly records: RecordsMessages;
  /** What channels and workspaces have preset. */
  readonly settings: SettingsMessages;
  /** Decisions looked back on. */
  readonly reviews: ReviewsMessages;
  /** What sessions and one's own percentages amount to. */
  readonly stats: StatsMessages;
  /** Mistakes found in packs. */
  readonly packs: PacksMessages;
  /** The command line's answers to its operator. */
  readonly operating: OperatingMessages;
};
