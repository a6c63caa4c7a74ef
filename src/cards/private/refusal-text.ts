/** Turns a refusal into the sentence a person reads. */

import type { Translator } from "../../i18n/translator.ts";
import type { CommandType } from "../../session/command.ts";
import type { Refusal } from "../../session/refusal.ts";
import { plain, type Text } from "../../text/text.ts";

export const refusalText = (refusal: Refusal, t: Translator): Text => [plain(refusalSentence(refusal, t))];

export const refusalSentence = (refusal: Refusal, t: Translator): string => {
  const say = t.messages.commands.refusals;
  const sayHow = t.messages.addressed.refusals;
  switch (refusal.code) {
    case "not-found":
      return sayHow.notFound;
    case "not-facilitator":
      return say.notFacilitator({ command: controlOf(refusal.command) });
    case "wrong-state":
      return say.wrongState({ command: controlOf(refusal.command), state: refusal.state });
    case "round-over":
      return say.roundOver(refusal);
    case "change-too-late":
      return say.changeTooLate(refusal);
    case "round-ended":
      return say.roundEnded(refusal);
    case "no-discussion-planned":
      return say.noDiscussionPlanned;
    case "bad-request":
      return say.badRequest;
    case "not-settings":
      return t.messages.settings.refusals.notAllowed;
    case "settings-changed":
      return t.messages.settings.refusals.changed;
    case "not-starter":
      return t.messages.settings.refusals.notStarter[refusal.starters];
    case "no-decision":
    case "content-changed":
    case "not-mendable":
    case "no-options-taken":
    case "options-settled":
    case "unchanged":
      return contentSentence(refusal, t);
    case "response-changed":
      return say.responseChanged;
    case "nothing-to-stay-with":
      return say.nothingToStayWith;
    case "already-answered":
      return say.alreadyAnswered;
    case "sent-again":
      return say.sentAgain;
    case "sent-before":
      return say.sentBefore;
    case "already-started":
      return say.alreadyStarted;
    case "deadline-past":
      return say.deadlinePast;
    case "reminders-used-up":
      return say.remindersUsedUp(refusal);
    case "reminder-after-end":
      return say.reminderAfterEnd;
    case "already-facilitator":
      return say.alreadyFacilitator;
    case "unknown-command":
      return sayHow.unknownCommand(refusal);
    case "unknown-activity":
      return sayHow.unknownActivity(refusal);
    case "unknown-option":
      return say.unknownOption(refusal);
    case "surplus-word":
      return say.surplusWord(refusal);
    case "unknown-reference":
      return sayHow.unknownReference(refusal);
    case "missing-reference":
      return sayHow.missingReference;
    case "missing-activity":
      return sayHow.missingActivity;
    case "bad-value":
      return say.badValue(refusal);
    default:
      // The later ones, and no other.
      return laterSentence(refusal, t);
  }
};

type PartRefusal = Extract<
  Refusal,
  {
    code:
      | "not-asked"
      | "not-decider"
      | "observing"
      | "not-here"
      | "nobody-asked"
      | "too-few-asked"
      | "quorum-beyond-asked";
  }
>;

/** What was wrong with who is asked. */
const partSentence = (refusal: PartRefusal, t: Translator): string => {
  const say = t.messages.roles.refusals;
  switch (refusal.code) {
    case "not-asked":
      return say.notAsked;
    case "not-decider":
      return say.notDecider;
    case "observing":
      return say.observing;
    case "not-here":
      return say.notHere(refusal);
    case "nobody-asked":
      return say.nobodyAsked;
    case "too-few-asked":
      return say.tooFewAsked(refusal);
    case "quorum-beyond-asked":
      return say.quorumBeyondAsked(refusal);
    default:
      return refusal satisfies never;
  }
};

/** What only the clock does is called as what people do of it. */
const controlOf = (command: CommandType) =>
  command === "request-review" || command === "tell-reviews" ? "review" : command;

type ContentRefusal = Extract<
  Refusal,
  { code: "no-decision" | "content-changed" | "not-mendable" | "no-options-taken" | "options-settled" | "unchanged" }
>;

/** What was wrong with changing what is asked. */
const contentSentence = ({ code }: ContentRefusal, t: Translator): string => {
  const say = t.messages.commands.refusals;
  switch (code) {
    case "no-decision":
      return t.messages.reviews.noDecision;
    case "content-changed":
      return say.contentChanged;
    case "not-mendable":
      return say.notMendable;
    case "no-options-taken":
      return say.noOptionsTaken;
    case "options-settled":
      return say.optionsSettled;
    case "unchanged":
      return say.unchanged;
    default:
      return code satisfies never;
  }
};

type LaterRefusal =
  | PartRefusal
  | Extract<
      Refusal,
      {
        code:
          | "no-setup"
          | "nothing-to-repeat"
          | "deadline-twice"
          | "nothing-to-find"
          | "nothing-to-export"
          | "missing-source"
          | "unknown-source"
          | "unknown-zone"
          | "bad-rule"
          | "no-date-left"
          | "no-such-schedule"
          | "not-schedule-owner"
          | "schedule-changed"
          | "nothing-to-start"
          | "too-many-schedules"
          | "not-in-channel"
          | "channel-closed"
          | "direct-message";
      }
    >;

/** What was wrong with a deadline, a schedule, what is looked up, or where it was asked. */
const laterSentence = (refusal: LaterRefusal, t: Translator): string => {
  const say = t.messages.commands.refusals;
  const sayHow = t.messages.addressed.refusals;
  switch (refusal.code) {
    case "no-setup":
      return say.noSetup;
    case "nothing-to-repeat":
      return say.nothingToRepeat(refusal);
    case "deadline-twice":
      return say.deadlineTwice;
    case "nothing-to-find":
      return t.messages.records.nothingToFind;
    case "nothing-to-export":
      return t.messages.records.nothingToExport;
    case "missing-source":
      return say.missingSource;
    case "unknown-source":
      return sayHow.unknownSource(refusal);
    case "unknown-zone":
      return say.unknownZone(refusal);
    case "bad-rule":
      return say.badRule(refusal);
    case "no-date-left":
      return say.noDateLeft;
    case "no-such-schedule":
      return sayHow.noSuchSchedule;
    case "not-schedule-owner":
      return say.notScheduleOwner;
    case "schedule-changed":
      return sayHow.scheduleChanged;
    case "nothing-to-start":
      return say.nothingToStart;
    case "too-many-schedules":
      return say.tooManySchedules(refusal);
    case "not-in-channel":
      return sayHow.notInChannel;
    case "channel-closed":
      return say.channelClosed;
    case "direct-message":
      return say.directMessage;
    default:
      return partSentence(refusal, t);
  }
};
